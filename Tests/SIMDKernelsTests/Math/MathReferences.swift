import Foundation
import PinionSIMDKernels

/// A function's reference in wider arithmetic, and the bounds in ULP that its documentation states.
struct MathReference: Sendable {
    var function: UnaryOp
    /// libm's function in `Double`: the reference for `Float`.
    var double: @Sendable (Double) -> Double
    /// Bounds for `Float` and `Double` with FMA, and without.
    var float: Double
    var floatBaseline: Double
    var wide: Double
    var wideBaseline: Double
    /// The range in which the function is neither trivial nor constant, swept densely.
    var range: ClosedRange<Double>
    #if arch(x86_64)
    var float80: @Sendable (Float80) -> Float80
    #endif
}

/// One row a function.
let mathReferences: [MathReference] = [
    row(.exp, { exp($0) }, { exp($0) }, 1, 1, 1.1, 1.1, -750...712),
    row(.exp2, { exp2($0) }, { exp2($0) }, 1, 1, 1, 1, -1076...1026),
    row(.expm1, { expm1($0) }, { expm1($0) }, 1.3, 1.3, 1, 1, -40...712),
    row(.log, { log($0) }, { log($0) }, 0.85, 0.85, 0.8, 0.8, 0.4...3),
    row(.log2, { log2($0) }, { log2($0) }, 1.1, 1.2, 1, 1, 0.4...3),
    row(.log10, { log10($0) }, { log10($0) }, 1, 1.1, 1, 1, 0.4...3),
    row(.log1p, { log1p($0) }, { log1p($0) }, 0.9, 0.9, 1, 1, -0.9...3),
    row(.sin, { sin($0) }, { sin($0) }, 0.85, 0.51, 1, 1, -50...50),
    row(.cos, { cos($0) }, { cos($0) }, 0.85, 0.51, 1, 1, -50...50),
    row(.tan, { tan($0) }, { tan($0) }, 1.5, 0.51, 1, 1, -50...50),
    row(.asin, { asin($0) }, { asin($0) }, 0.7, 0.9, 1, 1, -1.01...1.01),
    row(.acos, { acos($0) }, { acos($0) }, 0.7, 0.9, 1, 1, -1.01...1.01),
    row(.atan, { atan($0) }, { atan($0) }, 1.3, 1.9, 1, 1, -6...6),
    row(.sinh, { sinh($0) }, { sinh($0) }, 2.1, 2.1, 2, 2, -712...712),
    row(.cosh, { cosh($0) }, { cosh($0) }, 1.4, 1.4, 1.2, 1.2, -712...712),
    row(.asinh, { asinh($0) }, { asinh($0) }, 0.51, 0.51, 2, 2, -30...30),
    row(.acosh, { acosh($0) }, { acosh($0) }, 0.51, 0.51, 2, 2, 0.9...30),
    row(.atanh, { atanh($0) }, { atanh($0) }, 0.51, 0.51, 2, 2, -1.01...1.01),
    row(.tanh, { tanh($0) }, { tanh($0) }, 1.3, 1.3, 2, 2, -22...22),
    row(.sigmoid, { 1 / (1 + exp(-$0)) }, { 1 / (1 + exp(-$0)) }, 2.1, 2.1, 2, 2, -750...40),
    row(.erf, { erf($0) }, { erf($0) }, 1.9, 1.9, 1, 1.2, -6.5...6.5),
    row(.erfc, { erfc($0) }, { erfc($0) }, 4, 4, 6, 6, -6.5...28),
    row(.sqrt, { $0.squareRoot() }, { $0.squareRoot() }, 0.5, 0.5, 0.5, 0.5, 0...4),
    row(.rsqrt, { 1 / $0.squareRoot() }, { 1 / $0.squareRoot() }, 1.5, 1.5, 1.5, 1.5, 0...4),
]

#if arch(x86_64)
private func row(
    _ function: UnaryOp, _ double: @escaping @Sendable (Double) -> Double,
    _ float80: @escaping @Sendable (Float80) -> Float80, _ float: Double, _ floatBaseline: Double, _ wide: Double,
    _ wideBaseline: Double, _ range: ClosedRange<Double>
) -> MathReference {
    MathReference(
        function: function, double: double, float: float, floatBaseline: floatBaseline, wide: wide,
        wideBaseline: wideBaseline, range: range, float80: float80)
}
#else
private func row(
    _ function: UnaryOp, _ double: @escaping @Sendable (Double) -> Double,
    _ float80: (Double) -> Double, _ float: Double, _ floatBaseline: Double, _ wide: Double,
    _ wideBaseline: Double, _ range: ClosedRange<Double>
) -> MathReference {
    MathReference(
        function: function, double: double, float: float, floatBaseline: floatBaseline, wide: wide,
        wideBaseline: wideBaseline, range: range)
}
#endif
