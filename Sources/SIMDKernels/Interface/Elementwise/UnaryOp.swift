/// An elementwise operation of one argument and up to two parameters, which are named in brackets.
package enum UnaryOp: UInt8, CaseIterable, Sendable {
    // Arithmetic
    case neg, abs, sign, square, reciprocal, sqrt, rsqrt
    /// `clamp[min, max]`
    case clamp
    // Exponentials and logarithms
    case exp, exp2, expm1, log, log2, log10, log1p
    /// `logit[eps]`: clamps to `[eps, 1 - eps]` first unless `eps` is NaN or negative.
    case logit
    // Circular and hyperbolic functions
    case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
    // The error function
    case erf, erfc
    // Rounding
    case floor, ceil, round, trunc, frac
    // Activations
    case sigmoid, logSigmoid, relu, relu6
    /// `leakyReLU[negativeSlope]`
    case leakyReLU
    /// `elu[alpha]`
    case elu
    case selu
    /// `celu[alpha]`
    case celu
    case gelu, geluTanh, silu, mish, hardsigmoid, hardswish
    /// `hardtanh[min, max]`
    case hardtanh
    /// `softplus[beta, threshold]`
    case softplus
    case softsign
    /// `threshold[threshold, value]`
    case threshold
    /// `hardshrink[lambda]`
    case hardshrink
    /// `softshrink[lambda]`
    case softshrink
    case tanhshrink
    // Integers and bool; no derivative
    case bitwiseNot
}

/// What a derivative is computed from.
package enum Saved: UInt8, Sendable {
    case nothing, input, output
}

extension UnaryOp {
    /// What the backward kernel wants as its `saved` array.
    package var saves: Saved {
        switch self {
        case .neg, .sign, .floor, .ceil, .round, .trunc, .frac, .bitwiseNot: .nothing
        case .reciprocal, .sqrt, .rsqrt, .exp, .exp2, .expm1, .tan, .tanh, .sigmoid, .relu: .output
        default: .input
        }
    }

    /// Whether there is a kernel for `dtype`.
    package func supports(_ dtype: DType) -> Bool {
        switch self {
        case .bitwiseNot: !dtype.isFloatingPoint
        case .neg, .abs, .sign, .square, .clamp, .relu, .floor, .ceil, .round, .trunc: dtype != .bool
        default: dtype.isFloatingPoint
        }
    }

    /// Whether an element costs about as much as its memory traffic.
    package var isLight: Bool {
        switch self {
        case .neg, .abs, .sign, .square, .clamp, .floor, .ceil, .round, .trunc, .frac, .relu, .relu6, .leakyReLU,
            .hardsigmoid, .hardswish, .hardtanh, .threshold, .hardshrink, .softshrink, .bitwiseNot:
            true
        default: false
        }
    }
}
