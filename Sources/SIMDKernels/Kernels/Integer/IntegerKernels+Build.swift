import PinionKernelInterface

func makeIntegerKernels() -> IntegerKernels {
    IntegerKernels()
}
