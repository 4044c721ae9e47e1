import PinionTensor

// Reductions along a dimension that is given by position, as PyTorch takes it too.
extension Tensor {
    /// As `sum(dim:keepDim:dtype:)`.
    public func sum(_ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        sum(dim: dim, keepDim: keepDim, dtype: dtype)
    }
    /// As `mean(dim:keepDim:dtype:)`.
    public func mean(_ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        mean(dim: dim, keepDim: keepDim, dtype: dtype)
    }
    /// As `nansum(dim:keepDim:dtype:)`.
    public func nansum(_ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        nansum(dim: dim, keepDim: keepDim, dtype: dtype)
    }
    /// As `nanmean(dim:keepDim:dtype:)`.
    public func nanmean(_ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        nanmean(dim: dim, keepDim: keepDim, dtype: dtype)
    }
    /// As `sum(dims:keepDim:dtype:)`.
    public func sum(_ dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        sum(dims: dims, keepDim: keepDim, dtype: dtype)
    }
    /// As `mean(dims:keepDim:dtype:)`.
    public func mean(_ dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        mean(dims: dims, keepDim: keepDim, dtype: dtype)
    }
    /// As `prod(dim:keepDim:dtype:)`.
    public func prod(_ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        prod(dim: dim, keepDim: keepDim, dtype: dtype)
    }
    /// As `var(dim:correction:keepDim:)`.
    public func `var`(_ dim: Int, correction: Double = 1, keepDim: Bool = false) -> Tensor {
        `var`(dim: dim, correction: correction, keepDim: keepDim)
    }
    /// As `var(dim:unbiased:keepDim:)`.
    public func `var`(_ dim: Int, unbiased: Bool, keepDim: Bool = false) -> Tensor {
        `var`(dim: dim, unbiased: unbiased, keepDim: keepDim)
    }
    /// As `std(dim:correction:keepDim:)`.
    public func std(_ dim: Int, correction: Double = 1, keepDim: Bool = false) -> Tensor {
        std(dim: dim, correction: correction, keepDim: keepDim)
    }
    /// As `std(dim:unbiased:keepDim:)`.
    public func std(_ dim: Int, unbiased: Bool, keepDim: Bool = false) -> Tensor {
        std(dim: dim, unbiased: unbiased, keepDim: keepDim)
    }
    /// As `min(dim:keepDim:)`.
    public func min(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        min(dim: dim, keepDim: keepDim)
    }
    /// As `max(dim:keepDim:)`.
    public func max(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        max(dim: dim, keepDim: keepDim)
    }
    /// As `median(dim:keepDim:)`.
    public func median(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        median(dim: dim, keepDim: keepDim)
    }
    /// As `nanmedian(dim:keepDim:)`.
    public func nanmedian(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        nanmedian(dim: dim, keepDim: keepDim)
    }
    /// As `mode(dim:keepDim:)`.
    public func mode(_ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        mode(dim: dim, keepDim: keepDim)
    }
    /// As `amin(dim:keepDim:)`.
    public func amin(_ dim: Int, keepDim: Bool = false) -> Tensor { amin(dim: dim, keepDim: keepDim) }
    /// As `amax(dim:keepDim:)`.
    public func amax(_ dim: Int, keepDim: Bool = false) -> Tensor { amax(dim: dim, keepDim: keepDim) }
    /// As `argmin(dim:keepDim:)`.
    public func argmin(_ dim: Int, keepDim: Bool = false) -> Tensor { argmin(dim: dim, keepDim: keepDim) }
    /// As `argmax(dim:keepDim:)`.
    public func argmax(_ dim: Int, keepDim: Bool = false) -> Tensor { argmax(dim: dim, keepDim: keepDim) }
    /// As `any(dim:keepDim:)`.
    public func any(_ dim: Int, keepDim: Bool = false) -> Tensor { any(dim: dim, keepDim: keepDim) }
    /// As `all(dim:keepDim:)`.
    public func all(_ dim: Int, keepDim: Bool = false) -> Tensor { all(dim: dim, keepDim: keepDim) }
    /// As `logsumexp(dim:keepDim:)`.
    public func logsumexp(_ dim: Int, keepDim: Bool = false) -> Tensor { logsumexp(dim: dim, keepDim: keepDim) }
    /// As `countNonzero(dim:)`.
    public func countNonzero(_ dim: Int) -> Tensor { countNonzero(dim: dim) }
    /// The larger of the elements of two tensors, as `maximum`.
    public func max(_ other: Tensor) -> Tensor { maximum(other) }
    /// The smaller of the elements of two tensors, as `minimum`.
    public func min(_ other: Tensor) -> Tensor { minimum(other) }
}
