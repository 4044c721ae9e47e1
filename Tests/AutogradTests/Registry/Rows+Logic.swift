import PinionAutograd
import PinionTestSupport

let logicRows: [OperationRow] = [
    binaryRow("eq", { $0 .== $1 }, { $0.eq($1) }).binaryInPlace({ $0.eqInPlace($1) }, { $0.eqInPlace($1) }),
    binaryRow("ne", { $0 .!= $1 }, { $0.ne($1) }).binaryInPlace({ $0.neInPlace($1) }, { $0.neInPlace($1) })
        .covers("notEqual"),
    binaryRow("lt", { $0 .< $1 }, { $0.lt($1) }).binaryInPlace({ $0.ltInPlace($1) }, { $0.ltInPlace($1) }).covers(
        "less"),
    binaryRow("le", { $0 .<= $1 }, { $0.le($1) }).binaryInPlace({ $0.leInPlace($1) }, { $0.leInPlace($1) }).covers(
        "lessEqual"),
    binaryRow("gt", { $0 .> $1 }, { $0.gt($1) }).binaryInPlace({ $0.gtInPlace($1) }, { $0.gtInPlace($1) }).covers(
        "greater"),
    binaryRow("ge", { $0 .>= $1 }, { $0.ge($1) }).binaryInPlace({ $0.geInPlace($1) }, { $0.geInPlace($1) }).covers(
        "greaterEqual"),
    binaryRow("bitwise_and", { $0 .& $1 }, { $0.bitwiseAnd($1) }).binaryInPlace(
        { $0 .&= $1 }, { $0.bitwiseAndInPlace($1) }),
    binaryRow("bitwise_or", { $0 .| $1 }, { $0.bitwiseOr($1) }).binaryInPlace(
        { $0 .|= $1 }, { $0.bitwiseOrInPlace($1) }),
    binaryRow("bitwise_xor", { $0 .^ $1 }, { $0.bitwiseXor($1) }).binaryInPlace(
        { $0 .^= $1 }, { $0.bitwiseXorInPlace($1) }),
    binaryRow("bitwise_left_shift", { $0 << $1 }, { $0 << $1 }).binaryInPlace(
        { $0.bitwiseLeftShiftInPlace($1) }, { $0.bitwiseLeftShiftInPlace($1) }),
    binaryRow("bitwise_right_shift", { $0 >> $1 }, { $0 >> $1 }).binaryInPlace(
        { $0.bitwiseRightShiftInPlace($1) }, { $0.bitwiseRightShiftInPlace($1) }),
    OperationRow("bitwise_not") { s in [.!s[0]] }.inPlace { s in [s[0].bitwiseNotInPlace()] },
    OperationRow("logical_and") { s in [s[0].logicalAnd(s[1])] }.inPlace { s in [s[0].logicalAndInPlace(s[1])] },
    OperationRow("logical_or") { s in [s[0].logicalOr(s[1])] }.inPlace { s in [s[0].logicalOrInPlace(s[1])] },
    OperationRow("logical_xor") { s in [s[0].logicalXor(s[1])] }.inPlace { s in [s[0].logicalXorInPlace(s[1])] },
    OperationRow("logical_not") { s in [s[0].logicalNot()] }.inPlace { s in [s[0].logicalNotInPlace()] },
    OperationRow("isnan") { s in [s[0].isNaN()] }.named("isNaN"),
    OperationRow("isinf") { s in [s[0].isInf()] }.named("isInf"),
    OperationRow("isfinite") { s in [s[0].isFinite()] }.named("isFinite"),
    OperationRow("isposinf") { s in [s[0].isPosInf()] }.named("isPosInf"),
    OperationRow("isneginf") { s in [s[0].isNegInf()] }.named("isNegInf"),
    OperationRow("isclose") { s in
        [isClose(s[0], s[1], rtol: s.rtol, atol: s.atol, equalNaN: s.bool("equal_nan", false))]
    }.named("isClose"),
    OperationRow("allclose") { s in
        [Tensor(allClose(s[0], s[1], rtol: s.rtol, atol: s.atol, equalNaN: s.bool("equal_nan", false)))]
    }.named("isClose", "allClose"),
    OperationRow("equal") { s in [Tensor(s[0].equal(s[1]))] },
    OperationRow("float") { s in [s[0].float()] }.covers("to", "type", "typeAs", "cpu"),
    OperationRow("double") { s in [s[0].double()] },
    OperationRow("half") { s in [s[0].half()] },
    OperationRow("bfloat16") { s in [s[0].bfloat16()] },
    OperationRow("long") { s in [s[0].long()] },
    OperationRow("int") { s in [s[0].int()] },
    OperationRow("short") { s in [s[0].short()] },
    OperationRow("char") { s in [s[0].char()] },
    OperationRow("byte") { s in [s[0].byte()] },
    OperationRow("bool") { s in [s[0].bool()] },
]

extension OperationCall {
    fileprivate var rtol: Double { double("rtol", 1e-5) }
    fileprivate var atol: Double { double("atol", 1e-8) }
}
