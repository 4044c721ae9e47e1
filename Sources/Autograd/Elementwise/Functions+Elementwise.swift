import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// As `asin`.
public func arcsin(_ x: Tensor) -> Tensor { x.arcsin() }
/// As `acos`.
public func arccos(_ x: Tensor) -> Tensor { x.arccos() }
/// As `atan`.
public func arctan(_ x: Tensor) -> Tensor { x.arctan() }
/// As `asinh`.
public func arcsinh(_ x: Tensor) -> Tensor { x.arcsinh() }
/// As `acosh`.
public func arccosh(_ x: Tensor) -> Tensor { x.arccosh() }
/// As `atanh`.
public func arctanh(_ x: Tensor) -> Tensor { x.arctanh() }
/// As `atan2`.
public func arctan2(_ x: Tensor, _ other: Tensor) -> Tensor { x.arctan2(other) }
/// As `trunc`.
public func fix(_ x: Tensor) -> Tensor { x.fix() }
/// x rounded to a number of decimals; to tens and hundreds where it is negative.
public func round(_ x: Tensor, decimals: Int) -> Tensor { x.round(decimals: decimals) }
/// Where the sign is negative, also of zeros, as bool.
public func signbit(_ x: Tensor) -> Tensor { x.signbit() }
/// Numbers in place of NaN and infinities; the gradient there is 0.
public func nanToNum(_ x: Tensor, nan: Double = 0, posinf: Double? = nil, neginf: Double? = nil) -> Tensor {
    x.nanToNum(nan: nan, posinf: posinf, neginf: neginf)
}
/// `sin(πx) / πx`, and 1 at 0.
public func sinc(_ x: Tensor) -> Tensor { x.sinc() }
/// Degrees as radians.
public func deg2rad(_ x: Tensor) -> Tensor { x.deg2rad() }
/// Radians as degrees.
public func rad2deg(_ x: Tensor) -> Tensor { x.rad2deg() }
/// `log |Γ(x)|`
public func lgamma(_ x: Tensor) -> Tensor { x.lgamma() }
/// `Γ'(x) / Γ(x)`, the derivative of `lgamma`.
public func digamma(_ x: Tensor) -> Tensor { x.digamma() }
/// The derivative of order `n` of `digamma`.
public func polygamma(_ n: Int, _ x: Tensor) -> Tensor { x.polygamma(n) }
/// x of `erf(x) = y`: NaN outside -1 to 1.
public func erfinv(_ x: Tensor) -> Tensor { x.erfinv() }
/// The modified Bessel function of the first kind of order 0.
public func i0(_ x: Tensor) -> Tensor { x.i0() }
