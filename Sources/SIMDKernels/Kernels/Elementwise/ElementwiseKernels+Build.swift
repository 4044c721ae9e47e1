import PinionKernelInterface

func makeElementwiseKernels() -> ElementwiseKernels {
    ElementwiseKernels()
}
