import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct PackedProducts {
        /// From two rows and columns on: vectors, small, thin and blocked products, and sums over several blocks.
        private static let sizes = [
            (2, 2, 1), (2, 33, 700), (3, 5, 9), (8, 64, 784), (8, 512, 784), (13, 100, 400), (64, 128, 256),
            (64, 512, 784), (97, 70, 900), (150, 260, 1000), (300, 200, 500), (5, 40, 0),
        ]

        private func check<Scalar: GemmScalar>(_: Scalar.Type) {
            for (index, size) in Self.sizes.enumerated() {
                for variant in 0..<8 {
                    var product = ProductCase<Scalar>(size.0, size.1, size.2, seed: UInt64(index + 1))
                    product.transposesA = variant & 1 != 0
                    product.transposesB = variant & 2 == 0
                    product.accumulates = variant & 4 != 0
                    product.hasColumnBias = variant & 4 == 0
                    product.padding = variant
                    let isSame = product.product(packed: true) == product.product(packed: false)
                    #expect(isSame, "\(product), \(numThreads) threads")
                }
            }
        }

        @Test func areTheSameBitForBit() {
            withEachTable { _ in
                withEachThreadCount { _ in
                    check(Float.self)
                    check(Double.self)
                }
            }
        }
    }
}
