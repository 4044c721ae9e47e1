import PinionSIMDKernels

// The layouts of views of some elements. Arguments have been checked.
extension Layout {
    /// The elements at `index` of dimension `d`, which is gone.
    package func selected(_ d: Int, _ index: Int) -> Layout {
        let (sizes, strides) = (sizes, strides)
        var (newSizes, newStrides) = (sizes, strides)
        for e in d..<rank - 1 {
            newSizes[e] = sizes[e + 1]
            newStrides[e] = strides[e + 1]
        }
        return Layout(
            rank: rank - 1, sizes: newSizes, strides: newStrides, offset: offset + index * strides[d])
    }

    /// `count` elements of dimension `d` from `start`, `step` apart.
    package func sliced(_ d: Int, from start: Int, count: Int, by step: Int = 1) -> Layout {
        let strides = strides
        return Layout(
            rank: rank, sizes: sizes.replacing(d, with: count), strides: strides.replacing(d, with: strides[d] * step),
            offset: offset + start * strides[d])
    }

    /// Windows of `size` elements along `d`, `step` apart; the elements of a window are the new last dimension.
    package func unfolded(_ d: Int, size: Int, step: Int) -> Layout {
        let own = rank == 0 ? Layout(rank: 1, sizes: Extents(repeating: 1)).offset(to: offset) : self
        let (sizes, strides) = (own.sizes, own.strides)
        let windows = Layout(
            rank: own.rank, sizes: sizes.replacing(d, with: (sizes[d] - size) / step + 1),
            strides: strides.replacing(d, with: strides[d] * step), offset: offset)
        // A 0-d tensor has one window, of at most one element.
        let last = windows.inserting(size: size, stride: strides[d], at: own.rank)
        return rank == 0 ? last.permuted([1]) : last
    }

    /// The diagonal `shift` above the main one (below where negative) of dimensions `a` and `b`, as the last dimension.
    package func diagonal(_ shift: Int, _ a: Int, _ b: Int) -> Layout {
        let (sizes, strides) = (sizes, strides)
        let (rows, columns) = (sizes[a] - max(-shift, 0), sizes[b] - max(shift, 0))
        let count = max(0, min(rows, columns))
        let start = count == 0 ? 0 : shift >= 0 ? shift * strides[b] : -shift * strides[a]
        let others = permuted((0..<rank).filter { $0 != a && $0 != b })
        return others.offset(to: offset + start)
            .inserting(size: count, stride: strides[a] + strides[b], at: rank - 2)
    }
}
