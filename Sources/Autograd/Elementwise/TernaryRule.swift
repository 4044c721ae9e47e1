import PinionSIMDKernels
import PinionTensor

/// An elementwise operation of three operands with its derivatives.
struct TernaryRule {
    typealias Derivative = (_ g: Tensor, _ a: Tensor, _ b: Operand, _ c: Operand) -> Tensor

    let op: TernaryOp
    let name: StaticString
    /// The node's name in PyTorch: for three tensors, and for a number as the third.
    let nodes: (tensors: StaticString, number: StaticString)
    var value = Number.int(1)
    /// The gradients by the operands from the result's, by differentiable operations.
    let gradients: (first: Derivative, second: Derivative, third: Derivative)

    func callAsFunction(_ a: Tensor, _ b: Operand, _ c: Operand) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try compute(a, b, c, out: nil)
            if isRecorded([a, b.tensor, c.tensor].compactMap { $0 }) { attach(y, a, b, c) }
            return y
        }
    }

    @discardableResult
    func inPlace(_ a: Tensor, _ b: Operand, _ c: Operand) -> Tensor {
        PinionAutograd.inPlace(
            name, a, isRecorded: isRecorded([a, b.tensor, c.tensor].compactMap { $0 }),
            write: { () throws(TensorError) in _ = try compute(a, b, c, out: a) },
            change: { old in self(old, b, c) })
    }

    private func compute(_ a: Tensor, _ b: Operand, _ c: Operand, out: Tensor?) throws(TensorError) -> Tensor {
        if op == .lerp {
            if !a.isFloatingPoint { throw TensorError("\(name)", .dtype, "not defined for \(a.dtype)") }
            for other in [b.tensor, c.tensor] {
                if let other, other.dtype != a.dtype, other.ndim > 0 || other === b.tensor {
                    throw TensorError("\(name)", .dtype, "a tensor of \(a.dtype) with one of \(other.dtype)")
                }
            }
        }
        return try Raw.ternary(op, value: value, .tensor(a), b, c, name: name, out: out)
    }

    private func attach(_ y: Tensor, _ a: Tensor, _ b: Operand, _ c: Operand) {
        let wanted = (a.requiresGrad, b.requiresGrad, c.requiresGrad)
        let first = SavedTensor(a)
        let (second, third) = (SavedOperand(b), SavedOperand(c))
        let edges = Edges.three(a.edge, b.tensor?.edge, c.tensor?.edge)
        let rule = Rule.three { [gradients] g in
            let (a, b, c) = (first.tensor, second.operand, third.operand)
            return (
                wanted.0 ? gradients.first(g, a, b, c) : nil, wanted.1 ? gradients.second(g, a, b, c) : nil,
                wanted.2 ? gradients.third(g, a, b, c) : nil
            )
        }
        y.attach(Node(c.tensor == nil ? nodes.number : nodes.tensors, edges, .one(.init(y)), rule))
    }
}

extension TernaryRule {
    static var lerp: TernaryRule {
        TernaryRule(
            op: .lerp, name: "lerp", nodes: ("LerpBackward1", "LerpBackward0"),
            gradients: (
                { g, _, _, weight in g * weight.complement }, { g, _, _, weight in g * weight },
                { g, x, end, _ in g * (end - .tensor(x)) }
            ))
    }

    static func addcmul(_ value: Number) -> TernaryRule {
        let factor = Operand.number(value)
        return TernaryRule(
            op: .addcmul, name: "addcmul", nodes: ("AddcmulBackward0", "AddcmulBackward0"), value: value,
            gradients: ({ g, _, _, _ in g }, { g, _, _, c in g * (c * factor) }, { g, _, b, _ in g * (b * factor) }))
    }

    static func addcdiv(_ value: Number) -> TernaryRule {
        let factor = Operand.number(value)
        return TernaryRule(
            op: .addcdiv, name: "addcdiv", nodes: ("AddcdivBackward0", "AddcdivBackward0"), value: value,
            gradients: (
                { g, _, _, _ in g }, { g, _, _, c in g * (factor / c) },
                { g, _, b, c in -g * ((b * factor) / .tensor(c * c)) }
            ))
    }
}

extension Operand {
    /// 1 - x
    fileprivate var complement: Operand {
        switch self {
        case .number(let number): .number(.double(1 - number.asDouble))
        case .tensor(let tensor): .tensor(1 - tensor)
        }
    }
}
