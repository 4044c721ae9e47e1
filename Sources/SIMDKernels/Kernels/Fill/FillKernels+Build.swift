import PinionKernelInterface

func makeFillKernels() -> FillKernels {
    FillKernels()
}
