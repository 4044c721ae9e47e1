import PinionAutograd
import PinionTestSupport

/// A binary operation whose second operand is a tensor or a number.
func binaryRow(
    _ name: String, _ tensors: @escaping @Sendable (Tensor, Tensor) -> Tensor,
    _ number: @escaping @Sendable (Tensor, AnyScalar) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in
        if let other = s.scalar("other") { return [number(s[0], other)] }
        return [tensors(s[0], s[1])]
    }
}

extension OperationRow {
    /// The in-place form of such an operation.
    func binaryInPlace(
        _ tensors: @escaping @Sendable (Tensor, Tensor) -> Void,
        _ number: @escaping @Sendable (Tensor, AnyScalar) -> Void
    ) -> OperationRow {
        inPlace { s in
            if let other = s.scalar("other") { number(s[0], other) } else { tensors(s[0], s[1]) }
            return [s[0]]
        }
    }
}

let arithmeticRows: [OperationRow] = [
    OperationRow("add") { s in
        if let other = s.scalar("other") { return [s[0].add(other, alpha: s.alpha)] }
        return [s[0].add(s[1], alpha: s.alpha)]
    }.inPlace { s in
        if let other = s.scalar("other") { return [s[0].addInPlace(other, alpha: s.alpha)] }
        return [s[0].addInPlace(s[1], alpha: s.alpha)]
    },
    OperationRow("sub") { s in
        if let other = s.scalar("other") { return [s[0].sub(other, alpha: s.alpha)] }
        return [s[0].sub(s[1], alpha: s.alpha)]
    }.inPlace { s in
        if let other = s.scalar("other") { return [s[0].subInPlace(other, alpha: s.alpha)] }
        return [s[0].subInPlace(s[1], alpha: s.alpha)]
    }.covers("subtract"),
    binaryRow("mul", { $0 * $1 }, { $0 * $1 }).binaryInPlace({ $0 *= $1 }, { $0 *= $1 }).covers("multiply"),
    binaryRow("div", { $0 / $1 }, { $0 / $1 }).binaryInPlace({ $0 /= $1 }, { $0 /= $1 })
        .covers("divide", "trueDivide"),
    OperationRow("neg") { s in [-s[0]] }.inPlace { s in [s[0].negInPlace()] }.covers("negative"),
]

extension OperationCall {
    fileprivate var alpha: AnyScalar { scalar("alpha") ?? AnyScalar(.int(1)) }
}
