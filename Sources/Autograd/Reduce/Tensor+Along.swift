import PinionTensor

// Results that are elements of their input: the gradient goes back to where they came from.
extension Tensor {
    /// `self[…, index[…], …]` along dimension `d`; indices are in range.
    func taken(at index: Tensor, _ d: Int) -> Tensor {
        selected(Raw.taken(self, at: index, d), at: index, d, "GatherBackward0")
    }

    /// `values`, which are the elements at the index along `d`, recorded as that.
    func selected(_ values: Tensor, at index: Tensor, _ d: Int, _ node: StaticString) -> Tensor {
        if !isRecorded(self) || !dtype.isFloatingPoint { return values }
        if ndim == 0 { return record(node, values, self, isReusable: true) { $0 } }
        let saved = SavedTensor(index)
        let size = layout.sizes[d]
        return record(node, values, self) { g in g.put(at: saved.tensor, d, size: size) }
    }

    /// Zeros with `size` elements along `d`, to which the elements are added at the index.
    func put(at index: Tensor, _ d: Int, size: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let result = try Raw.put(self, at: index, d, size: size)
            if !isRecorded(self) { return result }
            let saved = SavedTensor(index)
            return record("ScatterAddBackward0", result, self) { g in g.taken(at: saved.tensor, d) }
        }
    }
}
