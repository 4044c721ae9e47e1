import PinionKernelInterface

func makeCopyKernels() -> CopyKernels {
    CopyKernels()
}
