import PinionTensor

extension Tensor {
    /// The same elements in row-major order with other sizes; the caller knows that their number is the same.
    package func viewed(as target: Layout) -> Tensor {
        if layout.hasSizes(of: target) { return self }
        let x = contiguous()
        let own = layout
        return view("ViewBackward0", x, Layout(rank: target.rank, sizes: target.sizes).offset(to: x.layout.offset)) {
            g in
            g.viewed(as: own)
        }
    }

    /// Repeated to sizes that this tensor broadcasts to, without a copy.
    package func broadcast(to target: Layout) -> Tensor {
        if layout.hasSizes(of: target) { return self }
        let own = layout
        let layout = Layout(
            rank: target.rank, sizes: target.sizes, strides: layout.strides(broadcastTo: target), offset: layout.offset)
        return view("ExpandBackward0", self, layout) { g in g.sum(toLayout: own) ?? g }
    }

    /// This tensor where its elements lie in row-major order, otherwise a copy.
    public func contiguous() -> Tensor { isContiguous ? self : clone() }

    /// A copy of the elements in memory of its own, recorded.
    public func clone() -> Tensor {
        attempt {
            let copy = Raw.clone(self)
            return isRecorded(self) ? record("CloneBackward0", copy, self, isReusable: true) { $0 } : copy
        }
    }
}
