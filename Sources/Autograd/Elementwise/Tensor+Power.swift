import PinionTensor

extension Tensor {
    /// `x` to a power; integers to a negative power are a mistake.
    public func pow(_ exponent: some TensorScalar) -> Tensor {
        attempt { () throws(TensorError) in try power(exponent.number) }
    }

    /// `x` to the powers of a tensor, with broadcasting; see `pow(_:_:)` for powers of a number.
    public func pow(_ exponent: Tensor) -> Tensor { BinaryRule.pow(.tensor(self), .tensor(exponent)) }

    /// As `pow`, in place.
    @discardableResult
    public func powInPlace(_ exponent: some TensorScalar) -> Tensor {
        let number = exponent.number
        return inPlace(
            "pow", self, isRecorded: isRecorded(self),
            write: { () throws(TensorError) in try Raw.write(Raw.power(self, number), to: self, "pow") },
            change: { (old) throws(TensorError) in try old.power(number) })
    }

    /// As `pow`, in place.
    @discardableResult
    public func powInPlace(_ exponent: Tensor) -> Tensor { BinaryRule.pow.inPlace(self, .tensor(exponent)) }

    private func power(_ exponent: Number) throws(TensorError) -> Tensor {
        let y = try Raw.power(self, exponent)
        if !isRecorded(self) { return y }
        let (saved, n) = (SavedTensor(self), exponent.asDouble)
        return record("PowBackward0", y, self) { g in
            let x = saved.tensor
            if n == 0 { return .zerosLike(g) }
            if GradMode.isEnabled { return g * (n * x.pow(n - 1)) }
            if n == 2 { return Raw.unaryBackward(.square, g, saved: Raw.converted(x, to: g.dtype)) }
            return attempt { () throws(TensorError) in
                try Raw.binaryBackward(.pow, by: .left, g, .tensor(x), .number(exponent))
            }
        }
    }

    /// `√(x² + other²)` without overflow on the way.
    public func hypot(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let dtype = resultType(.tensor(self), .tensor(other))
            if !dtype.isFloatingPoint { throw TensorError("hypot", .dtype, "not defined for \(dtype)") }
            return BinaryRule.hypot(.tensor(self), .tensor(other))
        }
    }
    /// The angle of the point (`other`, x) to the positive first axis, in -π...π.
    public func atan2(_ other: Tensor) -> Tensor { BinaryRule.atan2(.tensor(self), .tensor(other)) }
    /// As `atan2`.
    public func arctan2(_ other: Tensor) -> Tensor { atan2(other) }
    /// `|x|` with the signs of `other`.
    public func copysign(_ other: Tensor) -> Tensor { BinaryRule.copysign(.tensor(self), .tensor(other)) }
    /// `|x|` with the sign of `other`.
    public func copysign(_ other: some TensorScalar) -> Tensor {
        BinaryRule.copysign(.tensor(self), .number(other.number))
    }
    /// `x log other`; 0 where x is 0, unless `other` is NaN.
    public func xlogy(_ other: Tensor) -> Tensor { BinaryRule.xlogy(.tensor(self), .tensor(other)) }
    /// `x log other`
    public func xlogy(_ other: some TensorScalar) -> Tensor { BinaryRule.xlogy(.tensor(self), .number(other.number)) }
    /// `log(eˣ + e^other)` without overflow on the way.
    public func logaddexp(_ other: Tensor) -> Tensor { BinaryRule.logaddexp(.tensor(self), .tensor(other)) }
    /// `log₂(2ˣ + 2^other)` without overflow on the way.
    public func logaddexp2(_ other: Tensor) -> Tensor { BinaryRule.logaddexp2(.tensor(self), .tensor(other)) }
}

// In place.
extension Tensor {
    /// As `hypot`, in place.
    @discardableResult
    public func hypotInPlace(_ other: Tensor) -> Tensor { BinaryRule.hypot.inPlace(self, .tensor(other)) }
    /// As `atan2`, in place.
    @discardableResult
    public func atan2InPlace(_ other: Tensor) -> Tensor { BinaryRule.atan2.inPlace(self, .tensor(other)) }
    /// As `atan2InPlace`.
    @discardableResult
    public func arctan2InPlace(_ other: Tensor) -> Tensor { atan2InPlace(other) }
    /// As `copysign`, in place.
    @discardableResult
    public func copysignInPlace(_ other: Tensor) -> Tensor { BinaryRule.copysign.inPlace(self, .tensor(other)) }
    /// As `copysign`, in place.
    @discardableResult
    public func copysignInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.copysign.inPlace(self, .number(other.number))
    }
    /// As `xlogy`, in place.
    @discardableResult
    public func xlogyInPlace(_ other: Tensor) -> Tensor { BinaryRule.xlogy.inPlace(self, .tensor(other)) }
    /// As `xlogy`, in place.
    @discardableResult
    public func xlogyInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.xlogy.inPlace(self, .number(other.number))
    }
}

/// `x` to the powers of a tensor.
public func pow(_ x: some TensorScalar, _ exponent: Tensor) -> Tensor {
    BinaryRule.pow(.number(x.number), .tensor(exponent))
}
/// `x` to a power.
public func pow(_ x: Tensor, _ exponent: some TensorScalar) -> Tensor { x.pow(exponent) }
/// `x` to the powers of a tensor.
public func pow(_ x: Tensor, _ exponent: Tensor) -> Tensor { x.pow(exponent) }
/// `√(x² + y²)` without overflow on the way.
public func hypot(_ x: Tensor, _ y: Tensor) -> Tensor { x.hypot(y) }
/// The angle of the point (`x`, `y`) to the positive first axis, in -π...π.
public func atan2(_ y: Tensor, _ x: Tensor) -> Tensor { y.atan2(x) }
/// `x log y`; 0 where x is 0, unless y is NaN.
public func xlogy(_ x: Tensor, _ y: Tensor) -> Tensor { x.xlogy(y) }
/// `x log y`
public func xlogy(_ x: some TensorScalar, _ y: Tensor) -> Tensor { BinaryRule.xlogy(.number(x.number), .tensor(y)) }
/// `log(eˣ + eʸ)` without overflow on the way.
public func logaddexp(_ x: Tensor, _ y: Tensor) -> Tensor { x.logaddexp(y) }
/// `log₂(2ˣ + 2ʸ)` without overflow on the way.
public func logaddexp2(_ x: Tensor, _ y: Tensor) -> Tensor { x.logaddexp2(y) }
