import PinionTensor

// Methods as free functions, as PyTorch has `torch.f(x)` beside `x.f()`.

/// `x .== other`
public func eq(_ x: Tensor, _ other: Tensor) -> Tensor { x.eq(other) }
/// `x .== other`
public func eq(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.eq(other) }
/// `x .!= other`
public func ne(_ x: Tensor, _ other: Tensor) -> Tensor { x.ne(other) }
/// `x .!= other`
public func ne(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.ne(other) }
/// `x .!= other`
public func notEqual(_ x: Tensor, _ other: Tensor) -> Tensor { x.notEqual(other) }
/// `x .!= other`
public func notEqual(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.notEqual(other) }
/// `x .< other`
public func lt(_ x: Tensor, _ other: Tensor) -> Tensor { x.lt(other) }
/// `x .< other`
public func lt(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.lt(other) }
/// `x .< other`
public func less(_ x: Tensor, _ other: Tensor) -> Tensor { x.less(other) }
/// `x .< other`
public func less(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.less(other) }
/// `x .<= other`
public func le(_ x: Tensor, _ other: Tensor) -> Tensor { x.le(other) }
/// `x .<= other`
public func le(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.le(other) }
/// `x .<= other`
public func lessEqual(_ x: Tensor, _ other: Tensor) -> Tensor { x.lessEqual(other) }
/// `x .<= other`
public func lessEqual(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.lessEqual(other) }
/// `x .> other`
public func gt(_ x: Tensor, _ other: Tensor) -> Tensor { x.gt(other) }
/// `x .> other`
public func gt(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.gt(other) }
/// `x .> other`
public func greater(_ x: Tensor, _ other: Tensor) -> Tensor { x.greater(other) }
/// `x .> other`
public func greater(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.greater(other) }
/// `x .>= other`
public func ge(_ x: Tensor, _ other: Tensor) -> Tensor { x.ge(other) }
/// `x .>= other`
public func ge(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.ge(other) }
/// `x .>= other`
public func greaterEqual(_ x: Tensor, _ other: Tensor) -> Tensor { x.greaterEqual(other) }
/// `x .>= other`
public func greaterEqual(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.greaterEqual(other) }
/// The bits that both have, with broadcasting.
public func bitwiseAnd(_ x: Tensor, _ other: Tensor) -> Tensor { x.bitwiseAnd(other) }
/// The bits that both have.
public func bitwiseAnd(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.bitwiseAnd(other) }
/// The bits that either has, with broadcasting.
public func bitwiseOr(_ x: Tensor, _ other: Tensor) -> Tensor { x.bitwiseOr(other) }
/// The bits that either has.
public func bitwiseOr(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.bitwiseOr(other) }
/// The bits that one has and the other has not, with broadcasting.
public func bitwiseXor(_ x: Tensor, _ other: Tensor) -> Tensor { x.bitwiseXor(other) }
/// The bits that one has and the other has not.
public func bitwiseXor(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.bitwiseXor(other) }
/// All bits reversed; of bool, where x is false.
public func bitwiseNot(_ x: Tensor) -> Tensor { x.bitwiseNot() }
/// x shifted by `other` bits to the left, with broadcasting.
public func bitwiseLeftShift(_ x: Tensor, _ other: Tensor) -> Tensor { x.bitwiseLeftShift(other) }
/// x shifted by `other` bits to the left.
public func bitwiseLeftShift(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.bitwiseLeftShift(other) }
/// x shifted by `other` bits to the right, with its sign, with broadcasting.
public func bitwiseRightShift(_ x: Tensor, _ other: Tensor) -> Tensor { x.bitwiseRightShift(other) }
/// x shifted by `other` bits to the right, with its sign.
public func bitwiseRightShift(_ x: Tensor, _ other: some TensorScalar) -> Tensor { x.bitwiseRightShift(other) }
/// Where x is NaN; nowhere for integers.
public func isNaN(_ x: Tensor) -> Tensor { x.isNaN() }
/// Where x is infinite, of either sign.
public func isInf(_ x: Tensor) -> Tensor { x.isInf() }
/// Where x is neither infinite nor NaN.
public func isFinite(_ x: Tensor) -> Tensor { x.isFinite() }
/// Where x is +∞.
public func isPosInf(_ x: Tensor) -> Tensor { x.isPosInf() }
/// Where x is -∞.
public func isNegInf(_ x: Tensor) -> Tensor { x.isNegInf() }
/// As `isNaN`.
public func isnan(_ x: Tensor) -> Tensor { x.isnan() }
/// As `isInf`.
public func isinf(_ x: Tensor) -> Tensor { x.isinf() }
/// As `isFinite`.
public func isfinite(_ x: Tensor) -> Tensor { x.isfinite() }
/// As `isPosInf`.
public func isposinf(_ x: Tensor) -> Tensor { x.isPosInf() }
/// As `isNegInf`.
public func isneginf(_ x: Tensor) -> Tensor { x.isNegInf() }
/// Where x is a real number: everywhere, as no dtype is complex.
public func isReal(_ x: Tensor) -> Tensor { x.isReal() }
/// As `isReal`.
public func isreal(_ x: Tensor) -> Tensor { x.isReal() }
/// As `isClose`, with PyTorch's name for `equalNaN`.
public func isClose(
    _ x: Tensor, _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool
) -> Tensor {
    x.isClose(other, rtol: rtol, atol: atol, equalNaN: equalNan)
}
/// As `allClose`, with PyTorch's name for `equalNaN`.
public func allClose(_ x: Tensor, _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool) -> Bool {
    x.allClose(other, rtol: rtol, atol: atol, equalNaN: equalNan)
}
