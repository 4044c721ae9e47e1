import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct GemmBatch {
        /// The same products one after the other, in `Double`.
        private func reference(
            _ count: Int, _ m: Int, _ n: Int, _ k: Int, _ a: [Float], _ aStride: Int, _ b: [Float], _ bStride: Int,
            transposesB: Bool
        ) -> [Double] {
            var c = [Double](repeating: 0, count: count * m * n)
            for index in 0..<count {
                for i in 0..<m {
                    for j in 0..<n {
                        var sum = 0.0
                        for p in 0..<k {
                            let right = transposesB ? b[index * bStride + j * k + p] : b[index * bStride + p * n + j]
                            sum += Double(a[index * aStride + i * k + p]) * Double(right)
                        }
                        c[(index * m + i) * n + j] = sum
                    }
                }
            }
            return c
        }

        private func numbers(_ count: Int) -> [Float] {
            (0..<count).map { (i: Int) -> Float in Float((i &* 7919 &+ 13) % 1009) / 1009 - 0.5 }
        }

        @Test(arguments: [(true, true), (true, false), (false, true), (false, false)], [false, true])
        func matchesSingleProducts(_ shared: (a: Bool, b: Bool), _ transposesB: Bool) {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for (count, m, n, k) in [
                    (3, 5, 7, 9), (9, 33, 20, 31), (2, 150, 160, 170), (40, 1, 24, 64), (0, 2, 2, 2),
                ] {
                    let (aStride, bStride) = (shared.a ? 0 : m * k, shared.b ? 0 : k * n)
                    let a = numbers(max(1, count) * m * k)
                    let b = numbers(max(1, count) * k * n)
                    let exact = reference(count, m, n, k, a, aStride, b, bStride, transposesB: transposesB)
                    for threads in [1, 2] {
                        setNumThreads(threads)
                        var c = [Float](repeating: .nan, count: max(1, count * m * n))
                        gemm(
                            batch: count, m: m, n: n, k: k, MatrixOperand(a, leadingDimension: k), aStride: aStride,
                            MatrixOperand(b, leadingDimension: transposesB ? k : n, transposed: transposesB),
                            bStride: bStride, into: &c, ldc: n, cStride: m * n)
                        let error = zip(c, exact).map { abs(Double($0) - $1) }.max() ?? 0
                        #expect(error < 1e-4, "\(count) of [\(m), \(k)] x [\(k), \(n)], \(threads) threads")
                    }
                }
            }
        }
    }
}
