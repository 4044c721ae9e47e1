import PinionSIMDKernels
import Testing

/// What a product with sizes that do not fit says before it stops.
@Suite struct GemmMisuse {
    @Test func leadingDimensionOfA() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let a = [Float](repeating: 0, count: 64)
            var c = a
            gemm(
                m: 4, n: 4, k: 8, MatrixOperand(a, leadingDimension: 7), MatrixOperand(a, leadingDimension: 4),
                into: &c,
                ldc: 4)
        }
        #expect(
            wrote(result, "gemm [4, 8] x [8, 4]: the leading dimension of A is 7, expected at least 8"))
    }

    @Test func leadingDimensionOfATransposedB() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let a = [Double](repeating: 0, count: 64)
            var c = a
            gemm(
                m: 4, n: 4, k: 8, MatrixOperand(a, leadingDimension: 8),
                MatrixOperand(a, leadingDimension: 6, transposed: true), into: &c, ldc: 4)
        }
        #expect(wrote(result, "the leading dimension of B is 6, expected at least 8"))
    }

    @Test func leadingDimensionOfC() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let a = [Float](repeating: 0, count: 64)
            var c = a
            gemm(
                m: 4, n: 4, k: 8, MatrixOperand(a, leadingDimension: 8), MatrixOperand(a, leadingDimension: 4),
                into: &c,
                ldc: 3)
        }
        #expect(
            wrote(result, "gemm [4, 8] x [8, 4]: the leading dimension of C is 3, expected at least 4"))
    }

    @Test func negativeSize() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let a = [Float](repeating: 0, count: 64)
            var c = a
            gemm(
                m: -1, n: 4, k: 8, MatrixOperand(a, leadingDimension: 8), MatrixOperand(a, leadingDimension: 4),
                into: &c, ldc: 4)
        }
        #expect(wrote(result, "gemm [-1, 8] x [8, 4]: sizes must not be negative"))
    }

    @Test func packedForOtherKernels() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let a = [Float](repeating: 0, count: 64)
            var c = a
            Kernels.use(.baseline)
            let packed = PackedMatrix(k: 8, n: 4, MatrixOperand(a, leadingDimension: 4))
            // A processor with the baseline alone cannot make the mistake; it stops here with the same words.
            guard Kernels.use(.avx2) else { stop("gemm: B was packed for baseline, the kernels in use are avx2's") }
            gemm(m: 4, MatrixOperand(a, leadingDimension: 8), packed, into: &c, ldc: 4)
        }
        #expect(wrote(result, "gemm: B was packed for baseline, the kernels in use are avx2's"))
    }

    @Test func negativeBatch() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let a = [Float](repeating: 0, count: 64)
            var c = a
            gemm(
                batch: -2, m: 4, n: 4, k: 8, MatrixOperand(a, leadingDimension: 8), aStride: 0,
                MatrixOperand(a, leadingDimension: 4), bStride: 0, into: &c, ldc: 4, cStride: 0)
        }
        #expect(wrote(result, "the batch must not be negative, got -2"))
    }
}
