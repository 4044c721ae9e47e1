import PinionTensor

// Views and their like with the arguments' names, as PyTorch takes them too.
extension Tensor {
    /// As `squeeze(_:)`.
    public func squeeze(dim: Int) -> Tensor { squeeze(dim) }
    /// As `squeeze(_:)`.
    public func squeeze(dims: [Int]) -> Tensor { squeeze(dims) }
    /// As `unsqueeze(_:)`.
    public func unsqueeze(dim: Int) -> Tensor { unsqueeze(dim) }
    /// As `unbind(_:)`.
    public func unbind(dim: Int) -> [Tensor] { unbind(dim) }
    /// As `transpose(_:_:)`.
    public func transpose(dim0: Int, dim1: Int) -> Tensor { transpose(dim0, dim1) }
    /// As `permute(_:)`.
    public func permute(dims: [Int]) -> Tensor { permute(dims) }
    /// As `movedim(_:_:)`.
    public func movedim(source: Int, destination: Int) -> Tensor { movedim(source, destination) }
    /// As `movedim(_:_:)`.
    public func movedim(source: [Int], destination: [Int]) -> Tensor { movedim(source, destination) }
    /// As `unflatten(_:_:)`.
    public func unflatten(dim: Int, sizes: [Int]) -> Tensor { unflatten(dim, sizes) }
    /// As `narrow(_:_:_:)`.
    public func narrow(dim: Int, start: Int, length: Int) -> Tensor { narrow(dim, start, length) }
    /// As `select(_:_:)`.
    public func select(dim: Int, index: Int) -> Tensor { select(dim, index) }
    /// As `unfold(_:_:_:)`.
    public func unfold(dimension: Int, size: Int, step: Int) -> Tensor { unfold(dimension, size, step) }
    /// As `selectScatter(_:_:_:)`.
    public func selectScatter(_ src: Tensor, dim: Int, index: Int) -> Tensor { selectScatter(src, dim, index) }
    /// As `chunk(_:dim:)`.
    public func chunk(chunks: Int, dim: Int = 0) -> [Tensor] { chunk(chunks, dim: dim) }
    /// As `chunk(_:dim:)`.
    public func chunk(_ chunks: Int, _ dim: Int) -> [Tensor] { chunk(chunks, dim: dim) }
    /// As `split(_:dim:)`.
    public func split(_ splitSize: Int, _ dim: Int) -> [Tensor] { split(splitSize, dim: dim) }
    /// As `split(_:dim:)`.
    public func split(_ sizes: [Int], _ dim: Int) -> [Tensor] { split(sizes, dim: dim) }
}
