import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Gemm {
        static let sizes: [(m: Int, n: Int, k: Int)] = [
            (1, 1, 1), (1, 7, 5), (1, 513, 300), (1, 100, 1), (5, 1, 9), (300, 1, 513), (2, 3, 4), (3, 17, 2),
            (6, 16, 8), (7, 33, 19), (12, 32, 64), (13, 31, 65), (25, 47, 129), (33, 33, 33), (65, 65, 65),
            (64, 1000, 70), (130, 200, 190), (127, 127, 300), (301, 250, 257), (20, 90, 700), (700, 20, 90),
            (11, 400, 530), (20, 1030, 400), (90, 530, 150), (0, 3, 4), (3, 0, 4), (3, 4, 0), (256, 160, 600),
        ]

        private func checkAll<Scalar: GemmScalar>(_: Scalar.Type, tolerance: Double) {
            for (index, size) in Self.sizes.enumerated() {
                for transposes in 0..<4 {
                    var test = ProductCase<Scalar>(size.m, size.n, size.k, seed: UInt64(index * 4 + transposes))
                    test.transposesA = transposes & 1 != 0
                    test.transposesB = transposes & 2 != 0
                    test.padding = index % 3
                    test.accumulates = (index + transposes) % 2 == 1
                    test.hasRowBias = index % 4 == 1
                    test.hasColumnBias = index % 3 == 1
                    test.activation = Activation.allCases[(index + transposes) % Activation.allCases.count]
                    #expect(test.largestError(packed: false) < tolerance, "\(test)")
                    #expect(test.largestError(packed: true) < tolerance, "packed \(test)")
                }
            }
        }

        @Test func matchesASumInDouble() {
            withEachTable { _ in
                checkAll(Float.self, tolerance: 3e-6)
                checkAll(Double.self, tolerance: 1e-14)
            }
        }

        /// Every width of the last tile, with all that is added to it.
        private func checkEdges<Scalar: GemmScalar>(_: Scalar.Type, tolerance: Double) {
            for n in 1...70 {
                var test = ProductCase<Scalar>(15, n, 9, seed: UInt64(n))
                test.padding = 2
                for additions in 0..<8 {
                    test.accumulates = additions & 1 != 0
                    test.hasRowBias = additions & 2 != 0
                    test.hasColumnBias = additions & 4 != 0
                    #expect(test.largestError(packed: additions % 3 == 0) < tolerance, "\(test)")
                }
            }
        }

        @Test func edgesMatchASumInDouble() {
            withEachTable { _ in
                checkEdges(Float.self, tolerance: 3e-6)
                checkEdges(Double.self, tolerance: 1e-14)
            }
        }

        @Test func doesNotDependOnTheNumberOfThreads() {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for size in [(300, 400, 500), (1, 2000, 700), (2000, 1, 700), (64, 512, 784), (1000, 40, 300)] {
                    for transposes in 0..<4 {
                        var test = ProductCase<Float>(size.0, size.1, size.2, seed: 7)
                        test.transposesA = transposes & 1 != 0
                        test.transposesB = transposes & 2 != 0
                        setNumThreads(1)
                        let one = (test.product(packed: false), test.product(packed: true))
                        setNumThreads(3)
                        #expect(test.product(packed: false) == one.0)
                        #expect(test.product(packed: true) == one.1)
                    }
                }
            }
        }

        @Test func propagatesNaNAndInfinity() {
            withEachTable { _ in
                let a: [Float] = [.nan, 1, .infinity, 1, 0, 1]
                let b: [Float] = [1, 0, 1, 1]
                var c: [Float] = [0, 0, 0, 0, 0, 0]
                gemm(
                    m: 3, n: 2, k: 2, MatrixOperand(a, leadingDimension: 2), MatrixOperand(b, leadingDimension: 2),
                    into: &c, ldc: 2)
                #expect(c[0].isNaN && c[1].isNaN)
                #expect(c[2] == .infinity && c[3].isNaN)
                #expect(c[4] == 1 && c[5] == 1)
            }
        }

        @Test func integersWrapAround() {
            withEachTable { _ in
                for (m, n, k) in [(1, 1, 1), (3, 5, 7), (20, 33, 40)] {
                    let a = (0..<m * k).map { Int32(truncatingIfNeeded: $0 &* 2_654_435_761) }
                    let b = (0..<k * n).map { Int32(truncatingIfNeeded: $0 &* 40_503_009 &+ 77) }
                    var c = [Int32](repeating: 5, count: m * n)
                    gemm(
                        m: m, n: n, k: k, MatrixOperand(a, leadingDimension: m, transposed: true),
                        MatrixOperand(b, leadingDimension: k, transposed: true), into: &c, ldc: n, accumulates: true)
                    for i in 0..<m {
                        for j in 0..<n {
                            let sum = (0..<k).reduce(Int32(5)) { $0 &+ a[$1 * m + i] &* b[j * k + $1] }
                            #expect(c[i * n + j] == sum)
                        }
                    }
                }
            }
        }
    }
}
