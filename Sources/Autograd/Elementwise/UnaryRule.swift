import PinionSIMDKernels
import PinionTensor

/// An elementwise operation of one tensor with its derivative: the one place that says what a unary operation is.
package final class UnaryRule: Sendable {
    /// The kernel, which has a fused forward and backward.
    package let op: UnaryOp
    /// The public name.
    package let name: StaticString
    /// The node's name in PyTorch.
    package let node: StaticString
    /// x's gradient from y's and from what `op.saves` names (x, or y), by differentiable operations and with the
    /// operation's parameters: what gradients of gradients go through.
    package let derivative: Derivative

    package typealias Derivative =
        @Sendable (_ g: Tensor, _ saved: Tensor, _ first: Double, _ second: Double) -> Tensor

    package init(
        _ op: UnaryOp, _ name: StaticString, _ node: StaticString, withParameters derivative: @escaping Derivative
    ) {
        self.op = op
        self.name = name
        self.node = node
        self.derivative = derivative
    }

    /// The same for operations without parameters.
    package convenience init(
        _ op: UnaryOp, _ name: StaticString, _ node: StaticString,
        _ derivative: @escaping @Sendable (_ g: Tensor, _ saved: Tensor) -> Tensor
    ) {
        self.init(op, name, node, withParameters: { g, saved, _, _ in derivative(g, saved) })
    }

    /// The same for derivatives that need neither x nor y.
    package convenience init(
        _ op: UnaryOp, _ name: StaticString, _ node: StaticString, _ derivative: @escaping @Sendable (Tensor) -> Tensor
    ) {
        self.init(op, name, node, withParameters: { g, _, _, _ in derivative(g) })
    }

    /// `op(x)`, recorded.
    package func callAsFunction(_ x: Tensor, _ first: Double = 0, _ second: Double = 0) -> Tensor {
        attemptRecording { (isGradEnabled) throws(TensorError) in
            let y = try Raw.unary(op, x, first, second, name: name)
            if isGradEnabled && x.requiresGrad && y.dtype.isFloatingPoint { attach(y, x, first, second) }
            return y
        }
    }

    /// `x = op(x)`.
    @discardableResult
    package func inPlace(_ x: Tensor, _ first: Double = 0, _ second: Double = 0) -> Tensor {
        attempt(else: x) { () throws(TensorError) in
            if !isRecorded(x) {
                _ = try Raw.unary(op, x, first, second, name: name, out: x)
                x.bumpVersion(name)
            } else if op.saves != .input && x.base == nil && x.isContiguous {
                // The derivative needs the new elements at most, so the old ones may go.
                try x.checkHistoryWritable(name)
                let edge = x.edge
                _ = try Raw.unary(op, x, first, second, name: name, out: x)
                x.bumpVersion(name)
                let saved = SavedOutput(x)
                x.attach(Node(node, .one(edge), .one(.init(x)), rule({ saved.tensor }, first, second)))
            } else {
                try x.changeInPlace(name) { old in self(old, first, second) }
            }
            return x
        }
    }

    private func attach(_ y: Tensor, _ x: Tensor, _ first: Double, _ second: Double) {
        switch op.saves {
        case .nothing:
            record(node, y, x, isReusable: true) { [self] g in gradient(g, g, first, second) }
        case .input:
            let saved = SavedTensor(x)
            record(node, y, x) { [self] g in gradient(g, saved.tensor, first, second) }
        case .output:
            let saved = SavedOutput(y)
            record(node, y, x) { [self] g in gradient(g, saved.tensor, first, second) }
        }
    }

    private func rule(_ saved: @escaping () -> Tensor, _ first: Double, _ second: Double) -> Rule {
        op.saves == .nothing
            ? .one { [self] g in gradient(g, g, first, second) }
            : .one { [self] g in gradient(g, saved(), first, second) }
    }

    private func gradient(_ g: Tensor, _ saved: Tensor, _ first: Double, _ second: Double) -> Tensor {
        if GradMode.isEnabled { return derivative(g, saved, first, second) }
        return Raw.unaryBackward(op, g, saved: Raw.converted(saved, to: g.dtype), first, second)
    }
}
