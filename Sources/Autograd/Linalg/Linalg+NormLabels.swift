import PinionTensor

// Norms with the order's name, as PyTorch takes it too.
extension Linalg {
    /// As `norm(_:_:dims:keepDim:dtype:)`.
    public static func norm(
        _ x: Tensor, ord: MatrixNorm, dims: [Int]? = nil, keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        norm(x, ord, dims: dims, keepDim: keepDim, dtype: dtype)
    }

    /// As `norm(_:_:dim:keepDim:dtype:)`.
    public static func norm(
        _ x: Tensor, ord: MatrixNorm, dim: Int, keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        norm(x, ord, dim: dim, keepDim: keepDim, dtype: dtype)
    }

    /// As `matrixNorm(_:_:dims:keepDim:dtype:)`.
    public static func matrixNorm(
        _ x: Tensor, ord: MatrixNorm, dims: [Int] = [-2, -1], keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        matrixNorm(x, ord, dims: dims, keepDim: keepDim, dtype: dtype)
    }

    /// As `vectorNorm(_:_:dims:keepDim:dtype:)`.
    public static func vectorNorm(
        _ x: Tensor, ord: Double, dims: [Int] = [], keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        vectorNorm(x, ord, dims: dims, keepDim: keepDim, dtype: dtype)
    }

    /// As `vectorNorm(_:_:dim:keepDim:dtype:)`.
    public static func vectorNorm(
        _ x: Tensor, ord: Double, dim: Int, keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        vectorNorm(x, ord, dim: dim, keepDim: keepDim, dtype: dtype)
    }
}
