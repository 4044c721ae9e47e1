import PinionKernelInterface

func makeReductionKernels() -> ReductionKernels {
    ReductionKernels()
}
