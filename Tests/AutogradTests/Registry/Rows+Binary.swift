import PinionAutograd
import PinionTestSupport

/// An operation of two tensors only.
private func pairRow(
    _ name: String, _ body: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in [body(s[0], s[1])] }
}

/// An operation of a number on the left.
private func reflectedRow(
    _ name: String, _ body: @escaping @Sendable (AnyScalar, Tensor) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in [body(s.scalar("other") ?? AnyScalar(.int(0)), s[0])] }
}

let binaryRows: [OperationRow] = [
    OperationRow("rsub") { s in
        let alpha = s.scalar("alpha") ?? AnyScalar(.int(1))
        return [s.scalar("other").map { s[0].rsub($0, alpha: alpha) } ?? s[0].rsub(s[1], alpha: alpha)]
    },
    binaryRow("div_trunc", { $0.div($1, roundingMode: .trunc) }, { $0.div($1, roundingMode: .trunc) })
        .binaryInPlace({ $0.divInPlace($1, roundingMode: .trunc) }, { $0.divInPlace($1, roundingMode: .trunc) })
        .named("div"),
    binaryRow("div_floor", { $0.div($1, roundingMode: .floor) }, { $0.div($1, roundingMode: .floor) })
        .binaryInPlace({ $0.divInPlace($1, roundingMode: .floor) }, { $0.divInPlace($1, roundingMode: .floor) })
        .named("div"),
    binaryRow("floor_divide", { $0.floorDivide($1) }, { $0.floorDivide($1) })
        .binaryInPlace({ $0.floorDivideInPlace($1) }, { $0.floorDivideInPlace($1) }),
    binaryRow("remainder", { $0 % $1 }, { $0.remainder($1) })
        .binaryInPlace({ $0 %= $1 }, { $0.remainderInPlace($1) }),
    binaryRow("fmod", { $0.fmod($1) }, { $0.fmod($1) }).binaryInPlace({ $0.fmodInPlace($1) }, { $0.fmodInPlace($1) }),
    reflectedRow("rdiv") { $0 / $1 }.named("div"),
    reflectedRow("rpow") { pow($0, $1) }.named("pow"),
    reflectedRow("xlogy_number") { xlogy($0, $1) }.named("xlogy"),
    OperationRow("pow") { s in [s.scalar("exponent").map { s[0].pow($0) } ?? s[0].pow(s[1])] }
        .inPlace { s in [s.scalar("exponent").map { s[0].powInPlace($0) } ?? s[0].powInPlace(s[1])] }
        // PyTorch rounds each step of the exponent's gradient, and sums.
        .tolerance(0.01, .float16).tolerance(0.07, .bfloat16),
    pairRow("minimum") { minimum($0, $1) },
    pairRow("maximum") { maximum($0, $1) },
    pairRow("fmin") { fmin($0, $1) },
    pairRow("fmax") { fmax($0, $1) },
    pairRow("atan2") { $0.atan2($1) }.inPlace { s in [s[0].atan2InPlace(s[1])] }.covers("arctan2"),
    pairRow("hypot") { $0.hypot($1) }.inPlace { s in [s[0].hypotInPlace(s[1])] },
    binaryRow("copysign", { $0.copysign($1) }, { $0.copysign($1) })
        .binaryInPlace({ $0.copysignInPlace($1) }, { $0.copysignInPlace($1) }),
    binaryRow("xlogy", { $0.xlogy($1) }, { $0.xlogy($1) })
        .binaryInPlace({ $0.xlogyInPlace($1) }, { $0.xlogyInPlace($1) }),
    pairRow("logaddexp") { logaddexp($0, $1) },
    pairRow("logaddexp2") { logaddexp2($0, $1) },
]
