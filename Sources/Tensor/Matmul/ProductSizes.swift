/// The sizes of a matrix product.
struct ProductSizes {
    /// What the batches broadcast to.
    let batch: Layout
    /// The result with two dimensions of matrices.
    let matrices: Layout
    /// The same without the dimensions that stand for a vector operand.
    let result: Layout

    /// Throws where the operands do not multiply.
    init(_ a: Tensor, _ b: Tensor, _ name: StaticString) throws(TensorError) {
        if a.ndim == 0 || b.ndim == 0 {
            throw TensorError(
                "\(name)", .shape, "both tensors need at least one dimension, got shapes \(a.shape) and \(b.shape)")
        }
        let (left, right) = (a.layout.sizes, b.layout.sizes)
        let k = left[a.ndim - 1]
        let other = right[max(b.ndim - 2, 0)]
        if k != other {
            throw TensorError(
                "\(name)", .shape,
                "shapes \(a.shape) and \(b.shape) do not multiply: the inner sizes are \(k) and \(other)")
        }
        let first = Layout(rank: max(a.ndim - 2, 0), sizes: left)
        let second = Layout(rank: max(b.ndim - 2, 0), sizes: right)
        guard let batch = Layout.broadcast(first, second) else {
            throw TensorError(
                "\(name)", .shape,
                "shapes \(a.shape) and \(b.shape) do not multiply: "
                    + "the batches' \(Layout.mismatch(first.shape, second.shape))")
        }
        let rank = batch.rank
        if rank + 2 > Layout.maximumRank {
            throw TensorError("\(name)", .shape, "the product of \(a.shape) and \(b.shape) has too many dimensions")
        }
        var sizes = batch.sizes
        (sizes[rank], sizes[rank + 1]) = (a.ndim > 1 ? left[a.ndim - 2] : 1, b.ndim > 1 ? right[b.ndim - 1] : 1)
        self.batch = batch
        matrices = Layout(rank: rank + 2, sizes: sizes)
        var kept = rank
        if a.ndim > 1 { kept += 1 }
        if b.ndim > 1 {
            sizes[kept] = sizes[rank + 1]
            kept += 1
        }
        result = Layout(rank: kept, sizes: sizes)
    }

    /// One of the result's matrices.
    var matrix: Layout {
        let (rank, sizes) = (matrices.rank, matrices.sizes)
        return Layout(rank: 2, sizes: [sizes[rank - 2], sizes[rank - 1], 1, 1, 1, 1, 1, 1])
    }
}
