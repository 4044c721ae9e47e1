/// An integer type with products: `Int32` and `Int64`.
package protocol IntegerGemmScalar: FixedWidthInteger & Sendable {
    static func gemmKernel(_ table: KernelTable) -> IntegerGemmKernel<Self>
}

extension Int32: IntegerGemmScalar {
    package static func gemmKernel(_ table: KernelTable) -> IntegerGemmKernel<Int32> { table.gemm.int32 }
}

extension Int64: IntegerGemmScalar {
    package static func gemmKernel(_ table: KernelTable) -> IntegerGemmKernel<Int64> { table.gemm.int64 }
}

/// C = A · B [+ C] in wrapping integer arithmetic, as PyTorch multiplies integer matrices on CPU.
package func gemm<Scalar: IntegerGemmScalar>(
    m: Int, n: Int, k: Int, _ a: MatrixOperand<Scalar>, _ b: MatrixOperand<Scalar>,
    into c: UnsafeMutablePointer<Scalar>, ldc: Int, accumulates: Bool = false
) {
    checkProduct(m: m, n: n, k: k, a, b, ldc: ldc)
    let kernel = Scalar.gemmKernel(Kernels.current)
    parallelFor(0..<m, grain: max(1, 65536 / max(1, n * k))) { rows in
        let part = a.advanced(row: rows.lowerBound, column: 0)
        kernel(
            rows.count, n, k, part.base, part.rowStride, part.columnStride, b.base, b.rowStride, b.columnStride,
            c + rows.lowerBound * ldc, ldc, accumulates)
    }
}
