import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// A view with other sizes where strides can say so, otherwise a copy.
public func reshape(_ x: Tensor, _ shape: [Int]) -> Tensor { x.reshape(shape) }
/// The dimensions from `startDim` to `endDim` as one; a view where possible.
public func flatten(_ x: Tensor, startDim: Int = 0, endDim: Int = -1) -> Tensor {
    x.flatten(startDim: startDim, endDim: endDim)
}
/// The same by position: `x.flatten(1)`.
public func flatten(_ x: Tensor, _ startDim: Int, _ endDim: Int = -1) -> Tensor { x.flatten(startDim, endDim) }
/// All elements in row-major order, 1-d; a view where possible.
public func ravel(_ x: Tensor) -> Tensor { x.ravel() }
/// Dimension `dim` cut into several, one of whose sizes may be -1; a view where possible.
public func unflatten(_ x: Tensor, _ dim: Int, _ sizes: [Int]) -> Tensor { x.unflatten(dim, sizes) }
/// As `unflatten(_:_:)`.
public func unflatten(_ x: Tensor, dim: Int, sizes: [Int]) -> Tensor { x.unflatten(dim: dim, sizes: sizes) }
/// A view without the dimensions of size 1.
public func squeeze(_ x: Tensor) -> Tensor { x.squeeze() }
/// A view without dimension `dim` where its size is 1, otherwise as it is.
public func squeeze(_ x: Tensor, _ dim: Int) -> Tensor { x.squeeze(dim) }
/// A view without those of the dimensions `dims` that have size 1.
public func squeeze(_ x: Tensor, _ dims: [Int]) -> Tensor { x.squeeze(dims) }
/// As `squeeze(_:)`.
public func squeeze(_ x: Tensor, dim: Int) -> Tensor { x.squeeze(dim: dim) }
/// As `squeeze(_:)`.
public func squeeze(_ x: Tensor, dims: [Int]) -> Tensor { x.squeeze(dims: dims) }
/// A view with a new dimension of size 1 at `dim`.
public func unsqueeze(_ x: Tensor, _ dim: Int) -> Tensor { x.unsqueeze(dim) }
/// As `unsqueeze(_:)`.
public func unsqueeze(_ x: Tensor, dim: Int) -> Tensor { x.unsqueeze(dim: dim) }
/// A view with the dimensions in another order: dimension i of the result is `dims[i]` of x.
public func permute(_ x: Tensor, _ dims: [Int]) -> Tensor { x.permute(dims) }
/// As `permute(_:)`.
public func permute(_ x: Tensor, dims: [Int]) -> Tensor { x.permute(dims: dims) }
/// A view with two dimensions exchanged.
public func transpose(_ x: Tensor, _ dim0: Int, _ dim1: Int) -> Tensor { x.transpose(dim0, dim1) }
/// As `transpose(_:_:)`.
public func transpose(_ x: Tensor, dim0: Int, dim1: Int) -> Tensor { x.transpose(dim0: dim0, dim1: dim1) }
/// A view with two dimensions exchanged, as `transpose`.
public func swapaxes(_ x: Tensor, _ axis0: Int, _ axis1: Int) -> Tensor { x.swapaxes(axis0, axis1) }
/// A view with two dimensions exchanged, as `transpose`.
public func swapdims(_ x: Tensor, _ dim0: Int, _ dim1: Int) -> Tensor { x.swapdims(dim0, dim1) }
/// The transposed matrix, as a view; tensors of fewer than two dimensions stay as they are.
public func t(_ x: Tensor) -> Tensor { x.t() }
/// A view with one dimension moved to another place, the others kept in order.
public func movedim(_ x: Tensor, _ source: Int, _ destination: Int) -> Tensor { x.movedim(source, destination) }
/// A view with dimensions moved to other places, the others kept in order.
public func movedim(_ x: Tensor, _ source: [Int], _ destination: [Int]) -> Tensor { x.movedim(source, destination) }
/// As `movedim(_:_:)`.
public func movedim(_ x: Tensor, source: Int, destination: Int) -> Tensor {
    x.movedim(source: source, destination: destination)
}
/// As `movedim(_:_:)`.
public func movedim(_ x: Tensor, source: [Int], destination: [Int]) -> Tensor {
    x.movedim(source: source, destination: destination)
}
/// As `movedim`.
public func moveaxis(_ x: Tensor, _ source: Int, _ destination: Int) -> Tensor { x.moveaxis(source, destination) }
/// As `movedim`.
public func moveaxis(_ x: Tensor, _ source: [Int], _ destination: [Int]) -> Tensor { x.moveaxis(source, destination) }
/// A view of `length` elements of dimension `dim` from `start`, which counts from the end where negative.
public func narrow(_ x: Tensor, _ dim: Int, _ start: Int, _ length: Int) -> Tensor { x.narrow(dim, start, length) }
/// As `narrow(_:_:_:)`.
public func narrow(_ x: Tensor, dim: Int, start: Int, length: Int) -> Tensor {
    x.narrow(dim: dim, start: start, length: length)
}
/// A view of the elements at `index` of dimension `dim`, which is gone.
public func select(_ x: Tensor, _ dim: Int, _ index: Int) -> Tensor { x.select(dim, index) }
/// As `select(_:_:)`.
public func select(_ x: Tensor, dim: Int, index: Int) -> Tensor { x.select(dim: dim, index: index) }
/// A view of the elements (i, i + offset) of two dimensions, as the last dimension.
public func diagonal(_ x: Tensor, offset: Int = 0, dim1: Int = 0, dim2: Int = 1) -> Tensor {
    x.diagonal(offset: offset, dim1: dim1, dim2: dim2)
}
/// A view of x's memory with any sizes and strides, from `storageOffset` (x's own by default).
public func asStrided(_ x: Tensor, _ size: [Int], _ stride: [Int], _ storageOffset: Int? = nil) -> Tensor {
    x.asStrided(size, stride, storageOffset)
}
/// A view in a shape that this one broadcasts to.
public func broadcastTo(_ x: Tensor, _ shape: [Int]) -> Tensor { x.broadcastTo(shape) }
/// The same elements without history; changes of one are seen in the other.
public func detach(_ x: Tensor) -> Tensor { x.detach() }
/// A copy of the elements in memory of its own, recorded.
public func clone(_ x: Tensor) -> Tensor { x.clone() }
/// Views of `splitSize` elements each along `dim`; the last one may be smaller.
public func split(_ x: Tensor, _ splitSize: Int, dim: Int = 0) -> [Tensor] { x.split(splitSize, dim: dim) }
/// Views of `sizes` elements along `dim`, which must make up the whole.
public func split(_ x: Tensor, _ sizes: [Int], dim: Int = 0) -> [Tensor] { x.split(sizes, dim: dim) }
/// As `split(_:dim:)`.
public func split(_ x: Tensor, _ splitSize: Int, _ dim: Int) -> [Tensor] { x.split(splitSize, dim) }
/// As `split(_:dim:)`.
public func split(_ x: Tensor, _ sizes: [Int], _ dim: Int) -> [Tensor] { x.split(sizes, dim) }
/// At most `chunks` views of one size along `dim`; the last one may be smaller.
public func chunk(_ x: Tensor, _ chunks: Int, dim: Int = 0) -> [Tensor] { x.chunk(chunks, dim: dim) }
/// As `chunk(_:dim:)`.
public func chunk(_ x: Tensor, chunks: Int, dim: Int = 0) -> [Tensor] { x.chunk(chunks: chunks, dim: dim) }
/// As `chunk(_:dim:)`.
public func chunk(_ x: Tensor, _ chunks: Int, _ dim: Int) -> [Tensor] { x.chunk(chunks, dim) }
/// Views of the elements at each index of `dim`, which is gone.
public func unbind(_ x: Tensor, _ dim: Int = 0) -> [Tensor] { x.unbind(dim) }
/// As `unbind(_:)`.
public func unbind(_ x: Tensor, dim: Int) -> [Tensor] { x.unbind(dim: dim) }
/// `sections` views along `dim` whose sizes differ by at most one, larger ones first.
public func tensorSplit(_ x: Tensor, _ sections: Int, dim: Int = 0) -> [Tensor] { x.tensorSplit(sections, dim: dim) }
/// Views along `dim` between `indices`, which are clamped to the dimension as a slice's bounds are.
public func tensorSplit(_ x: Tensor, _ indices: [Int], dim: Int = 0) -> [Tensor] { x.tensorSplit(indices, dim: dim) }
/// `tensorSplit` along columns: dimension 1, or 0 of a 1-d tensor.
public func hsplit(_ x: Tensor, _ sections: Int) -> [Tensor] { x.hsplit(sections) }
/// `tensorSplit` between column indices: along dimension 1, or 0 of a 1-d tensor.
public func hsplit(_ x: Tensor, _ indices: [Int]) -> [Tensor] { x.hsplit(indices) }
/// `tensorSplit` along rows, dimension 0 of at least two.
public func vsplit(_ x: Tensor, _ sections: Int) -> [Tensor] { x.vsplit(sections) }
/// `tensorSplit` between row indices.
public func vsplit(_ x: Tensor, _ indices: [Int]) -> [Tensor] { x.vsplit(indices) }
/// `tensorSplit` along depth, dimension 2 of at least three.
public func dsplit(_ x: Tensor, _ sections: Int) -> [Tensor] { x.dsplit(sections) }
/// `tensorSplit` between indices of dimension 2.
public func dsplit(_ x: Tensor, _ indices: [Int]) -> [Tensor] { x.dsplit(indices) }
/// Parts of the sizes given along `dim`, as `split`.
public func splitWithSizes(_ x: Tensor, _ sizes: [Int], dim: Int = 0) -> [Tensor] { x.splitWithSizes(sizes, dim: dim) }
/// x with `src` in place of what `select(dim, index)` gives.
public func selectScatter(_ x: Tensor, _ src: Tensor, _ dim: Int, _ index: Int) -> Tensor {
    x.selectScatter(src, dim, index)
}
/// As `selectScatter(_:_:_:)`.
public func selectScatter(_ x: Tensor, _ src: Tensor, dim: Int, index: Int) -> Tensor {
    x.selectScatter(src, dim: dim, index: index)
}
/// x with `src` in place of the elements from `start` to before `end` of dimension `dim`, `step` apart.
public func sliceScatter(_ x: Tensor, _ src: Tensor, dim: Int = 0, start: Int? = nil, end: Int? = nil, step: Int = 1)
    -> Tensor
{ x.sliceScatter(src, dim: dim, start: start, end: end, step: step) }
/// x with `src` in place of what `diagonal` gives.
public func diagonalScatter(_ x: Tensor, _ src: Tensor, offset: Int = 0, dim1: Int = 0, dim2: Int = 1) -> Tensor {
    x.diagonalScatter(src, offset: offset, dim1: dim1, dim2: dim2)
}
/// x with `src` in place of what `asStrided` gives: the elements of its memory at these strides.
public func asStridedScatter(_ x: Tensor, _ src: Tensor, _ size: [Int], _ stride: [Int], _ storageOffset: Int? = nil)
    -> Tensor
{ x.asStridedScatter(src, size, stride, storageOffset) }
