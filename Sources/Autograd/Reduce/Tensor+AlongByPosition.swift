import PinionTensor

// Operations along a dimension that is given by position, as PyTorch takes it too.
extension Tensor {
    /// As `cumsum(dim:dtype:)`.
    public func cumsum(_ dim: Int, dtype: DType? = nil) -> Tensor { cumsum(dim: dim, dtype: dtype) }
    /// As `cumprod(dim:dtype:)`.
    public func cumprod(_ dim: Int, dtype: DType? = nil) -> Tensor { cumprod(dim: dim, dtype: dtype) }
    /// As `softmax(dim:dtype:)`.
    public func softmax(_ dim: Int, dtype: DType? = nil) -> Tensor { softmax(dim: dim, dtype: dtype) }
    /// As `logSoftmax(dim:dtype:)`.
    public func logSoftmax(_ dim: Int, dtype: DType? = nil) -> Tensor { logSoftmax(dim: dim, dtype: dtype) }
    /// As `softmin(dim:dtype:)`.
    public func softmin(_ dim: Int, dtype: DType? = nil) -> Tensor { softmin(dim: dim, dtype: dtype) }
    /// As `logcumsumexp(dim:)`.
    public func logcumsumexp(_ dim: Int) -> Tensor { logcumsumexp(dim: dim) }
    /// As `cummax(dim:)`.
    public func cummax(_ dim: Int) -> (values: Tensor, indices: Tensor) { cummax(dim: dim) }
    /// As `cummin(dim:)`.
    public func cummin(_ dim: Int) -> (values: Tensor, indices: Tensor) { cummin(dim: dim) }
    /// As `cumsumInPlace(dim:)`.
    @discardableResult
    public func cumsumInPlace(_ dim: Int) -> Tensor { cumsumInPlace(dim: dim) }
    /// As `cumprodInPlace(dim:)`.
    @discardableResult
    public func cumprodInPlace(_ dim: Int) -> Tensor { cumprodInPlace(dim: dim) }
    /// As `sort(dim:descending:stable:)`.
    public func sort(_ dim: Int, descending: Bool = false, stable: Bool = false) -> (values: Tensor, indices: Tensor) {
        sort(dim: dim, descending: descending, stable: stable)
    }
    /// As `argsort(dim:descending:stable:)`.
    public func argsort(_ dim: Int, descending: Bool = false, stable: Bool = false) -> Tensor {
        argsort(dim: dim, descending: descending, stable: stable)
    }
    /// As `topk(_:dim:largest:sorted:)`.
    public func topk(_ k: Int, _ dim: Int, largest: Bool = true, sorted: Bool = true) -> (
        values: Tensor, indices: Tensor
    ) { topk(k, dim: dim, largest: largest, sorted: sorted) }
    /// As `topk(_:dim:largest:sorted:)`.
    public func topk(k: Int, dim: Int = -1, largest: Bool = true, sorted: Bool = true) -> (
        values: Tensor, indices: Tensor
    ) { topk(k, dim: dim, largest: largest, sorted: sorted) }
    /// As `kthvalue(_:dim:keepDim:)`.
    public func kthvalue(_ k: Int, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        kthvalue(k, dim: dim, keepDim: keepDim)
    }
    /// As `quantile(_:dim:keepDim:interpolation:)`.
    public func quantile(_ q: Double, _ dim: Int, keepDim: Bool = false) -> Tensor {
        quantile(q, dim: dim, keepDim: keepDim)
    }
}
