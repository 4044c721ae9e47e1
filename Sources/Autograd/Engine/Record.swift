import PinionTensor

// Whether gradients are on is asked last: that is a look at the thread's own memory.

/// Whether an operation on `x` is to be recorded.
@inline(__always)
package func isRecorded(_ x: Tensor) -> Bool { x.requiresGrad && GradMode.isEnabled }

/// Whether an operation on `a` and `b` is to be recorded.
@inline(__always)
package func isRecorded(_ a: Tensor, _ b: Tensor) -> Bool { (a.requiresGrad || b.requiresGrad) && GradMode.isEnabled }

/// Whether an operation on some tensors is to be recorded.
package func isRecorded(_ inputs: [Tensor]) -> Bool { inputs.contains { $0.requiresGrad } && GradMode.isEnabled }

/// Records that `result` was made from `x`, and returns it. The caller has found `isRecorded(x)`.
///
/// A gradient may be broadcastable from the input's shape or of another dtype: the engine sums and converts it.
/// - Parameters:
///   - operation: the node's name in PyTorch, `ExpBackward0`.
///   - result: a new tensor.
///   - x: the input.
///   - isReusable: whether `gradient` needs no saved tensor, so that a second backward is no mistake.
///   - gradient: the input's gradient from the result's, written with differentiable operations.
@discardableResult
package func record(
    _ operation: StaticString, _ result: Tensor, _ x: Tensor, isReusable: Bool = false,
    _ gradient: @escaping (Tensor) -> Tensor?
) -> Tensor {
    let node = Node(operation, .one(x.edge), .one(.init(result)), isReusable: isReusable, .one(gradient))
    return result.attach(node)
}

/// The same for two inputs; the gradient of one that requires none may be nil.
@discardableResult
package func record(
    _ operation: StaticString, _ result: Tensor, _ a: Tensor, _ b: Tensor, isReusable: Bool = false,
    _ gradients: @escaping (Tensor) -> (Tensor?, Tensor?)
) -> Tensor {
    let node = Node(operation, .two(a.edge, b.edge), .one(.init(result)), isReusable: isReusable, .two(gradients))
    return result.attach(node)
}

/// The same for three inputs.
@discardableResult
package func record(
    _ operation: StaticString, _ result: Tensor, _ a: Tensor, _ b: Tensor, _ c: Tensor, isReusable: Bool = false,
    _ gradients: @escaping (Tensor) -> (Tensor?, Tensor?, Tensor?)
) -> Tensor {
    let edges = Edges.three(a.edge, b.edge, c.edge)
    return result.attach(Node(operation, edges, .one(.init(result)), isReusable: isReusable, .three(gradients)))
}

/// The same for any number of results and inputs; gradients of results that nothing used are nil.
package func record(
    _ operation: StaticString, _ results: [Tensor], _ inputs: [Tensor], isReusable: Bool = false,
    _ gradients: @escaping ([Tensor?]) -> [Tensor?]
) {
    let outputs = results.count == 1 ? Outputs.one(.init(results[0])) : .many(results.map { .init($0) })
    let node = Node(operation, .many(inputs.map(\.edge)), outputs, isReusable: isReusable, .many(gradients))
    for (index, result) in results.enumerated() where result.dtype.isFloatingPoint { result.attach(node, index) }
}

extension Tensor {
    /// Makes `node` this tensor's maker.
    @discardableResult
    @inline(__always)
    func attach(_ node: Node, _ index: Int = 0) -> Tensor {
        autograd = node
        outputIndex = index
        tracksGrad = true
        autogradVersion = storage.version
        return self
    }

    /// Where this tensor's gradient goes; nil when it requires none.
    var edge: Edge? {
        if base != nil { refreshView() }
        if !tracksGrad { return nil }
        return Edge(node: node ?? makeLeaf(), output: outputIndex)
    }

    /// The node in the autograd slot.
    var node: Node? {
        // Only this module writes the slot, and only nodes.
        autograd.map { unsafeDowncast($0, to: Node.self) }
    }

    func makeLeaf() -> Leaf {
        let leaf = Leaf(self)
        autograd = leaf
        outputIndex = 0
        return leaf
    }
}
