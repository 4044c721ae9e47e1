import PinionKernelInterface

func makeGemmKernels() -> GemmKernels {
    GemmKernels()
}
