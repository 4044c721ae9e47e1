import PinionSIMDKernels

@main
struct Bench {
    static func main() {
        print(CPUFeatures.current, Kernels.current.instructionSet)
    }
}
