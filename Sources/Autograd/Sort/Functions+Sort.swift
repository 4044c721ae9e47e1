import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// As `sort(dim:descending:stable:)`.
public func sort(_ x: Tensor, _ dim: Int, descending: Bool = false, stable: Bool = false) -> (
    values: Tensor, indices: Tensor
) { x.sort(dim, descending: descending, stable: stable) }
/// The elements along `dim` in order, NaN as the largest, and where they were.
public func sort(_ x: Tensor, dim: Int = -1, descending: Bool = false, stable: Bool = false) -> (
    values: Tensor, indices: Tensor
) { x.sort(dim: dim, descending: descending, stable: stable) }
/// As `argsort(dim:descending:stable:)`.
public func argsort(_ x: Tensor, _ dim: Int, descending: Bool = false, stable: Bool = false) -> Tensor {
    x.argsort(dim, descending: descending, stable: stable)
}
/// Where the elements along `dim` in order are, as `sort`.
public func argsort(_ x: Tensor, dim: Int = -1, descending: Bool = false, stable: Bool = false) -> Tensor {
    x.argsort(dim: dim, descending: descending, stable: stable)
}
/// The elements along the first dimension in order.
public func msort(_ x: Tensor) -> Tensor { x.msort() }
/// As `topk(_:dim:largest:sorted:)`.
public func topk(_ x: Tensor, _ k: Int, _ dim: Int, largest: Bool = true, sorted: Bool = true) -> (
    values: Tensor, indices: Tensor
) { x.topk(k, dim, largest: largest, sorted: sorted) }
/// As `topk(_:dim:largest:sorted:)`.
public func topk(_ x: Tensor, k: Int, dim: Int = -1, largest: Bool = true, sorted: Bool = true) -> (
    values: Tensor, indices: Tensor
) { x.topk(k: k, dim: dim, largest: largest, sorted: sorted) }
/// The `k` largest elements along `dim` and where they are.
public func topk(_ x: Tensor, _ k: Int, dim: Int = -1, largest: Bool = true, sorted: Bool = true) -> (
    values: Tensor, indices: Tensor
) { x.topk(k, dim: dim, largest: largest, sorted: sorted) }
/// As `kthvalue(_:dim:keepDim:)`.
public func kthvalue(_ x: Tensor, _ k: Int, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.kthvalue(k, dim, keepDim: keepDim)
}
/// The `k`-th smallest elements along `dim`, counted from 1, and where they are.
public func kthvalue(_ x: Tensor, _ k: Int, dim: Int = -1, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.kthvalue(k, dim: dim, keepDim: keepDim)
}
/// As `median(dim:keepDim:)`.
public func median(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.median(dim, keepDim: keepDim)
}
/// The element in the middle, the lower of two, of shape []; NaN if there is one, and of none.
public func median(_ x: Tensor) -> Tensor { x.median() }
/// The elements in the middle along `dim`, the lower of two, and where they are; NaN if there is one.
public func median(_ x: Tensor, dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.median(dim: dim, keepDim: keepDim)
}
/// As `nanmedian(dim:keepDim:)`.
public func nanmedian(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.nanmedian(dim, keepDim: keepDim)
}
/// The element in the middle of those that are not NaN.
public func nanmedian(_ x: Tensor) -> Tensor { x.nanmedian() }
/// The elements in the middle along `dim` of those that are not NaN, and where they are.
public func nanmedian(_ x: Tensor, dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.nanmedian(dim: dim, keepDim: keepDim)
}
/// As `mode(dim:keepDim:)`.
public func mode(_ x: Tensor, _ dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.mode(dim, keepDim: keepDim)
}
/// The most frequent elements along `dim`, the smallest of those, and where they are last.
public func mode(_ x: Tensor, dim: Int = -1, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.mode(dim: dim, keepDim: keepDim)
}
/// As `quantile(_:dim:keepDim:interpolation:)`.
public func quantile(_ x: Tensor, _ q: Double, _ dim: Int, keepDim: Bool = false) -> Tensor {
    x.quantile(q, dim, keepDim: keepDim)
}
/// The quantiles `q`, from 0 to 1, along `dim` or of all elements; NaN where there is a NaN.
public func quantile(
    _ x: Tensor, _ q: Double, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
) -> Tensor { x.quantile(q, dim: dim, keepDim: keepDim, interpolation: interpolation) }
/// The quantiles for each element of `q`, a vector or of shape [], which the result has as its first dimension.
public func quantile(
    _ x: Tensor, _ q: Tensor, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
) -> Tensor { x.quantile(q, dim: dim, keepDim: keepDim, interpolation: interpolation) }
/// The quantiles `q` along `dim` or of all elements that are not NaN.
public func nanquantile(
    _ x: Tensor, _ q: Double, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
) -> Tensor { x.nanquantile(q, dim: dim, keepDim: keepDim, interpolation: interpolation) }
/// The quantiles for each element of `q` of the elements that are not NaN.
public func nanquantile(
    _ x: Tensor, _ q: Tensor, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
) -> Tensor { x.nanquantile(q, dim: dim, keepDim: keepDim, interpolation: interpolation) }
/// The different elements, in order; every NaN is different from all others.
public func unique(_ x: Tensor, sorted: Bool = true) -> Tensor { x.unique(sorted: sorted) }
/// The different elements, and the place of each of x's elements among them.
public func unique(_ x: Tensor, sorted: Bool = true, returnInverse: Bool) -> (output: Tensor, inverse: Tensor) {
    x.unique(sorted: sorted, returnInverse: returnInverse)
}
/// The different elements, and how often each occurs.
public func unique(_ x: Tensor, sorted: Bool = true, returnCounts: Bool) -> (output: Tensor, counts: Tensor) {
    x.unique(sorted: sorted, returnCounts: returnCounts)
}
/// The different elements, the place of each of x's elements among them, and how often each occurs.
public func unique(_ x: Tensor, sorted: Bool = true, returnInverse: Bool, returnCounts: Bool) -> (
    output: Tensor, inverse: Tensor, counts: Tensor
) { x.unique(sorted: sorted, returnInverse: returnInverse, returnCounts: returnCounts) }
/// The different slices along `dim`, in lexicographic order; the place of each of x's slices among them; and how
/// often each occurs.
public func unique(_ x: Tensor, dim: Int) -> (output: Tensor, inverse: Tensor, counts: Tensor) { x.unique(dim: dim) }
/// The elements in row-major order without those that are equal to the one before.
public func uniqueConsecutive(_ x: Tensor) -> Tensor { x.uniqueConsecutive() }
/// Runs of equal elements: the element of each, which run each element belongs to, and the runs' lengths.
public func uniqueConsecutive(_ x: Tensor, returnInverse: Bool, returnCounts: Bool) -> (
    output: Tensor, inverse: Tensor, counts: Tensor
) { x.uniqueConsecutive(returnInverse: returnInverse, returnCounts: returnCounts) }
/// The slices along `dim` without those that are equal to the one before; which of them each slice belongs to; and
/// how many do.
public func uniqueConsecutive(_ x: Tensor, dim: Int) -> (output: Tensor, inverse: Tensor, counts: Tensor) {
    x.uniqueConsecutive(dim: dim)
}
/// How often each number from 0 to the largest occurs in a vector of integers; with weights their sums.
public func bincount(_ x: Tensor, weights: Tensor? = nil, minlength: Int = 0) -> Tensor {
    x.bincount(weights: weights, minlength: minlength)
}
/// How many elements lie in each of `bins` equal parts of the range from `min` to `max`; others do not count.
public func histc(_ x: Tensor, bins: Int = 100, min: Double = 0, max: Double = 0) -> Tensor {
    x.histc(bins: bins, min: min, max: max)
}
/// How many elements lie in each of `bins` equal parts of a range, or their weights' sums, and the parts' bounds.
public func histogram(
    _ x: Tensor, _ bins: Int, range: (Double, Double)? = nil, weight: Tensor? = nil, density: Bool = false
) -> (hist: Tensor, binEdges: Tensor) { x.histogram(bins, range: range, weight: weight, density: density) }
/// The same between bounds that ascend.
public func histogram(_ x: Tensor, _ bins: Tensor, weight: Tensor? = nil, density: Bool = false) -> (
    hist: Tensor, binEdges: Tensor
) { x.histogram(bins, weight: weight, density: density) }
/// As `kthvalue(_:dim:keepDim:)`.
public func kthvalue(_ x: Tensor, k: Int, dim: Int = -1, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
    x.kthvalue(k, dim: dim, keepDim: keepDim)
}
/// As `histogram(_:_:range:weight:density:)`, with the name of the bins.
public func histogram(
    _ x: Tensor, bins: Int, range: (Double, Double)? = nil, weight: Tensor? = nil, density: Bool = false
) -> (hist: Tensor, binEdges: Tensor) { x.histogram(bins, range: range, weight: weight, density: density) }
