import PinionTensor

// The activations that PyTorch has an in-place form of.

/// As `relu`, in place.
@discardableResult
public func reluInPlace(_ x: Tensor) -> Tensor { UnaryRule.relu.inPlace(x) }
/// As `leakyReLU`, in place.
@discardableResult
public func leakyReLUInPlace(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor {
    UnaryRule.leakyReLU.inPlace(x, negativeSlope)
}
/// The same as `leakyReLUInPlace`.
@discardableResult
public func leakyReluInPlace(_ x: Tensor, negativeSlope: Double = 0.01) -> Tensor {
    leakyReLUInPlace(x, negativeSlope: negativeSlope)
}
/// As `elu`, in place.
@discardableResult
public func eluInPlace(_ x: Tensor, alpha: Double = 1) -> Tensor { UnaryRule.elu.inPlace(x, alpha) }
/// As `selu`, in place.
@discardableResult
public func seluInPlace(_ x: Tensor) -> Tensor { UnaryRule.selu.inPlace(x) }
/// As `celu`, in place.
@discardableResult
public func celuInPlace(_ x: Tensor, alpha: Double = 1) -> Tensor {
    attempt(else: x) { () throws(TensorError) in
        try checkCELU(alpha)
        return UnaryRule.celu.inPlace(x, alpha)
    }
}
/// As `silu`, in place.
@discardableResult
public func siluInPlace(_ x: Tensor) -> Tensor { UnaryRule.silu.inPlace(x) }
/// As `mish`, in place.
@discardableResult
public func mishInPlace(_ x: Tensor) -> Tensor { UnaryRule.mish.inPlace(x) }
/// As `hardsigmoid`, in place.
@discardableResult
public func hardsigmoidInPlace(_ x: Tensor) -> Tensor { UnaryRule.hardsigmoid.inPlace(x) }
/// As `hardswish`, in place.
@discardableResult
public func hardswishInPlace(_ x: Tensor) -> Tensor { UnaryRule.hardswish.inPlace(x) }
/// As `hardtanh`, in place.
@discardableResult
public func hardtanhInPlace(_ x: Tensor, minVal: Double = -1, maxVal: Double = 1) -> Tensor {
    attempt(else: x) { () throws(TensorError) in
        try checkHardtanh(x, minVal, maxVal)
        if x.dtype.isInteger { return x.clampInPlace(min: minVal.asInteger, max: maxVal.asInteger) }
        return UnaryRule.hardtanh.inPlace(x, minVal, maxVal)
    }
}
/// As `threshold`, in place.
@discardableResult
public func thresholdInPlace(_ x: Tensor, _ threshold: Double, _ value: Double) -> Tensor {
    if x.dtype.isInteger { return x.replaceElements("threshold") { PinionAutograd.threshold($0, threshold, value) } }
    return UnaryRule.threshold.inPlace(x, threshold, value)
}
