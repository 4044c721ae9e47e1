import PinionTensor

// These change how this tensor lies over its memory, not the elements; other views of the memory stay as they are.
extension Tensor {
    /// Removes the dimensions of size 1 from this tensor itself.
    @discardableResult
    public func squeezeInPlace() -> Tensor {
        relayout("squeezeInPlace", "SqueezeBackward3") { layout in layout.squeezed(0..<layout.rank) }
    }

    /// Removes dimension `dim` from this tensor itself where its size is 1.
    @discardableResult
    public func squeezeInPlace(_ dim: Int) -> Tensor {
        relayout("squeezeInPlace", "SqueezeBackward4") { (layout) throws(TensorError) in
            try layout.squeezed([dim], "squeezeInPlace")
        }
    }

    /// Removes those of the dimensions `dims` from this tensor itself that have size 1.
    @discardableResult
    public func squeezeInPlace(_ dims: [Int]) -> Tensor {
        relayout("squeezeInPlace", "SqueezeBackward5") { (layout) throws(TensorError) in
            try layout.squeezed(dims, "squeezeInPlace")
        }
    }

    /// Adds a dimension of size 1 at `dim` to this tensor itself.
    @discardableResult
    public func unsqueezeInPlace(_ dim: Int) -> Tensor {
        relayout("unsqueezeInPlace", "UnsqueezeBackward1") { (layout) throws(TensorError) in
            layout.unsqueezed(try layout.newDimension(dim, "unsqueezeInPlace"))
        }
    }

    /// Exchanges two dimensions of this tensor itself.
    @discardableResult
    public func transposeInPlace(_ dim0: Int, _ dim1: Int) -> Tensor {
        transposeInPlace(dim0, dim1, "transposeInPlace", "TransposeBackward1")
    }

    /// Transposes this matrix itself; tensors of fewer than two dimensions stay as they are.
    @discardableResult
    public func tInPlace() -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try checkAtMostTwoDimensions("tInPlace")
            return ndim < 2 ? self : transposeInPlace(0, 1, "tInPlace", "TBackward1")
        }
    }

    /// Exchanges two dimensions of this tensor itself, as `transposeInPlace`.
    @discardableResult
    public func swapaxesInPlace(_ axis0: Int, _ axis1: Int) -> Tensor {
        transposeInPlace(axis0, axis1, "swapaxesInPlace", "TransposeBackward1")
    }

    /// Exchanges two dimensions of this tensor itself, as `transposeInPlace`.
    @discardableResult
    public func swapdimsInPlace(_ dim0: Int, _ dim1: Int) -> Tensor {
        transposeInPlace(dim0, dim1, "swapdimsInPlace", "TransposeBackward1")
    }

    private func transposeInPlace(
        _ dim0: Int, _ dim1: Int, _ operation: StaticString, _ node: StaticString
    ) -> Tensor {
        var (a, b) = (0, 0)
        return relayout(operation, node) { (layout) throws(TensorError) in
            (a, b) = (try layout.dimension(dim0, "\(operation)"), try layout.dimension(dim1, "\(operation)"))
            return layout.rank == 0 ? layout : layout.transposed(a, b)
        } gradient: { g in
            g.transpose(a, b)
        }
    }

    /// Gives this tensor another layout; its gradient goes on to the node it had.
    ///
    /// - Parameters:
    ///   - operation: the public name.
    ///   - node: the name of the new node.
    ///   - change: the new layout from the one there is.
    ///   - gradient: the former tensor's gradient from the new one's; the same elements in row-major order by default.
    private func relayout(
        _ operation: StaticString, _ node: StaticString, _ change: (Layout) throws(TensorError) -> Layout,
        gradient: ((Tensor) -> Tensor)? = nil
    ) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let result = try change(layout)
            let isRecorded = isRecorded(self)
            if isRecorded { try checkHistoryWritable(operation) }
            let (edge, former) = (isRecorded ? edge : nil, layout.packed)
            layout = result
            // What was saved of this tensor for a gradient has another shape now.
            bumpVersion(operation)
            autogradVersion = storage.version
            if isRecorded {
                attach(
                    Node(
                        node, .one(edge), .one(.init(self)), isReusable: true,
                        .one(gradient ?? { g in g.viewed(as: former) })))
            }
            return self
        }
    }
}
