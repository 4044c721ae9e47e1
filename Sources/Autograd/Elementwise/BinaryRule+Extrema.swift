import PinionSIMDKernels
import PinionTensor

extension BinaryRule {
    // Equal arguments get half the gradient each.
    static let minimum: BinaryRule = extremum(.minimum, "minimum", "MinimumBackward0", loses: { $0 .> $1 })
    static let maximum: BinaryRule = extremum(.maximum, "maximum", "MaximumBackward0", loses: { $0 .< $1 })

    private static func extremum(
        _ op: BinaryOp, _ name: StaticString, _ node: StaticString,
        loses: @escaping @Sendable (Operand, Operand) -> Tensor
    ) -> BinaryRule {
        BinaryRule(
            op, name, node,
            left: { g, a, b in .where(a .== b, g / 2, g).dropped(where: loses(a, b)) },
            right: { g, a, b in .where(a .== b, g / 2, g).dropped(where: loses(b, a)) })
    }

    // Of equal arguments the left one gets the gradient.
    static let fmin: BinaryRule = extremumOfNumbers(.fmin, "fmin", "FminBackward0", wins: { $0 .<= $1 })
    static let fmax: BinaryRule = extremumOfNumbers(.fmax, "fmax", "FmaxBackward0", wins: { $0 .>= $1 })

    private static func extremumOfNumbers(
        _ op: BinaryOp, _ name: StaticString, _ node: StaticString,
        wins: @escaping @Sendable (Operand, Operand) -> Tensor
    ) -> BinaryRule {
        BinaryRule(
            op, name, node,
            left: { g, a, b in g.kept(where: wins(a, b) .| b.asTensor.isNaN()) },
            right: { g, a, b in g.dropped(where: wins(a, b) .| b.asTensor.isNaN()) })
    }

    /// The weight has the shape of a channel: it broadcasts to x.
    static let prelu: BinaryRule = BinaryRule(
        .prelu, "prelu", "PreluKernelBackward0",
        left: { g, x, weight in .where(x .> .number(.int(0)), g, g * weight) },
        right: { g, x, _ in (g * x).dropped(where: x .>= .number(.int(0))) })
}
