import PinionSIMDKernels
import PinionTensor

/// An elementwise operation of two operands with its derivatives: the one place that says what a binary operation is.
package final class BinaryRule: Sendable {
    package typealias Forward = @Sendable (_ a: Operand, _ b: Operand) throws(TensorError) -> Tensor
    package typealias Derivative = @Sendable (_ g: Tensor, _ a: Operand, _ b: Operand) -> Tensor

    /// The kernel, which has a fused forward and backward; nil for operations of several kernels.
    package let op: BinaryOp?
    /// The result of operations of several kernels.
    package let forward: Forward?
    /// The public name.
    package let name: StaticString
    /// The node's name in PyTorch: for two tensors, for a number on the right, and on the left.
    package let nodes: (tensors: StaticString, numberRight: StaticString, numberLeft: StaticString)
    /// Which operands the derivatives need: by the left one, by the right one.
    package let needs: (left: Need, right: Need)
    /// `g · ∂op/∂a` and `g · ∂op/∂b` by differentiable operations: what gradients of gradients go through.
    package let left: Derivative
    package let right: Derivative

    /// What one derivative needs.
    package struct Need: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let a = Need(rawValue: 1)
        package static let b = Need(rawValue: 2)
    }

    package init(
        _ op: BinaryOp, _ name: StaticString, _ node: StaticString, numberRight: StaticString? = nil,
        numberLeft: StaticString? = nil, needs: (left: Need, right: Need) = ([.a, .b], [.a, .b]),
        left: @escaping Derivative, right: @escaping Derivative
    ) {
        self.op = op
        forward = nil
        self.name = name
        nodes = (node, numberRight ?? node, numberLeft ?? node)
        self.needs = needs
        self.left = left
        self.right = right
    }

    /// An operation of several kernels; `forward` runs without recording.
    package init(
        _ name: StaticString, _ node: StaticString, numberRight: StaticString? = nil, numberLeft: StaticString? = nil,
        needs: (left: Need, right: Need) = ([.a, .b], [.a, .b]), forward: @escaping Forward,
        left: @escaping Derivative, right: @escaping Derivative
    ) {
        op = nil
        self.forward = forward
        self.name = name
        nodes = (node, numberRight ?? node, numberLeft ?? node)
        self.needs = needs
        self.left = left
        self.right = right
    }

    /// `op(a, b)`, recorded.
    @inline(__always)
    package func callAsFunction(_ a: Operand, _ b: Operand) -> Tensor {
        attemptRecording { (isGradEnabled) throws(TensorError) in
            let y = try value(a, b, out: nil)
            if isGradEnabled && (a.requiresGrad || b.requiresGrad) && y.dtype.isFloatingPoint {
                attach(y, a, b, a.recorded, b.recorded)
            }
            return y
        }
    }

    /// `a = op(a, b)`.
    @discardableResult
    package func inPlace(_ a: Tensor, _ b: Operand) -> Tensor {
        PinionAutograd.inPlace(
            name, a, isRecorded: (a.requiresGrad || b.requiresGrad) && GradMode.isEnabled,
            write: { () throws(TensorError) in _ = try value(.tensor(a), b, out: a) },
            change: { old in self(.tensor(old), b) })
    }

    @inline(__always)
    private func value(_ a: Operand, _ b: Operand, out: Tensor?) throws(TensorError) -> Tensor {
        if let op { return try Raw.binary(op, a, b, name: name, out: out) }
        return try composed(a, b, out: out)
    }

    private func composed(_ a: Operand, _ b: Operand, out: Tensor?) throws(TensorError) -> Tensor {
        guard let forward else { return .failed }
        // Before a part of the operation finds the same under another name.
        _ = try Raw.broadcast(a, b, name)
        let isEnabled = GradMode.isEnabled
        GradMode.isEnabled = false
        defer { GradMode.isEnabled = isEnabled }
        let y = try forward(a, b)
        guard let out else { return y }
        return try Raw.write(y, to: out, name)
    }

    /// Records that `y` was made from `a` and `b`, of which `x` and `z` are those that are tensors: looks into operands
    /// count references.
    @inline(never)
    private func attach(_ y: Tensor, _ a: Operand, _ b: Operand, _ x: Tensor?, _ z: Tensor?) {
        let (left, right) = (x?.edge, z?.edge)
        var needed: Need = []
        if left != nil { needed.formUnion(needs.left) }
        if right != nil { needed.formUnion(needs.right) }
        let first = SavedOperand(a, isNeeded: needed.contains(.a))
        let second = SavedOperand(b, isNeeded: needed.contains(.b))
        let node = x == nil ? nodes.numberLeft : z == nil ? nodes.numberRight : nodes.tensors
        y.attach(
            Node(
                node, .two(left, right), .one(.init(y)), isReusable: needed.isEmpty, .binary(self, first, second)))
    }

    /// The operands' gradients from the result's, of those that are wanted.
    @inline(never)
    func gradients(
        _ g: Tensor, _ a: SavedOperand, _ b: SavedOperand, byLeft: Bool, byRight: Bool
    ) -> (Tensor?, Tensor?) {
        let (a, b) = (a.operand, b.operand)
        let context = ThreadContext.current
        // One that was saved may have been changed since.
        if context.pointee.hasFailed { return (nil, nil) }
        let isRecorded = context.pointee.isGradEnabled
        func gradient(_ side: Side, _ needed: Need, _ derivative: Derivative) -> Tensor? {
            guard let op, !isRecorded, !needed.isEmpty else { return derivative(g, a, b) }
            return attempt { () throws(TensorError) in try Raw.binaryBackward(op, by: side, g, a, b) }
        }
        return (byLeft ? gradient(.left, needs.left, left) : nil, byRight ? gradient(.right, needs.right, right) : nil)
    }
}

extension Operand {
    /// `tensor` without a call: another module's getter counts a reference, here on every operation's way.
    @inline(__always)
    fileprivate var recorded: Tensor? {
        if case .tensor(let tensor) = self { tensor } else { nil }
    }

    @inline(__always)
    package var requiresGrad: Bool { recorded?.requiresGrad ?? false }
}
