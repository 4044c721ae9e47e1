import PinionTensor

// Copies with the arguments' names, as PyTorch takes them too.
extension Tensor {
    /// As `flip(_:)`.
    public func flip(dims: [Int]) -> Tensor { flip(dims) }
    /// As `roll(_:dim:)`.
    public func roll(_ shift: Int, _ dim: Int) -> Tensor { roll(shift, dim: dim) }
    /// As `roll(_:dim:)`.
    public func roll(_ shift: Int, dims: Int) -> Tensor { roll(shift, dim: dims) }
    /// As `roll(_:dim:)`.
    public func roll(shifts: Int, dims: Int) -> Tensor { roll(shifts, dim: dims) }
    /// As `roll(_:dims:)`.
    public func roll(shifts: [Int], dims: [Int]) -> Tensor { roll(shifts, dims: dims) }
    /// As `roll(_:dims:)`.
    public func roll(_ shifts: [Int], _ dims: [Int]) -> Tensor { roll(shifts, dims: dims) }
    /// As `rot90(_:dims:)`.
    public func rot90(_ k: Int, _ dims: [Int]) -> Tensor { rot90(k, dims: dims) }
    /// As `tril(_:)`.
    public func tril(diagonal: Int) -> Tensor { tril(diagonal) }
    /// As `triu(_:)`.
    public func triu(diagonal: Int) -> Tensor { triu(diagonal) }
    /// As `trilInPlace(_:)`.
    @discardableResult
    public func trilInPlace(diagonal: Int) -> Tensor { trilInPlace(diagonal) }
    /// As `triuInPlace(_:)`.
    @discardableResult
    public func triuInPlace(diagonal: Int) -> Tensor { triuInPlace(diagonal) }
    /// As `diag(_:)`.
    public func diag(diagonal: Int) -> Tensor { diag(diagonal) }
    /// As `tile(_:)`.
    public func tile(dims: [Int]) -> Tensor { tile(dims) }
    /// As `repeatInterleave(_:dim:)`.
    public func repeatInterleave(_ repeats: Int, _ dim: Int) -> Tensor { repeatInterleave(repeats, dim: dim) }
    /// As `repeatInterleave(_:dim:)`.
    public func repeatInterleave(repeats: Int, dim: Int? = nil) -> Tensor { repeatInterleave(repeats, dim: dim) }
    /// As `repeatInterleave(_:dim:)`.
    public func repeatInterleave(repeats: Tensor, dim: Int? = nil) -> Tensor { repeatInterleave(repeats, dim: dim) }
}
