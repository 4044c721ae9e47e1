import PinionTensor

/// A view of `x` with another layout of the same storage, recorded where `x` requires a gradient.
///
/// - Parameters:
///   - operation: the node's name in PyTorch, `TransposeBackward0`.
///   - x: the tensor to look at.
///   - layout: sizes, strides and offset in `x`'s storage.
///   - kind: `oneOfSeveral` for operations with several results.
///   - gradient: `x`'s gradient from the view's, written with differentiable operations. It needs no saved tensor.
package func recordView(
    _ operation: StaticString, _ x: Tensor, _ layout: Layout, kind: ViewKind = .differentiable,
    _ gradient: @escaping (Tensor) -> Tensor
) -> Tensor {
    let isRecorded = isRecorded(x)
    let result = x.unrecordedView(layout, kind)
    if isRecorded { record(operation, result, x, isReusable: true, gradient) }
    return result
}

extension Tensor {
    /// A view that is not recorded (yet).
    func unrecordedView(_ layout: Layout, _ kind: ViewKind = .differentiable) -> Tensor {
        let result = alias(layout, kind: GradMode.isEnabled ? kind : .withoutGrad)
        result.autogradVersion = result.storage.version
        return result
    }

    /// Takes a view's node anew from its base, whose elements have changed since: as a strided view of the base.
    func refreshView() {
        guard let base, viewKind == .differentiable, autogradVersion != storage.version, base.requiresGrad,
            base.node is Leaf == false, base.autograd != nil
        else { return }
        let (region, whole) = (layout, base.layout)
        let node = Node(
            "AsStridedBackward0", .one(base.edge), .one(.init(self)), isReusable: true,
            .one { gradient in gradient.scattered(toLayout: whole, at: region) })
        attach(node)
    }

    /// Writes to this tensor and makes the change part of the graph.
    ///
    /// - Parameters:
    ///   - operation: the public name, for messages.
    ///   - change: the new elements, recorded, from the old ones; they have this tensor's shape.
    func changeInPlace(
        _ operation: StaticString, _ change: (Tensor) throws(TensorError) -> Tensor
    ) throws(TensorError) {
        try checkWritable(operation)
        try checkHistoryWritable(operation)
        // What the change saves of the old elements must outlive them.
        let old = withNoHistoryOfItsOwn()
        let new = try change(old)
        if !new.layout.hasSizes(of: layout) {
            throw TensorError(
                "\(operation)", .shape,
                "the result has shape \(new.shape) and cannot be written to a tensor of shape \(shape)")
        }
        if !new.dtype.canBecome(dtype) {
            throw TensorError(
                "\(operation)", .dtype, "the result is \(new.dtype) and cannot be written to \(dtype)")
        }
        let edge = new.edge
        Raw.copy(new, into: self)
        bumpVersion(operation)
        rebase(to: edge)
    }

    /// Makes the operation at `edge` the one that wrote this tensor's elements.
    func rebase(to edge: Edge?) {
        guard let edge else { return }
        guard let base else {
            attach(edge.node, edge.output)
            return
        }
        // A view: the base is now its old elements with this region replaced.
        let (region, whole, old) = (layout, base.layout, base.edge)
        let node = Node(
            "CopySlices", .two(old, edge), .one(.init(base)), isReusable: true,
            .two { gradient in
                (
                    old == nil ? nil : gradient.cleared(at: region, ofLayout: whole),
                    gradient.part(at: region, ofLayout: whole)
                )
            })
        base.attach(node)
    }

    /// Throws where a change in place would lose a leaf's meaning.
    func checkHistoryWritable(_ operation: StaticString) throws(TensorError) {
        if !GradMode.isEnabled { return }
        if tracksGrad && base == nil && isLeaf {
            throw TensorError(
                "\(operation)", .graph,
                "a leaf of shape \(shape) that requires a gradient cannot be changed in place; do it inside noGrad")
        }
        if let base {
            if base.tracksGrad && base.isLeaf {
                throw TensorError(
                    "\(operation)", .graph,
                    "a view of a leaf of shape \(base.shape) that requires a gradient cannot be changed in place; "
                        + "do it inside noGrad")
            }
            if viewKind == .oneOfSeveral {
                throw TensorError(
                    "\(operation)", .graph,
                    "a view that an operation with several results has made cannot be changed in place")
            }
            if viewKind == .withoutGrad && base.requiresGrad {
                throw TensorError(
                    "\(operation)", .graph,
                    "a view that was made inside noGrad cannot be changed in place while gradients are recorded")
            }
        }
    }

    /// A tensor with these elements and this history in memory of its own.
    private func withNoHistoryOfItsOwn() -> Tensor {
        let copy = Raw.clone(self)
        if let edge { copy.attach(edge.node, edge.output) }
        return copy
    }
}
