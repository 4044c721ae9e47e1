import PinionSIMDKernels

// Operations along a dimension work on rows: that dimension last, elements in row-major order.
extension Raw {
    /// `x` with dimension `d` last and its elements in that order; a 0-d tensor as one row of one element.
    static func rows(_ x: Tensor, _ d: Int) -> Tensor {
        if x.ndim == 0 {
            return Tensor(x.storage, Layout(rank: 1, sizes: .one, strides: .one, offset: x.layout.offset), x.dtype)
        }
        return contiguous(Tensor(x.storage, x.layout.moving(d, to: x.ndim - 1), x.dtype))
    }

    /// What was computed of the rows of a tensor of `rank` dimensions, with the last dimension back at `d`.
    static func unrowed(_ y: Tensor, _ d: Int, rank: Int) -> Tensor {
        if rank == 0 { return Tensor(y.storage, Layout(rank: 0, sizes: .one), y.dtype) }
        return contiguous(Tensor(y.storage, y.layout.moving(rank - 1, to: d), y.dtype))
    }

    /// A new tensor for rows of `n` elements beside those of `rows`.
    static func rows(like rows: Tensor, _ n: Int, _ dtype: DType) -> Tensor {
        Tensor(Layout(rank: rows.ndim, sizes: rows.layout.sizes.replacing(rows.ndim - 1, with: n)), dtype)
    }

    /// Calls `body` with ranges of rows, from several threads; a row has `n` elements that cost `cost` each, where 1 is
    /// about half a nanosecond.
    static func forEachRows(_ rows: Tensor, cost: Int, _ body: (Range<Int>) -> Void) {
        let n = rows.layout.sizes[rows.ndim - 1]
        let count = n == 0 ? 0 : rows.numel / n
        parallelFor(0..<count, grain: Swift.max(1, 32768 / (n * cost + 1)), body)
    }
}

extension Layout {
    /// The same elements with dimension `d` at place `target`.
    func moving(_ d: Int, to target: Int) -> Layout {
        var order = Array(0..<rank)
        order.insert(order.remove(at: d), at: target)
        let (own, steps) = (sizes, strides)
        var (sizes, strides) = (Extents(), Extents())
        for (e, source) in order.enumerated() { (sizes[e], strides[e]) = (own[source], steps[source]) }
        return Layout(rank: rank, sizes: sizes, strides: strides, offset: offset)
    }
}
