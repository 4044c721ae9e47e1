import PinionTensor

extension Tensor {
    /// A view that repeats dimensions of size 1 to other sizes, and new dimensions in front; -1 keeps a size.
    public func expand(_ shape: Int...) -> Tensor { expand(shape) }

    /// A view that repeats dimensions of size 1 to other sizes, and new dimensions in front; -1 keeps a size.
    public func expand(_ shape: [Int]) -> Tensor { expand(shape, "expand") }

    /// Expanded to the shape of `other`.
    public func expandAs(_ other: Tensor) -> Tensor { expand(other.shape, "expandAs") }

    /// A view in a shape that this one broadcasts to.
    public func broadcastTo(_ shape: Int...) -> Tensor { expand(shape, "broadcastTo") }

    /// A view in a shape that this one broadcasts to.
    public func broadcastTo(_ shape: [Int]) -> Tensor { expand(shape, "broadcastTo") }

    private func expand(_ shape: [Int], _ operation: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            let shift = shape.count - ndim
            if shift < 0 {
                throw TensorError(
                    "\(operation)", .shape, "\(shape) has fewer dimensions than the tensor's shape \(self.shape)")
            }
            let own = layout.sizes
            var sizes = shape
            for (d, size) in shape.enumerated() {
                if size == -1 && d >= shift {
                    sizes[d] = own[d - shift]
                } else if size < 0 {
                    throw TensorError(
                        "\(operation)", .shape,
                        "size \(size) of dimension \(d) in \(shape): only an existing dimension keeps its size by -1")
                } else if d >= shift && own[d - shift] != size && own[d - shift] != 1 {
                    throw TensorError(
                        "\(operation)", .shape,
                        "the size \(own[d - shift]) of dimension \(d - shift) cannot become \(size); only 1 repeats "
                            + "(the tensor's shape is \(self.shape), the target \(shape))")
                }
            }
            let target = try Layout(shape: sizes, "\(operation)")
            let origin = layout.packed
            let result = Layout(
                rank: target.rank, sizes: target.sizes, strides: layout.strides(broadcastTo: target),
                offset: layout.offset)
            return recordView("ExpandBackward0", self, result) { g in g.sum(toLayout: origin) ?? g }
        }
    }
}

/// Views of `tensors` in the shape they all broadcast to.
public func broadcastTensors(_ tensors: [Tensor]) -> [Tensor] {
    attempt(else: tensors) { () throws(TensorError) in
        guard let first = tensors.first else { return [] }
        var target = first.layout.packed
        for tensor in tensors {
            guard let next = Layout.broadcast(target, tensor.layout) else {
                throw TensorError("broadcastTensors", .shape, Layout.mismatch(target.shape, tensor.shape))
            }
            target = next
        }
        return tensors.map { $0.expand(target.shape) }
    }
}

/// Views of `tensors` in the shape they all broadcast to.
public func broadcastTensors(_ tensors: Tensor...) -> [Tensor] { broadcastTensors(tensors) }
