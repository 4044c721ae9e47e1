import PinionTensor

extension Tensor {
    /// The same elements in row-major order with other sizes; the caller knows that their number is the same.
    package func viewed(as target: Layout) -> Tensor {
        if layout.hasSizes(of: target) { return self }
        if let result = layout.viewed(as: target.packed) {
            // Before a closure is made.
            if !isRecorded(self) { return unrecordedView(result) }
            let own = layout.packed
            return recordView("ViewBackward0", self, result) { g in g.viewed(as: own) }
        }
        return contiguous().viewed(as: target)
    }

    /// Repeated to sizes that this tensor broadcasts to, without a copy.
    package func broadcast(to target: Layout) -> Tensor {
        if layout.hasSizes(of: target) { return self }
        let own = layout
        let layout = Layout(
            rank: target.rank, sizes: target.sizes, strides: layout.strides(broadcastTo: target), offset: layout.offset)
        if !isRecorded(self) { return unrecordedView(layout) }
        return recordView("ExpandBackward0", self, layout) { g in g.sum(toLayout: own) ?? g }
    }

    /// This tensor where its elements lie in row-major order, otherwise a copy.
    public func contiguous() -> Tensor {
        isContiguous ? self : attempt { recordedClone(Raw.clone(self)) }
    }

    /// A copy of the elements in memory of its own, recorded. Dense memory keeps its order of dimensions.
    public func clone() -> Tensor { attempt { recordedClone(Raw.cloneKeepingOrder(self)) } }

    private func recordedClone(_ copy: Tensor) -> Tensor {
        isRecorded(self) ? record("CloneBackward0", copy, self, isReusable: true) { $0 } : copy
    }
}
