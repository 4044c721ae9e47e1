import PinionTensor

extension Tensor {
    /// The element in the middle, the lower of two, of shape []; NaN if there is one, and of none.
    public func median() -> Tensor { middle(ignoringNaN: false, "MedianBackward0", "median") }

    /// The elements in the middle along `dim`, the lower of two, and where they are; NaN if there is one.
    public func median(dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        chosen(dim, keepDim: keepDim, "MedianBackward1", "median") { (_) throws(TensorError) in
            .median(ignoringNaN: false)
        }
    }

    /// The element in the middle of those that are not NaN.
    public func nanmedian() -> Tensor { middle(ignoringNaN: true, "NanmedianBackward0", "nanmedian") }

    /// The elements in the middle along `dim` of those that are not NaN, and where they are.
    public func nanmedian(dim: Int, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        chosen(dim, keepDim: keepDim, "NanmedianBackward1", "nanmedian") { (_) throws(TensorError) in
            .median(ignoringNaN: true)
        }
    }

    /// The most frequent elements along `dim`, the smallest of those, and where they are last.
    public func mode(dim: Int = -1, keepDim: Bool = false) -> (values: Tensor, indices: Tensor) {
        chosen(dim, keepDim: keepDim, "ModeBackward0", "mode") { (_) throws(TensorError) in .mode }
    }

    /// Equal elements share the gradient evenly.
    private func middle(ignoringNaN: Bool, _ node: StaticString, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            if numel == 0 {
                try checkFloating(name)
                return Tensor.full([], Double.nan, dtype: dtype)
            }
            let flat = Raw.contiguous(self).detach().viewed(as: Layout(rank: 1, sizes: Extents(repeating: numel)))
            let place = Raw.places(.median(ignoringNaN: ignoringNaN), flat, 0)
            let result = Tensor(Raw.taken(flat, at: place, 0).storage, Layout(rank: 0, sizes: .zero), dtype)
            if !isRecorded(self) || !dtype.isFloatingPoint { return result }
            let (saved, output, dims) = (SavedTensor(self), SavedOutput(result), Array(0..<ndim))
            return record(node, result, self) { g in
                saved.tensor.shared(gradient: g, by: output.tensor, over: dims)
            }
        }
    }
}
