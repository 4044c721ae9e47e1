import PinionAutograd
import PinionTestSupport

/// A function of one tensor, and its in-place form.
private func function(
    _ name: String, _ body: @escaping @Sendable (Tensor) -> Tensor, _ inPlace: @escaping @Sendable (Tensor) -> Tensor
) -> OperationRow {
    OperationRow(name) { s in [body(s[0])] }.inPlace { s in [inPlace(s[0])] }
}

let functionRows: [OperationRow] = [
    function("abs", { $0.abs() }, { $0.absInPlace() }).covers("absolute"),
    function("sign", { $0.sign() }, { $0.signInPlace() }),
    function("sgn", { $0.sgn() }, { $0.sgnInPlace() }),
    function("square", { $0.square() }, { $0.squareInPlace() }),
    function("reciprocal", { $0.reciprocal() }, { $0.reciprocalInPlace() }),
    function("sqrt", { $0.sqrt() }, { $0.sqrtInPlace() }),
    function("rsqrt", { $0.rsqrt() }, { $0.rsqrtInPlace() }),
    function("floor", { $0.floor() }, { $0.floorInPlace() }),
    function("ceil", { $0.ceil() }, { $0.ceilInPlace() }),
    function("round", { $0.round() }, { $0.roundInPlace() }),
    function("trunc", { $0.trunc() }, { $0.truncInPlace() }).covers("fix"),
    function("frac", { $0.frac() }, { $0.fracInPlace() }),
    function("exp2", { $0.exp2() }, { $0.exp2InPlace() }),
    function("expm1", { $0.expm1() }, { $0.expm1InPlace() }),
    function("log", { $0.log() }, { $0.logInPlace() }),
    function("log2", { $0.log2() }, { $0.log2InPlace() }),
    function("log10", { $0.log10() }, { $0.log10InPlace() }),
    function("log1p", { $0.log1p() }, { $0.log1pInPlace() }),
    function("erf", { $0.erf() }, { $0.erfInPlace() }),
    function("erfc", { $0.erfc() }, { $0.erfcInPlace() }),
    function("sin", { $0.sin() }, { $0.sinInPlace() }),
    function("cos", { $0.cos() }, { $0.cosInPlace() }),
    function("tan", { $0.tan() }, { $0.tanInPlace() }),
    function("asin", { $0.asin() }, { $0.asinInPlace() }).covers("arcsin"),
    function("acos", { $0.acos() }, { $0.acosInPlace() }).covers("arccos"),
    function("atan", { $0.atan() }, { $0.atanInPlace() }).covers("arctan"),
    function("sinh", { $0.sinh() }, { $0.sinhInPlace() }),
    function("cosh", { $0.cosh() }, { $0.coshInPlace() }),
    function("asinh", { $0.asinh() }, { $0.asinhInPlace() }).covers("arcsinh"),
    function("acosh", { $0.acosh() }, { $0.acoshInPlace() }).covers("arccosh"),
    function("atanh", { $0.atanh() }, { $0.atanhInPlace() }).covers("arctanh"),
    OperationRow("round_decimals") { s in [s[0].round(decimals: s.int("decimals", 0))] }
        .inPlace { s in [s[0].roundInPlace(decimals: s.int("decimals", 0))] }.named("round"),
    OperationRow("logit") { s in [s[0].logit(eps: s.double("eps"))] }
        .inPlace { s in [s[0].logitInPlace(eps: s.double("eps"))] },
]
