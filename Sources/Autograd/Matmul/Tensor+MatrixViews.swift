import PinionTensor

extension Tensor {
    /// The transposes of the matrices in the last two dimensions, as a view.
    func transposedMatrices() -> Tensor {
        var (sizes, strides) = (layout.sizes, layout.strides)
        let (row, column) = (ndim - 2, ndim - 1)
        (sizes[row], sizes[column]) = (sizes[column], sizes[row])
        (strides[row], strides[column]) = (strides[column], strides[row])
        let layout = Layout(rank: ndim, sizes: sizes, strides: strides, offset: layout.offset)
        return view("TransposeBackward0", self, layout) { g in g.transposedMatrices() }
    }

    /// A view with a dimension of size 1 in front of dimension `d`.
    func inserted(_ d: Int) -> Tensor {
        view("UnsqueezeBackward0", self, layout.inserted(d)) { g in g.removed(d) }
    }

    /// A view without dimension `d`, which has size 1.
    func removed(_ d: Int) -> Tensor {
        view("SqueezeBackward1", self, layout.removed(d)) { g in g.inserted(d) }
    }
}

extension Layout {
    fileprivate func inserted(_ d: Int) -> Layout {
        var (sizes, strides) = (sizes, strides)
        for e in stride(from: rank, to: d, by: -1) { (sizes[e], strides[e]) = (sizes[e - 1], strides[e - 1]) }
        (sizes[d], strides[d]) = (1, 0)
        return Layout(rank: rank + 1, sizes: sizes, strides: strides, offset: offset)
    }

    fileprivate func removed(_ d: Int) -> Layout {
        var (sizes, strides) = (sizes, strides)
        for e in d..<rank - 1 { (sizes[e], strides[e]) = (sizes[e + 1], strides[e + 1]) }
        return Layout(rank: rank - 1, sizes: sizes, strides: strides, offset: offset)
    }
}
