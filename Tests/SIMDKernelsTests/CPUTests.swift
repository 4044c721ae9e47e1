import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct CPU {
        @Test func theBaselineIsAlwaysThere() {
            #expect(Kernels.available.first?.instructionSet == .baseline)
        }

        @Test func eachTableIsTheOneItSays() {
            withEachTable { #expect(Kernels.current.instructionSet == $0) }
        }
    }
}
