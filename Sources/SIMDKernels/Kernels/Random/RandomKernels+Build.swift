import PinionKernelInterface

func makeRandomKernels() -> RandomKernels {
    RandomKernels()
}
