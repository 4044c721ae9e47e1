import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Peak {
        /// With a factor of 1 each of the 12 chains is an arithmetic sequence, so their sum is known.
        @Test func doesTheWorkItCounts() {
            withEachTable { _ in
                let rounds = 1000
                let sum = Double(66 + 12 * 2 * (rounds + 1))
                var float: [Float] = [1, 2]
                let floatCount = Kernels.current.peak.float(rounds, &float)
                let width = floatCount / (24 * rounds)
                #expect(floatCount == rounds * 24 * width && width >= 4)
                #expect(Double(float[0]) == Double(width) * sum)
                var double: [Double] = [1, 2]
                #expect(Kernels.current.peak.double(rounds, &double) == floatCount / 2)
                #expect(double[0] == Double(width / 2) * sum)
            }
        }
    }
}
