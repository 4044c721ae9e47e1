import PinionSIMDKernels
import PinionTensor

extension BinaryRule {
    static let add: BinaryRule = BinaryRule(
        .add, "add", "AddBackward0", needs: ([], []), left: { g, _, _ in g }, right: { g, _, _ in g })
    static let sub: BinaryRule = BinaryRule(
        .sub, "sub", "SubBackward0", numberLeft: "RsubBackward1", needs: ([], []), left: { g, _, _ in g },
        right: { g, _, _ in -g })
    static let mul: BinaryRule = BinaryRule(
        .mul, "mul", "MulBackward0", needs: (.b, .a), left: { g, _, b in g * b }, right: { g, a, _ in g * a })
    // A number over a tensor is a multiple of the reciprocal in PyTorch.
    static let div: BinaryRule = BinaryRule(
        .div, "div", "DivBackward0", numberLeft: "MulBackward0", needs: (.b, [.a, .b]), left: { g, _, b in g / b },
        right: { g, a, b in -g * (a / b / b) })

    /// `sub` with PyTorch's operands in the other order.
    static let rsub: BinaryRule = BinaryRule(
        .sub, "rsub", "RsubBackward0", numberLeft: "RsubBackward1", needs: ([], []), left: { g, _, _ in g },
        right: { g, _, _ in -g })

    /// `add` or `sub` of b times a factor.
    func scaled(by alpha: Number) -> BinaryRule {
        let (factor, name) = (op == .sub ? alpha.negated : alpha, name)
        return BinaryRule(
            name, nodes.tensors, numberLeft: nodes.numberLeft, needs: ([], []),
            forward: { (a, b) throws(TensorError) in
                try Raw.ternary(.addcmul, value: factor, a, b, .number(.int(1)), name: name)
            },
            left: { g, _, _ in g }, right: { g, _, _ in g * .number(factor) })
    }

    // Quotients rounded to integers are constant between steps.
    static let floorDivide: BinaryRule = rounded(.floorDivide, "floorDivide")
    static let divFloor: BinaryRule = rounded(.floorDivide, "div")

    private static func rounded(_ op: BinaryOp, _ name: StaticString) -> BinaryRule {
        BinaryRule(
            op, name, "DivBackward2", needs: ([], []), left: { g, _, _ in .zerosLike(g) },
            right: { g, _, _ in .zerosLike(g) })
    }

    static let divTrunc: BinaryRule = BinaryRule(
        "div", "DivBackward2", needs: ([], []),
        forward: { (a, b) throws(TensorError) in
            if resultType(a, b).isFloatingPoint { return (a / b).trunc() }
            // The remainder has a's sign, so what it leaves is divided without rest.
            let rest = try Raw.binary(.fmod, a, b, name: "div")
            return try Raw.binary(.floorDivide, .tensor(a - .tensor(rest)), b, name: "div")
        },
        left: { g, _, _ in .zerosLike(g) }, right: { g, _, _ in .zerosLike(g) })

    static let remainder: BinaryRule = BinaryRule(
        .remainder, "remainder", "RemainderBackward1", numberRight: "RemainderBackward0", needs: ([], [.a, .b]),
        left: { g, _, _ in g }, right: { g, a, b in -g * BinaryRule.divFloor(a, b) })
    static let fmod: BinaryRule = BinaryRule(
        .fmod, "fmod", "FmodBackward1", numberRight: "FmodBackward0", needs: ([], [.a, .b]),
        left: { g, _, _ in g }, right: { g, a, b in -g * BinaryRule.divTrunc(a, b) })
}

extension Number {
    /// Integers wrap around.
    fileprivate var negated: Number {
        switch self {
        case .bool(let value): .int(value ? -1 : 0)
        case .int(let value): .int(0 &- value)
        case .double(let value): .double(-value)
        }
    }
}
