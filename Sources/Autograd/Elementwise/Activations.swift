import PinionTensor

/// The larger of x and 0; the gradient at 0 is 0.
public func relu(_ x: Tensor) -> Tensor { UnaryRule.relu(x) }
/// x limited to 0...6.
public func relu6(_ x: Tensor) -> Tensor {
    x.dtype.isInteger ? x.clamp(min: 0, max: 6) : UnaryRule.relu6(x)
}
/// `1 / (1 + e^-x)`
public func sigmoid(_ x: Tensor) -> Tensor { UnaryRule.sigmoid(x) }
/// `log(1 / (1 + e^-x))`
public func logSigmoid(_ x: Tensor) -> Tensor { UnaryRule.logSigmoid(x) }
/// The same as `logSigmoid`.
public func logsigmoid(_ x: Tensor) -> Tensor { logSigmoid(x) }
/// `log(x / (1 - x))`, the inverse of `sigmoid`; with `eps`, x is limited to `eps...1 - eps` first.
public func logit(_ x: Tensor, eps: Double? = nil) -> Tensor { x.logit(eps: eps) }
/// x where positive, `negativeSlope · x` elsewhere.
public func leakyReLU(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor { UnaryRule.leakyReLU(x, negativeSlope) }
/// The same as `leakyReLU`.
public func leakyRelu(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor {
    leakyReLU(x, negativeSlope: negativeSlope)
}
/// The same as `leakyReLU`, with the slope by position.
public func leakyRelu(_ x: Tensor, _ negativeSlope: Double) -> Tensor { leakyReLU(x, negativeSlope: negativeSlope) }
/// x where positive, `alpha (eˣ - 1)` elsewhere.
public func elu(_ x: Tensor, alpha: Double = 1) -> Tensor { UnaryRule.elu(x, alpha) }
/// x where positive, `α (eˣ - 1)` elsewhere, times a scale that keeps mean and variance (Klambauer et al., 2017).
public func selu(_ x: Tensor) -> Tensor { UnaryRule.selu(x) }

/// x where positive, `alpha (e^(x/alpha) - 1)` elsewhere; `alpha` is not 0.
public func celu(_ x: Tensor, alpha: Double = 1) -> Tensor {
    attempt { () throws(TensorError) in
        try checkCELU(alpha)
        return UnaryRule.celu(x, alpha)
    }
}

/// How `gelu` is computed.
public enum GELUApproximation: String, Sendable, WordArgument, CaseIterable {
    /// By the error function.
    case none
    /// By the hyperbolic tangent.
    case tanh
}

/// `x Φ(x)`, where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).
///
/// With `approximate: .tanh` it is `x/2 (1 + tanh(√(2/π) (x + 0.044715 x³)))`.
public func gelu(_ x: Tensor, approximate: GELUApproximation = .none) -> Tensor {
    approximate == .none ? UnaryRule.gelu(x) : UnaryRule.geluTanh(x)
}

/// `x sigmoid(x)`
public func silu(_ x: Tensor) -> Tensor { UnaryRule.silu(x) }
/// `x tanh(softplus(x))` (Misra, 2019).
public func mish(_ x: Tensor) -> Tensor { UnaryRule.mish(x) }
/// `(x + 3) / 6` limited to 0...1.
public func hardsigmoid(_ x: Tensor) -> Tensor { UnaryRule.hardsigmoid(x) }
/// `x hardsigmoid(x)`
public func hardswish(_ x: Tensor) -> Tensor { UnaryRule.hardswish(x) }
/// `log(1 + e^(beta x)) / beta`; x itself where `beta x` is above the threshold.
public func softplus(_ x: Tensor, beta: Double = 1, threshold: Double = 20) -> Tensor {
    UnaryRule.softplus(x, beta, threshold)
}
/// `x / (1 + |x|)`
public func softsign(_ x: Tensor) -> Tensor { UnaryRule.softsign(x) }
/// `x - tanh(x)`
public func tanhshrink(_ x: Tensor) -> Tensor { UnaryRule.tanhshrink(x) }
/// x above the threshold, `value` elsewhere.
public func threshold(_ x: Tensor, _ threshold: Double, _ value: Double) -> Tensor {
    // Integers stay integers.
    x.dtype.isInteger ? .where(x .<= threshold, value.asInteger, x) : UnaryRule.threshold(x, threshold, value)
}
/// 0 in `-lambd...lambd`, x elsewhere.
public func hardshrink(_ x: Tensor, lambd: Double = 0.5) -> Tensor { x.hardshrink(lambd: lambd) }

/// x moved towards 0 by `lambd`, and 0 in `-lambd...lambd`; `lambd` is not negative.
public func softshrink(_ x: Tensor, lambd: Double = 0.5) -> Tensor {
    attempt { () throws(TensorError) in
        if !(lambd >= 0) {
            throw TensorError("softshrink", .value, "lambd is \(lambd), expected at least 0")
        }
        return UnaryRule.softshrink(x, lambd)
    }
}

/// x limited to `minVal...maxVal`; unlike `clamp`, the gradient on the limits is 0.
public func hardtanh(_ x: Tensor, minVal: Double = -1, maxVal: Double = 1) -> Tensor {
    attempt { () throws(TensorError) in
        try checkHardtanh(x, minVal, maxVal)
        if x.dtype.isInteger { return x.clamp(min: minVal.asInteger, max: maxVal.asInteger) }
        return UnaryRule.hardtanh(x, minVal, maxVal)
    }
}

extension Double {
    /// The parameter of an operation on integers: rounded towards 0.
    var asInteger: Int64 { Number.double(self).asInt64 }
}

func checkCELU(_ alpha: Double) throws(TensorError) {
    if alpha == 0 { throw TensorError("celu", .value, "alpha is 0, and x is divided by it") }
}

func checkHardtanh(_ x: Tensor, _ min: Double, _ max: Double) throws(TensorError) {
    if min > max { throw TensorError("hardtanh", .value, "minVal \(min) is above maxVal \(max)") }
    if x.dtype == .uint8 && min < 0 {
        throw TensorError("hardtanh", .value, "minVal \(min) is negative, and \(x.dtype) has no negative numbers")
    }
}
