import PinionTensor

/// How `div` rounds a quotient to an integer.
public enum RoundingMode: String, Sendable, WordArgument, CaseIterable {
    /// Towards 0, as C divides integers.
    case trunc
    /// Towards -∞, as Python's `//`.
    case floor
}

extension Tensor {
    /// `x / other`, elementwise with broadcasting; integers are divided as floating-point numbers.
    public func div(_ other: Tensor) -> Tensor { self / other }
    /// `x / other`
    public func div(_ other: some TensorScalar) -> Tensor { self / other }
    /// The quotient rounded to an integer; the dtype stays, and the gradient is 0.
    public func div(_ other: Tensor, roundingMode: RoundingMode) -> Tensor {
        BinaryRule.div(roundingMode)(.tensor(self), .tensor(other))
    }
    /// The quotient rounded to an integer; the dtype stays, and the gradient is 0.
    public func div(_ other: some TensorScalar, roundingMode: RoundingMode) -> Tensor {
        BinaryRule.div(roundingMode)(.tensor(self), .number(other.number))
    }
    /// As `div`.
    public func divide(_ other: Tensor) -> Tensor { self / other }
    /// As `div`.
    public func divide(_ other: some TensorScalar) -> Tensor { self / other }
    /// As `div`.
    public func trueDivide(_ other: Tensor) -> Tensor { self / other }
    /// As `div`.
    public func trueDivide(_ other: some TensorScalar) -> Tensor { self / other }

    /// The quotient rounded towards -∞, Python's `//`; integers divided by zero are a mistake. The gradient is 0.
    public func floorDivide(_ other: Tensor) -> Tensor { BinaryRule.floorDivide(.tensor(self), .tensor(other)) }
    /// The quotient rounded towards -∞.
    public func floorDivide(_ other: some TensorScalar) -> Tensor {
        BinaryRule.floorDivide(.tensor(self), .number(other.number))
    }
    /// What `floorDivide` leaves, with the sign of `other`; Python's `%`.
    public func remainder(_ other: Tensor) -> Tensor { self % other }
    /// What `floorDivide` leaves, with the sign of `other`.
    public func remainder(_ other: some TensorScalar) -> Tensor { self % other }
    /// What the quotient rounded towards 0 leaves, with the sign of x; C's `fmod`.
    public func fmod(_ other: Tensor) -> Tensor { BinaryRule.fmod(.tensor(self), .tensor(other)) }
    /// What the quotient rounded towards 0 leaves, with the sign of x.
    public func fmod(_ other: some TensorScalar) -> Tensor { BinaryRule.fmod(.tensor(self), .number(other.number)) }
}

// In place.
extension Tensor {
    /// As `div`, in place; not for integers.
    @discardableResult
    public func divInPlace(_ other: Tensor) -> Tensor { BinaryRule.div.inPlace(self, .tensor(other)) }
    /// As `div`, in place; not for integers.
    @discardableResult
    public func divInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.div.inPlace(self, .number(other.number))
    }
    /// As `div` with rounding, in place.
    @discardableResult
    public func divInPlace(_ other: Tensor, roundingMode: RoundingMode) -> Tensor {
        BinaryRule.div(roundingMode).inPlace(self, .tensor(other))
    }
    /// As `div` with rounding, in place.
    @discardableResult
    public func divInPlace(_ other: some TensorScalar, roundingMode: RoundingMode) -> Tensor {
        BinaryRule.div(roundingMode).inPlace(self, .number(other.number))
    }
    /// As `divInPlace`.
    @discardableResult
    public func divideInPlace(_ other: Tensor) -> Tensor { divInPlace(other) }
    /// As `divInPlace`.
    @discardableResult
    public func divideInPlace(_ other: some TensorScalar) -> Tensor { divInPlace(other) }
    /// As `divInPlace`.
    @discardableResult
    public func trueDivideInPlace(_ other: Tensor) -> Tensor { divInPlace(other) }
    /// As `divInPlace`.
    @discardableResult
    public func trueDivideInPlace(_ other: some TensorScalar) -> Tensor { divInPlace(other) }
    /// As `floorDivide`, in place.
    @discardableResult
    public func floorDivideInPlace(_ other: Tensor) -> Tensor { BinaryRule.floorDivide.inPlace(self, .tensor(other)) }
    /// As `floorDivide`, in place.
    @discardableResult
    public func floorDivideInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.floorDivide.inPlace(self, .number(other.number))
    }
    /// As `remainder`, in place.
    @discardableResult
    public func remainderInPlace(_ other: Tensor) -> Tensor { BinaryRule.remainder.inPlace(self, .tensor(other)) }
    /// As `remainder`, in place.
    @discardableResult
    public func remainderInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.remainder.inPlace(self, .number(other.number))
    }
    /// As `fmod`, in place.
    @discardableResult
    public func fmodInPlace(_ other: Tensor) -> Tensor { BinaryRule.fmod.inPlace(self, .tensor(other)) }
    /// As `fmod`, in place.
    @discardableResult
    public func fmodInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.fmod.inPlace(self, .number(other.number))
    }
}

extension BinaryRule {
    fileprivate static func div(_ mode: RoundingMode) -> BinaryRule { mode == .floor ? divFloor : divTrunc }
}
