import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// As `tile(_:)`.
public func tile(_ x: Tensor, dims: [Int]) -> Tensor { x.tile(dims: dims) }
/// As `repeat`, where fewer numbers than dimensions count from the last.
public func tile(_ x: Tensor, _ dims: [Int]) -> Tensor { x.tile(dims) }
/// As `repeatInterleave(_:dim:)`.
public func repeatInterleave(_ x: Tensor, _ repeats: Int, _ dim: Int) -> Tensor { x.repeatInterleave(repeats, dim) }
/// As `repeatInterleave(_:dim:)`.
public func repeatInterleave(_ x: Tensor, repeats: Int, dim: Int? = nil) -> Tensor {
    x.repeatInterleave(repeats: repeats, dim: dim)
}
/// As `repeatInterleave(_:dim:)`.
public func repeatInterleave(_ x: Tensor, repeats: Tensor, dim: Int? = nil) -> Tensor {
    x.repeatInterleave(repeats: repeats, dim: dim)
}
/// Each element `repeats` times in a row: along `dim`, or of all elements in a row.
public func repeatInterleave(_ x: Tensor, _ repeats: Int, dim: Int? = nil) -> Tensor {
    x.repeatInterleave(repeats, dim: dim)
}
/// Each element as often in a row as `repeats` says, which has one number, or one for each index of `dim`.
public func repeatInterleave(_ x: Tensor, _ repeats: Tensor, dim: Int? = nil) -> Tensor {
    x.repeatInterleave(repeats, dim: dim)
}
/// As `flip(_:)`.
public func flip(_ x: Tensor, dims: [Int]) -> Tensor { x.flip(dims: dims) }
/// A copy with the elements in reverse order along the dimensions given.
public func flip(_ x: Tensor, _ dims: [Int]) -> Tensor { x.flip(dims) }
/// A copy with the columns, dimension 1, in reverse order.
public func fliplr(_ x: Tensor) -> Tensor { x.fliplr() }
/// A copy with the rows, dimension 0, in reverse order.
public func flipud(_ x: Tensor) -> Tensor { x.flipud() }
/// As `roll(_:dim:)`.
public func roll(_ x: Tensor, _ shift: Int, _ dim: Int) -> Tensor { x.roll(shift, dim) }
/// As `roll(_:dim:)`.
public func roll(_ x: Tensor, _ shift: Int, dims: Int) -> Tensor { x.roll(shift, dims: dims) }
/// As `roll(_:dim:)`.
public func roll(_ x: Tensor, shifts: Int, dims: Int) -> Tensor { x.roll(shifts: shifts, dims: dims) }
/// As `roll(_:dims:)`.
public func roll(_ x: Tensor, shifts: [Int], dims: [Int]) -> Tensor { x.roll(shifts: shifts, dims: dims) }
/// As `roll(_:dims:)`.
public func roll(_ x: Tensor, _ shifts: [Int], _ dims: [Int]) -> Tensor { x.roll(shifts, dims) }
/// A copy with the elements `shift` places further along `dim`, those beyond the end at the beginning; without
/// `dim` of all elements in a row.
public func roll(_ x: Tensor, _ shift: Int, dim: Int? = nil) -> Tensor { x.roll(shift, dim: dim) }
/// `roll` along several dimensions, which may be given several times.
public func roll(_ x: Tensor, _ shifts: [Int], dims: [Int]) -> Tensor { x.roll(shifts, dims: dims) }
/// As `rot90(_:dims:)`.
public func rot90(_ x: Tensor, _ k: Int, _ dims: [Int]) -> Tensor { x.rot90(k, dims) }
/// A copy turned by `k` right angles in the plane of two dimensions, from the first towards the second.
public func rot90(_ x: Tensor, _ k: Int = 1, dims: [Int] = [0, 1]) -> Tensor { x.rot90(k, dims: dims) }
/// As `tril(_:)`.
public func tril(_ x: Tensor, diagonal: Int) -> Tensor { x.tril(diagonal: diagonal) }
/// A copy of the matrices in the last two dimensions with zeros above a diagonal; positive ones are above the main.
public func tril(_ x: Tensor, _ diagonal: Int = 0) -> Tensor { x.tril(diagonal) }
/// As `triu(_:)`.
public func triu(_ x: Tensor, diagonal: Int) -> Tensor { x.triu(diagonal: diagonal) }
/// A copy of the matrices in the last two dimensions with zeros below a diagonal; positive ones are above the main.
public func triu(_ x: Tensor, _ diagonal: Int = 0) -> Tensor { x.triu(diagonal) }
/// As `diag(_:)`.
public func diag(_ x: Tensor, diagonal: Int) -> Tensor { x.diag(diagonal: diagonal) }
/// A matrix with this 1-d tensor as a diagonal, or the diagonal of a matrix.
public func diag(_ x: Tensor, _ diagonal: Int = 0) -> Tensor { x.diag(diagonal) }
/// Zeros with the last dimension's elements on a diagonal of two new dimensions, which are `dim1` and `dim2` of
/// the result.
public func diagEmbed(_ x: Tensor, offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor {
    x.diagEmbed(offset: offset, dim1: dim1, dim2: dim2)
}
/// The elements on a diagonal of a matrix of zeros.
public func diagflat(_ x: Tensor, offset: Int = 0) -> Tensor { x.diagflat(offset: offset) }
/// Choices of `r` elements of a vector, as rows; the same element again `withReplacement`.
public func combinations(_ x: Tensor, _ r: Int = 2, withReplacement: Bool = false) -> Tensor {
    x.combinations(r, withReplacement: withReplacement)
}
/// Powers of a vector's elements as columns, from the highest to 0 or `increasing` from 0.
public func vander(_ x: Tensor, _ n: Int? = nil, increasing: Bool = false) -> Tensor {
    x.vander(n, increasing: increasing)
}
/// As `combinations(_:withReplacement:)`.
public func combinations(_ x: Tensor, r: Int, withReplacement: Bool = false) -> Tensor {
    x.combinations(r, withReplacement: withReplacement)
}
