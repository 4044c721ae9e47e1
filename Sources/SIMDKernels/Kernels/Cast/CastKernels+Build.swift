import PinionKernelInterface

func makeCastKernels() -> CastKernels {
    CastKernels()
}
