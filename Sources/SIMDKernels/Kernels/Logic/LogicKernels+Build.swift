import PinionKernelInterface

func makeLogicKernels() -> LogicKernels {
    LogicKernels()
}
