import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// The elements that `index` chooses along `dim`: `y[i, j] = x[index[i, j], j]` for dim 0 of a matrix.
public func gather(_ x: Tensor, _ dim: Int, _ index: Tensor) -> Tensor { x.gather(dim, index) }
/// As `gather(_:_:)`.
public func gather(_ x: Tensor, dim: Int, index: Tensor) -> Tensor { x.gather(dim: dim, index: index) }
/// As `scatter(_:_:_:reduce:)`.
public func scatter(_ x: Tensor, dim: Int, index: Tensor, src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
    x.scatter(dim: dim, index: index, src: src, reduce: reduce)
}
/// As `scatter(_:_:_:reduce:)`.
public func scatter(_ x: Tensor, _ dim: Int, _ index: Tensor, src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
    x.scatter(dim, index, src: src, reduce: reduce)
}
/// As `scatter(_:_:_:reduce:)`.
public func scatter(_ x: Tensor, dim: Int, index: Tensor, value: some TensorScalar, reduce: ScatterReduce? = nil)
    -> Tensor
{ x.scatter(dim: dim, index: index, value: value, reduce: reduce) }
/// As `scatter(_:_:_:reduce:)`.
public func scatter(_ x: Tensor, _ dim: Int, _ index: Tensor, value: some TensorScalar, reduce: ScatterReduce? = nil)
    -> Tensor
{ x.scatter(dim, index, value: value, reduce: reduce) }
/// x with the elements of `src` at the places that `index` names: `y[index[i, j], j] = src[i, j]` for dim 0 of a
/// matrix.
public func scatter(_ x: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
    x.scatter(dim, index, src, reduce: reduce)
}
/// The same with one number for all places.
public func scatter<S: TensorScalar>(_ x: Tensor, _ dim: Int, _ index: Tensor, _ value: S, reduce: ScatterReduce? = nil)
    -> Tensor
{ x.scatter(dim, index, value, reduce: reduce) }
/// As `scatterAdd(_:_:_:)`.
public func scatterAdd(_ x: Tensor, dim: Int, index: Tensor, src: Tensor) -> Tensor {
    x.scatterAdd(dim: dim, index: index, src: src)
}
/// x with the elements of `src` added at the places that `index` names, in the order of the index.
public func scatterAdd(_ x: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor) -> Tensor {
    x.scatterAdd(dim, index, src)
}
/// x with the elements of `src` combined at the places that `index` names along `dim`.
public func scatterReduce(
    _ x: Tensor, _ dim: Int, _ index: Tensor, _ src: Tensor, reduce: ScatterReduceOperation, includeSelf: Bool = true
) -> Tensor { x.scatterReduce(dim, index, src, reduce: reduce, includeSelf: includeSelf) }
/// The elements at the indices of dimension `dim`, in their order.
public func indexSelect(_ x: Tensor, _ dim: Int, _ index: Tensor) -> Tensor { x.indexSelect(dim, index) }
/// As `indexSelect(_:_:)`.
public func indexSelect(_ x: Tensor, dim: Int, index: Tensor) -> Tensor { x.indexSelect(dim: dim, index: index) }
/// x with `alpha · source` added at the indices of dimension `dim`, in their order.
public func indexAdd(_ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, alpha: Double = 1) -> Tensor {
    x.indexAdd(dim, index, source, alpha: alpha)
}
/// As `indexAdd(_:_:_:alpha:)`.
public func indexAdd(_ x: Tensor, dim: Int, index: Tensor, source: Tensor, alpha: Double = 1) -> Tensor {
    x.indexAdd(dim: dim, index: index, source: source, alpha: alpha)
}
/// x with the elements of `source` at the indices of dimension `dim`.
public func indexCopy(_ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
    x.indexCopy(dim, index, source)
}
/// As `indexCopy(_:_:_:)`.
public func indexCopy(_ x: Tensor, dim: Int, index: Tensor, source: Tensor) -> Tensor {
    x.indexCopy(dim: dim, index: index, source: source)
}
/// x with a number at the indices of dimension `dim`.
public func indexFill<S: TensorScalar>(_ x: Tensor, _ dim: Int, _ index: Tensor, _ value: S) -> Tensor {
    x.indexFill(dim, index, value)
}
/// x with the only element of `value` at the indices of dimension `dim`.
public func indexFill(_ x: Tensor, _ dim: Int, _ index: Tensor, _ value: Tensor) -> Tensor {
    x.indexFill(dim, index, value)
}
/// As `indexFill(_:_:_:)`.
public func indexFill(_ x: Tensor, dim: Int, index: Tensor, value: some TensorScalar) -> Tensor {
    x.indexFill(dim: dim, index: index, value: value)
}
/// x with `values`, which broadcast, at the places that index tensors name: `result[indices] = values`.
public func indexPut(_ x: Tensor, _ indices: [Tensor?], _ values: Tensor, accumulate: Bool = false) -> Tensor {
    x.indexPut(indices, values, accumulate: accumulate)
}
/// x with the slices of `source` along `dim` combined at the places that `index` names.
public func indexReduce(
    _ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, reduce: ScatterReduceOperation, includeSelf: Bool = true
) -> Tensor { x.indexReduce(dim, index, source, reduce: reduce, includeSelf: includeSelf) }
/// The elements where the mask holds, 1-d, in row-major order.
public func maskedSelect(_ x: Tensor, _ mask: Tensor) -> Tensor { x.maskedSelect(mask) }
/// As `maskedFill(_:_:)`.
public func maskedFill(_ x: Tensor, _ mask: Tensor, value: some TensorScalar) -> Tensor {
    x.maskedFill(mask, value: value)
}
/// As `maskedFill(_:_:)`, for numbers that need a type: `-.infinity`.
public func maskedFill(_ x: Tensor, _ mask: Tensor, value: Double) -> Tensor { x.maskedFill(mask, value: value) }
/// x with a number where the mask, which broadcasts, holds.
public func maskedFill<S: TensorScalar>(_ x: Tensor, _ mask: Tensor, _ value: S) -> Tensor { x.maskedFill(mask, value) }
/// x with a number where `mask` is true: `-.infinity` needs no type.
public func maskedFill(_ x: Tensor, _ mask: Tensor, _ value: Double) -> Tensor { x.maskedFill(mask, value) }
/// x with the only element of `value` where the mask, which broadcasts, holds.
public func maskedFill(_ x: Tensor, _ mask: Tensor, _ value: Tensor) -> Tensor { x.maskedFill(mask, value) }
/// x with the elements of `source`, in order, where the mask, which broadcasts, holds.
public func maskedScatter(_ x: Tensor, _ mask: Tensor, _ source: Tensor) -> Tensor { x.maskedScatter(mask, source) }
/// The elements at `index` in row-major order, in the index's shape.
public func take(_ x: Tensor, _ index: Tensor) -> Tensor { x.take(index) }
/// x with the elements at `index` in row-major order replaced by those of `source`, or with `accumulate` added to.
public func put(_ x: Tensor, _ index: Tensor, _ source: Tensor, accumulate: Bool = false) -> Tensor {
    x.put(index, source, accumulate: accumulate)
}
/// `gather`, where the index broadcasts to x but for `dim`; without `dim` of all elements in a row.
public func takeAlongDim(_ x: Tensor, _ indices: Tensor, dim: Int? = nil) -> Tensor {
    x.takeAlongDim(indices, dim: dim)
}
/// As `takeAlongDim(_:dim:)`.
public func takeAlongDim(_ x: Tensor, _ indices: Tensor, _ dim: Int) -> Tensor { x.takeAlongDim(indices, dim) }
/// The places of the elements that are not zero, in row-major order: int64, [count, ndim].
public func nonzero(_ x: Tensor) -> Tensor { x.nonzero() }
/// The places as a 1-d int64 tensor for each dimension, as an index takes them; a 0-d tensor counts as 1-d.
public func nonzero(_ x: Tensor, asTuple: Bool) -> [Tensor] { x.nonzero(asTuple: asTuple) }
/// The places of the elements that are not zero, as `nonzero()`.
public func argwhere(_ x: Tensor) -> Tensor { x.argwhere() }
