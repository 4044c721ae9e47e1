import PinionSIMDKernels

/// An element type with matrix products.
protocol ProductScalar {
    /// `count` products of matrices that lie `aStride`, `bStride` and `cStride` elements apart.
    static func multiply(
        _ count: Int, m: Int, n: Int, k: Int, _ a: MatrixOperand<Self>, aStride: Int, _ b: MatrixOperand<Self>,
        bStride: Int, into c: UnsafeMutablePointer<Self>, cStride: Int, accumulates: Bool, bias: UnsafePointer<Self>?)
}

extension ProductScalar where Self: GemmScalar {
    static func multiply(
        _ count: Int, m: Int, n: Int, k: Int, _ a: MatrixOperand<Self>, aStride: Int, _ b: MatrixOperand<Self>,
        bStride: Int, into c: UnsafeMutablePointer<Self>, cStride: Int, accumulates: Bool, bias: UnsafePointer<Self>?
    ) {
        let epilogue = Epilogue(accumulates: accumulates, columnBias: bias)
        if count == 1 { return gemm(m: m, n: n, k: k, a, b, into: c, ldc: n, epilogue: epilogue) }
        gemm(
            batch: count, m: m, n: n, k: k, a, aStride: aStride, b, bStride: bStride, into: c, ldc: n, cStride: cStride,
            epilogue: epilogue)
    }
}

extension Float: ProductScalar {}
extension Double: ProductScalar {}

extension Int32: ProductScalar {}
extension Int64: ProductScalar {}

extension ProductScalar where Self: IntegerGemmScalar {
    /// Integers have no bias.
    static func multiply(
        _ count: Int, m: Int, n: Int, k: Int, _ a: MatrixOperand<Self>, aStride: Int, _ b: MatrixOperand<Self>,
        bStride: Int, into c: UnsafeMutablePointer<Self>, cStride: Int, accumulates: Bool, bias: UnsafePointer<Self>?
    ) {
        for i in 0..<count {
            let (left, right) = (moved(a, by: i * aStride), moved(b, by: i * bStride))
            gemm(m: m, n: n, k: k, left, right, into: c + i * cStride, ldc: n, accumulates: accumulates)
        }
    }
}

private func moved<Scalar>(_ operand: MatrixOperand<Scalar>, by offset: Int) -> MatrixOperand<Scalar> {
    MatrixOperand(operand.base + offset, rowStride: operand.rowStride, columnStride: operand.columnStride)
}

extension DType {
    /// The dtype products of this one are computed in; nil where there are none.
    var product: DType? {
        switch self {
        case .float32, .float64, .int32, .int64: self
        case .float16, .bfloat16: .float32
        case .int8, .int16, .uint8: .int64
        case .bool: nil
        }
    }
}
