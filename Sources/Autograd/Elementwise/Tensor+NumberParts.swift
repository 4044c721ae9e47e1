import PinionTensor

extension Tensor {
    /// x itself; not for bool.
    public func positive() -> Tensor {
        attempt { () throws(TensorError) in
            if dtype == .bool { throw TensorError("positive", .dtype, "not defined for bool") }
            return self
        }
    }

    /// Where the sign is negative, also of zeros, as bool.
    public func signbit() -> Tensor {
        if !isFloatingPoint { return dtype == .bool ? isNaN() : self .< 0 }
        return noGrad { Tensor.onesLike(self).copysign(self) .< 0 }
    }

    /// Numbers in place of NaN and infinities; the gradient there is 0.
    /// - Parameters:
    ///   - nan: for NaN.
    ///   - posinf: for +∞; the largest number of the dtype by default.
    ///   - neginf: for -∞; the smallest number of the dtype by default.
    public func nanToNum(nan: Double = 0, posinf: Double? = nil, neginf: Double? = nil) -> Tensor {
        if !isFloatingPoint { return clone() }
        let largest = dtype.largest
        let numbers = Tensor.where(isNaN(), nan, self)
        let bounded = Tensor.where(isPosInf(), posinf ?? largest, numbers)
        return Tensor.where(isNegInf(), neginf ?? -largest, bounded)
    }

    /// As `nanToNum`, in place.
    @discardableResult
    public func nanToNumInPlace(nan: Double = 0, posinf: Double? = nil, neginf: Double? = nil) -> Tensor {
        changed("nanToNum") { $0.nanToNum(nan: nan, posinf: posinf, neginf: neginf) }
    }

    /// `sin(πx) / πx`, and 1 at 0.
    public func sinc() -> Tensor {
        let isZero = self .== 0
        let x = (self * Double.pi).maskedFill(isZero, 1)
        return Tensor.where(isZero, 1.0, x.sin() / x)
    }

    /// As `sinc`, in place.
    @discardableResult
    public func sincInPlace() -> Tensor { changed("sinc") { $0.sinc() } }

    /// Degrees as radians.
    public func deg2rad() -> Tensor { self * (Double.pi / 180) }
    /// Radians as degrees.
    public func rad2deg() -> Tensor { self * (180 / Double.pi) }

    /// As `deg2rad`, in place.
    @discardableResult
    public func deg2radInPlace() -> Tensor { changed("deg2rad") { $0.deg2rad() } }
    /// As `rad2deg`, in place.
    @discardableResult
    public func rad2degInPlace() -> Tensor { changed("rad2deg") { $0.rad2deg() } }

    /// `mantissa · 2^exponent` with mantissas of 0.5 to 1, and exponents as int32.
    public func frexp() -> (mantissa: Tensor, exponent: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            if !isFloatingPoint {
                throw TensorError("frexp", .dtype, "expected a floating-point tensor, got \(dtype)")
            }
            let (mantissa, exponent) = Raw.frexp(self)
            if isRecorded(self) {
                let saved = SavedTensor(exponent)
                record("FrexpBackward0", mantissa, self) { g in g / saved.tensor.to(g.dtype).exp2() }
            }
            return (mantissa, exponent)
        }
    }

    /// Replaces the elements by the result of a recorded operation.
    func changed(_ name: StaticString, _ operation: (Tensor) -> Tensor) -> Tensor {
        inPlace(
            name, self, isRecorded: isRecorded(self),
            write: { () throws(TensorError) in try Raw.write(operation(self), to: self, name) },
            change: { old in operation(old) })
    }

    /// The same for an operation with another tensor.
    func changed(_ name: StaticString, _ other: Tensor, _ operation: (Tensor) -> Tensor) -> Tensor {
        inPlace(
            name, self, isRecorded: isRecorded(self, other),
            write: { () throws(TensorError) in try Raw.write(operation(self), to: self, name) },
            change: { old in operation(old) })
    }
}

extension DType {
    fileprivate var largest: Double {
        switch self {
        case .float16: 65504
        case .bfloat16: 0x1.fep127
        case .float32: Double(Float.greatestFiniteMagnitude)
        default: .greatestFiniteMagnitude
        }
    }
}
