import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// `x + alpha · other`, with broadcasting.
public func add(_ x: Tensor, _ other: Tensor, alpha: some TensorScalar = 1) -> Tensor { x.add(other, alpha: alpha) }
/// `x + alpha · other`
public func add(_ x: Tensor, _ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
    x.add(other, alpha: alpha)
}
/// `x - alpha · other`, with broadcasting.
public func sub(_ x: Tensor, _ other: Tensor, alpha: some TensorScalar = 1) -> Tensor { x.sub(other, alpha: alpha) }
/// `x - alpha · other`
public func sub(_ x: Tensor, _ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
    x.sub(other, alpha: alpha)
}
/// As `sub`.
public func subtract(_ x: Tensor, _ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
    x.subtract(other, alpha: alpha)
}
/// As `sub`.
public func subtract(_ x: Tensor, _ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
    x.subtract(other, alpha: alpha)
}
/// `x · other`, elementwise with broadcasting.
public func mul(_ x: Tensor, _ other: Tensor) -> Tensor { x.mul(other) }
/// `x · other`
public func mul(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.mul(other) }
/// As `mul`.
public func multiply(_ x: Tensor, _ other: Tensor) -> Tensor { x.multiply(other) }
/// As `mul`.
public func multiply(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.multiply(other) }
/// `x / other`, elementwise with broadcasting; integers are divided as floating-point numbers.
public func div(_ x: Tensor, _ other: Tensor) -> Tensor { x.div(other) }
/// `x / other`
public func div(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.div(other) }
/// The quotient rounded to an integer; the dtype stays, and the gradient is 0.
public func div(_ x: Tensor, _ other: Tensor, roundingMode: RoundingMode) -> Tensor {
    x.div(other, roundingMode: roundingMode)
}
/// The quotient rounded to an integer; the dtype stays, and the gradient is 0.
public func div(_ x: Tensor, _ other: some TensorScalar, roundingMode: RoundingMode) -> Tensor {
    x.div(other, roundingMode: roundingMode)
}
/// As `div`.
public func divide(_ x: Tensor, _ other: Tensor) -> Tensor { x.divide(other) }
/// As `div`.
public func divide(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.divide(other) }
/// As `div`.
public func trueDivide(_ x: Tensor, _ other: Tensor) -> Tensor { x.trueDivide(other) }
/// As `div`.
public func trueDivide(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.trueDivide(other) }
/// The quotient rounded towards -∞, Python's `//`; integers divided by zero are a mistake.
public func floorDivide(_ x: Tensor, _ other: Tensor) -> Tensor { x.floorDivide(other) }
/// The quotient rounded towards -∞.
public func floorDivide(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.floorDivide(other) }
/// What `floorDivide` leaves, with the sign of `other`; Python's `%`.
public func remainder(_ x: Tensor, _ other: Tensor) -> Tensor { x.remainder(other) }
/// What `floorDivide` leaves, with the sign of `other`.
public func remainder(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.remainder(other) }
/// What the quotient rounded towards 0 leaves, with the sign of x; C's `fmod`.
public func fmod(_ x: Tensor, _ other: Tensor) -> Tensor { x.fmod(other) }
/// What the quotient rounded towards 0 leaves, with the sign of x.
public func fmod(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.fmod(other) }
/// `other - alpha · x`, with broadcasting.
public func rsub(_ x: Tensor, _ other: Tensor, alpha: some TensorScalar = 1) -> Tensor { x.rsub(other, alpha: alpha) }
/// `other - alpha · x`
public func rsub(_ x: Tensor, _ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
    x.rsub(other, alpha: alpha)
}
/// As `neg`.
public func negative(_ x: Tensor) -> Tensor { x.negative() }
/// As `abs`.
public func absolute(_ x: Tensor) -> Tensor { x.absolute() }
/// x itself; not for bool.
public func positive(_ x: Tensor) -> Tensor { x.positive() }
/// x limited to `min...max`, one of which may be absent; `max` where min is above it.
public func clamp(_ x: Tensor, min: (any TensorScalar)? = nil, max: (any TensorScalar)? = nil) -> Tensor {
    x.clamp(min: min, max: max)
}
/// x limited to `min...max`, by position.
public func clamp(_ x: Tensor, _ min: some TensorScalar, _ max: some TensorScalar) -> Tensor { x.clamp(min, max) }
/// x limited by tensors, with broadcasting.
public func clamp(_ x: Tensor, min: Tensor? = nil, max: Tensor? = nil) -> Tensor { x.clamp(min: min, max: max) }
/// x limited to at least `min`.
public func clampMin(_ x: Tensor, _ min: some TensorScalar) -> Tensor { x.clampMin(min) }
/// x limited to at least `min`.
public func clampMin(_ x: Tensor, _ min: Tensor) -> Tensor { x.clampMin(min) }
/// x limited to at most `max`.
public func clampMax(_ x: Tensor, _ max: some TensorScalar) -> Tensor { x.clampMax(max) }
/// x limited to at most `max`.
public func clampMax(_ x: Tensor, _ max: Tensor) -> Tensor { x.clampMax(max) }
/// As `clamp`.
public func clip(_ x: Tensor, _ min: some TensorScalar, _ max: some TensorScalar) -> Tensor { x.clamp(min, max) }
/// As `clamp`.
public func clip(_ x: Tensor, min: (any TensorScalar)? = nil, max: (any TensorScalar)? = nil) -> Tensor {
    x.clip(min: min, max: max)
}
/// As `clamp`.
public func clip(_ x: Tensor, min: Tensor? = nil, max: Tensor? = nil) -> Tensor { x.clip(min: min, max: max) }
/// `|x|` with the signs of `other`.
public func copysign(_ x: Tensor, _ other: Tensor) -> Tensor { x.copysign(other) }
/// `|x|` with the sign of `other`.
public func copysign(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.copysign(other) }
/// `x^exponent` in float64.
public func floatPower(_ x: Tensor, _ exponent: Tensor) -> Tensor { x.floatPower(exponent) }
/// `x^exponent` in float64.
public func floatPower(_ x: Tensor, _ exponent: some TensorScalar) -> Tensor { x.floatPower(exponent) }
/// `x · 2^exponent`
public func ldexp(_ x: Tensor, _ exponent: Tensor) -> Tensor { x.ldexp(exponent) }
/// 0 where x is negative, 1 where it is positive, `values` where it is 0.
public func heaviside(_ x: Tensor, _ values: Tensor) -> Tensor { x.heaviside(values) }
/// The number of the dtype that comes after x in the direction of `other`.
public func nextafter(_ x: Tensor, _ other: Tensor) -> Tensor { x.nextafter(other) }
/// The greatest common divisor of integers, not negative.
public func gcd(_ x: Tensor, _ other: Tensor) -> Tensor { x.gcd(other) }
/// The least common multiple of integers, not negative.
public func lcm(_ x: Tensor, _ other: Tensor) -> Tensor { x.lcm(other) }
/// `mantissa · 2^exponent` with mantissas of 0.5 to 1, and exponents as int32.
public func frexp(_ x: Tensor) -> (mantissa: Tensor, exponent: Tensor) { x.frexp() }
/// As `lerp(_:_:)`.
public func lerp(_ x: Tensor, _ end: Tensor, weight: some TensorScalar) -> Tensor { x.lerp(end, weight: weight) }
/// As `lerp(_:_:)`.
public func lerp(_ x: Tensor, _ end: Tensor, weight: Tensor) -> Tensor { x.lerp(end, weight: weight) }
