import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// As `sum(dim:keepDim:dtype:)`.
public func sum(_ x: Tensor, _ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.sum(dim, keepDim: keepDim, dtype: dtype)
}
/// As `sum(dims:keepDim:dtype:)`.
public func sum(_ x: Tensor, _ dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.sum(dims, keepDim: keepDim, dtype: dtype)
}
/// The sum of all elements, of shape [].
public func sum(_ x: Tensor, dtype: DType? = nil) -> Tensor { x.sum(dtype: dtype) }
/// The sum over one dimension.
public func sum(_ x: Tensor, dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.sum(dim: dim, keepDim: keepDim, dtype: dtype)
}
/// The sum over several dimensions; over all when `dims` is empty, as in PyTorch.
public func sum(_ x: Tensor, dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.sum(dims: dims, keepDim: keepDim, dtype: dtype)
}
/// The mean of all elements, of shape []; NaN of none.
public func mean(_ x: Tensor, dtype: DType? = nil) -> Tensor { x.mean(dtype: dtype) }
/// The mean over one dimension.
public func mean(_ x: Tensor, dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.mean(dim: dim, keepDim: keepDim, dtype: dtype)
}
/// The mean over several dimensions; over all when `dims` is empty.
public func mean(_ x: Tensor, dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.mean(dims: dims, keepDim: keepDim, dtype: dtype)
}
/// As `mean(dim:keepDim:dtype:)`.
public func mean(_ x: Tensor, _ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.mean(dim, keepDim: keepDim, dtype: dtype)
}
/// As `mean(dims:keepDim:dtype:)`.
public func mean(_ x: Tensor, _ dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.mean(dims, keepDim: keepDim, dtype: dtype)
}
/// The product of all elements, of shape []; 1 of none.
public func prod(_ x: Tensor, dtype: DType? = nil) -> Tensor { x.prod(dtype: dtype) }
/// The product along one dimension.
public func prod(_ x: Tensor, dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.prod(dim: dim, keepDim: keepDim, dtype: dtype)
}
/// As `prod(dim:keepDim:dtype:)`.
public func prod(_ x: Tensor, _ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.prod(dim, keepDim: keepDim, dtype: dtype)
}
/// As `std(dim:correction:keepDim:)`.
public func std(_ x: Tensor, _ dim: Int, correction: Double = 1, keepDim: Bool = false) -> Tensor {
    x.std(dim, correction: correction, keepDim: keepDim)
}
/// As `std(dim:unbiased:keepDim:)`.
public func std(_ x: Tensor, _ dim: Int, unbiased: Bool, keepDim: Bool = false) -> Tensor {
    x.std(dim, unbiased: unbiased, keepDim: keepDim)
}
/// The standard deviation of all elements, the root of `var`.
public func std(_ x: Tensor, correction: Double = 1) -> Tensor { x.std(correction: correction) }
/// The standard deviation along one dimension.
public func std(_ x: Tensor, dim: Int, correction: Double = 1, keepDim: Bool = false) -> Tensor {
    x.std(dim: dim, correction: correction, keepDim: keepDim)
}
/// The standard deviation over several dimensions; over all when `dims` is empty.
public func std(_ x: Tensor, dims: [Int], correction: Double = 1, keepDim: Bool = false) -> Tensor {
    x.std(dims: dims, correction: correction, keepDim: keepDim)
}
/// The standard deviation of all elements, with n - 1 (unbiased) or n.
public func std(_ x: Tensor, unbiased: Bool) -> Tensor { x.std(unbiased: unbiased) }
/// The standard deviation along one dimension, with n - 1 (unbiased) or n.
public func std(_ x: Tensor, dim: Int, unbiased: Bool, keepDim: Bool = false) -> Tensor {
    x.std(dim: dim, unbiased: unbiased, keepDim: keepDim)
}
/// The standard deviation over several dimensions, with n - 1 (unbiased) or n.
public func std(_ x: Tensor, dims: [Int], unbiased: Bool, keepDim: Bool = false) -> Tensor {
    x.std(dims: dims, unbiased: unbiased, keepDim: keepDim)
}
/// The smallest element, of shape []; NaN if there is one.
public func min(_ x: Tensor) -> Tensor { x.min() }
/// The smallest elements along `dim` and where they are, the first one of equal ones.
public func min(_ x: Tensor, dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.min(dim: dim, keepDim: keepDim)
}
/// As `min(dim:keepDim:)`.
public func min(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.min(dim, keepDim: keepDim)
}
/// The smaller of the elements of two tensors, as `minimum`.
public func min(_ x: Tensor, _ other: Tensor) -> Tensor { x.min(other) }
/// The largest element, of shape []; NaN if there is one.
public func max(_ x: Tensor) -> Tensor { x.max() }
/// The largest elements along `dim` and where they are, the first one of equal ones.
public func max(_ x: Tensor, dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.max(dim: dim, keepDim: keepDim)
}
/// As `max(dim:keepDim:)`.
public func max(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.max(dim, keepDim: keepDim)
}
/// The larger of the elements of two tensors, as `maximum`.
public func max(_ x: Tensor, _ other: Tensor) -> Tensor { x.max(other) }
/// The smallest elements along `dim`.
public func amin(_ x: Tensor, dim: Int, keepDim: Bool = false) -> Tensor { x.amin(dim: dim, keepDim: keepDim) }
/// The smallest elements over several dimensions; over all when `dims` is empty.
public func amin(_ x: Tensor, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
    x.amin(dims: dims, keepDim: keepDim)
}
/// As `amin(dim:keepDim:)`.
public func amin(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.amin(dim, keepDim: keepDim) }
/// The largest elements along `dim`.
public func amax(_ x: Tensor, dim: Int, keepDim: Bool = false) -> Tensor { x.amax(dim: dim, keepDim: keepDim) }
/// The largest elements over several dimensions; over all when `dims` is empty.
public func amax(_ x: Tensor, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
    x.amax(dims: dims, keepDim: keepDim)
}
/// As `amax(dim:keepDim:)`.
public func amax(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.amax(dim, keepDim: keepDim) }
/// The smallest and the largest elements along `dim`, or of all.
public func aminmax(_ x: Tensor, dim: Int? = nil, keepDim: Bool = false) -> (min: Tensor, max: Tensor) {
    x.aminmax(dim: dim, keepDim: keepDim)
}
/// Where the smallest element is: its index in row-major order, or along `dim`; the first one of equal ones.
public func argmin(_ x: Tensor, dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    x.argmin(dim: dim, keepDim: keepDim)
}
/// As `argmin(dim:keepDim:)`.
public func argmin(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.argmin(dim, keepDim: keepDim) }
/// Where the largest element is: its index in row-major order, or along `dim`; the first one of equal ones.
public func argmax(_ x: Tensor, dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    x.argmax(dim: dim, keepDim: keepDim)
}
/// As `argmax(dim:keepDim:)`.
public func argmax(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.argmax(dim, keepDim: keepDim) }
/// Whether any element is not zero.
public func any(_ x: Tensor) -> Tensor { x.any() }
/// Whether any element along `dim` is not zero.
public func any(_ x: Tensor, dim: Int, keepDim: Bool = false) -> Tensor { x.any(dim: dim, keepDim: keepDim) }
/// Whether any element over several dimensions is not zero; over all when `dims` is empty.
public func any(_ x: Tensor, dims: [Int], keepDim: Bool = false) -> Tensor { x.any(dims: dims, keepDim: keepDim) }
/// As `any(dim:keepDim:)`.
public func any(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.any(dim, keepDim: keepDim) }
/// Whether no element is zero.
public func all(_ x: Tensor) -> Tensor { x.all() }
/// Whether no element along `dim` is zero.
public func all(_ x: Tensor, dim: Int, keepDim: Bool = false) -> Tensor { x.all(dim: dim, keepDim: keepDim) }
/// Whether no element over several dimensions is zero; over all when `dims` is empty.
public func all(_ x: Tensor, dims: [Int], keepDim: Bool = false) -> Tensor { x.all(dims: dims, keepDim: keepDim) }
/// As `all(dim:keepDim:)`.
public func all(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.all(dim, keepDim: keepDim) }
/// The p-norm `(Σ |x|ᵖ)^(1/p)` over several dimensions; over all when `dims` is empty.
public func norm(_ x: Tensor, p: Double = 2, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
    x.norm(p: p, dims: dims, keepDim: keepDim)
}
/// The p-norm along one dimension.
public func norm(_ x: Tensor, p: Double = 2, dim: Int, keepDim: Bool = false) -> Tensor {
    x.norm(p: p, dim: dim, keepDim: keepDim)
}
/// The p-norm along one dimension, or over all.
public func norm(_ x: Tensor, _ p: Double, dim: Int? = nil, keepDim: Bool = false) -> Tensor {
    x.norm(p, dim: dim, keepDim: keepDim)
}
/// The Frobenius norm over several dimensions; over all when `dims` is empty.
public func norm(_ x: Tensor, p kind: NormKind, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
    x.norm(p: kind, dims: dims, keepDim: keepDim)
}
/// `log Σ eˣ` over several dimensions, without overflow; over all when `dims` is empty.
public func logsumexp(_ x: Tensor, dims: [Int], keepDim: Bool = false) -> Tensor {
    x.logsumexp(dims: dims, keepDim: keepDim)
}
/// As `logsumexp(dim:keepDim:)`.
public func logsumexp(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> Tensor { x.logsumexp(dim, keepDim: keepDim) }
/// How many elements are not zero, as int64.
public func countNonzero(_ x: Tensor) -> Tensor { x.countNonzero() }
/// How many elements along `dim` are not zero.
public func countNonzero(_ x: Tensor, dim: Int) -> Tensor { x.countNonzero(dim: dim) }
/// How many elements over several dimensions are not zero; over all when `dims` is empty.
public func countNonzero(_ x: Tensor, dims: [Int]) -> Tensor { x.countNonzero(dims: dims) }
/// As `countNonzero(dim:)`.
public func countNonzero(_ x: Tensor, _ dim: Int) -> Tensor { x.countNonzero(dim) }
/// The sum of all elements, NaN as 0.
public func nansum(_ x: Tensor, dtype: DType? = nil) -> Tensor { x.nansum(dtype: dtype) }
/// The sum over one dimension, NaN as 0.
public func nansum(_ x: Tensor, dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.nansum(dim: dim, keepDim: keepDim, dtype: dtype)
}
/// The sum over several dimensions, NaN as 0; over all when `dims` is empty.
public func nansum(_ x: Tensor, dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.nansum(dims: dims, keepDim: keepDim, dtype: dtype)
}
/// As `nansum(dim:keepDim:dtype:)`.
public func nansum(_ x: Tensor, _ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.nansum(dim, keepDim: keepDim, dtype: dtype)
}
/// The mean of all elements but NaN.
public func nanmean(_ x: Tensor, dtype: DType? = nil) -> Tensor { x.nanmean(dtype: dtype) }
/// The mean over one dimension of all elements but NaN.
public func nanmean(_ x: Tensor, dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.nanmean(dim: dim, keepDim: keepDim, dtype: dtype)
}
/// The mean over several dimensions of all elements but NaN; over all when `dims` is empty.
public func nanmean(_ x: Tensor, dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.nanmean(dims: dims, keepDim: keepDim, dtype: dtype)
}
/// As `nanmean(dim:keepDim:dtype:)`.
public func nanmean(_ x: Tensor, _ dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
    x.nanmean(dim, keepDim: keepDim, dtype: dtype)
}
/// Standard deviation and mean of all elements.
public func stdMean(_ x: Tensor, correction: Double = 1) -> (std: Tensor, mean: Tensor) {
    x.stdMean(correction: correction)
}
/// Standard deviation and mean along one dimension.
public func stdMean(_ x: Tensor, dim: Int, correction: Double = 1, keepDim: Bool = false) -> (std: Tensor, mean: Tensor)
{ x.stdMean(dim: dim, correction: correction, keepDim: keepDim) }
/// Standard deviation and mean over several dimensions; over all when `dims` is empty.
public func stdMean(_ x: Tensor, dims: [Int], correction: Double = 1, keepDim: Bool = false) -> (
    std: Tensor, mean: Tensor
) { x.stdMean(dims: dims, correction: correction, keepDim: keepDim) }
/// Variance and mean of all elements.
public func varMean(_ x: Tensor, correction: Double = 1) -> (var: Tensor, mean: Tensor) {
    x.varMean(correction: correction)
}
/// Variance and mean along one dimension.
public func varMean(_ x: Tensor, dim: Int, correction: Double = 1, keepDim: Bool = false) -> (var: Tensor, mean: Tensor)
{ x.varMean(dim: dim, correction: correction, keepDim: keepDim) }
/// Variance and mean over several dimensions; over all when `dims` is empty.
public func varMean(_ x: Tensor, dims: [Int], correction: Double = 1, keepDim: Bool = false) -> (
    var: Tensor, mean: Tensor
) { x.varMean(dims: dims, correction: correction, keepDim: keepDim) }
/// The p-norm of the difference of two tensors that broadcast.
public func dist(_ x: Tensor, _ other: Tensor, p: Double = 2) -> Tensor { x.dist(other, p: p) }
/// The sum of the diagonal of a matrix.
public func trace(_ x: Tensor) -> Tensor { x.trace() }
/// The `n`-th differences of neighbours along `dim`: `x[i + 1] - x[i]`; of bool, whether they differ.
public func diff(_ x: Tensor, n: Int = 1, dim: Int = -1, prepend: Tensor? = nil, append: Tensor? = nil) -> Tensor {
    x.diff(n: n, dim: dim, prepend: prepend, append: append)
}
/// The covariance matrix of variables, the rows, from observations, the columns; a vector is one variable.
public func cov(_ x: Tensor, correction: Int = 1, fweights: Tensor? = nil, aweights: Tensor? = nil) -> Tensor {
    x.cov(correction: correction, fweights: fweights, aweights: aweights)
}
/// The correlation coefficients of variables, the rows; of a vector 1.
public func corrcoef(_ x: Tensor) -> Tensor { x.corrcoef() }
