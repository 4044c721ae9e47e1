/// C = A · B [+ C] in wrapping integer arithmetic, as PyTorch multiplies integer matrices on CPU.
package func gemm(
    m: Int, n: Int, k: Int, _ a: MatrixOperand<Int32>, _ b: MatrixOperand<Int32>,
    into c: UnsafeMutablePointer<Int32>, ldc: Int, accumulates: Bool = false
) {
    integerGemm(Kernels.current.gemm.int32, m, n, k, a, b, c, ldc, accumulates)
}

/// C = A · B [+ C] in wrapping integer arithmetic, as PyTorch multiplies integer matrices on CPU.
package func gemm(
    m: Int, n: Int, k: Int, _ a: MatrixOperand<Int64>, _ b: MatrixOperand<Int64>,
    into c: UnsafeMutablePointer<Int64>, ldc: Int, accumulates: Bool = false
) {
    integerGemm(Kernels.current.gemm.int64, m, n, k, a, b, c, ldc, accumulates)
}

private func integerGemm<Scalar>(
    _ kernel: IntegerGemmKernel<Scalar>, _ m: Int, _ n: Int, _ k: Int, _ a: MatrixOperand<Scalar>,
    _ b: MatrixOperand<Scalar>, _ c: UnsafeMutablePointer<Scalar>, _ ldc: Int, _ accumulates: Bool
) {
    checkProduct(m: m, n: n, k: k, a, b, ldc: ldc)
    parallelFor(0..<m, grain: max(1, 65536 / max(1, n * k))) { rows in
        let part = a.advanced(row: rows.lowerBound, column: 0)
        kernel(
            rows.count, n, k, part.base, part.rowStride, part.columnStride, b.base, b.rowStride, b.columnStride,
            c + rows.lowerBound * ldc, ldc, accumulates)
    }
}
