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
        changed("nanToNumInPlace") { $0.nanToNum(nan: nan, posinf: posinf, neginf: neginf) }
    }

    /// `sin(πx) / πx`, and 1 at 0.
    public func sinc() -> Tensor {
        let isZero = self .== 0
        let x = (self * Double.pi).maskedFill(isZero, 1)
        return Tensor.where(isZero, 1.0, x.sin() / x)
    }

    /// As `sinc`, in place.
    @discardableResult
    public func sincInPlace() -> Tensor { changed("sincInPlace") { $0.sinc() } }

    /// Degrees as radians.
    public func deg2rad() -> Tensor { self * (Double.pi / 180) }
    /// Radians as degrees.
    public func rad2deg() -> Tensor { self * (180 / Double.pi) }

    /// 0 where x is negative, 1 where it is positive, `values` where it is 0. There is no gradient.
    public func heaviside(_ values: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkSameDType(self, values, "heaviside")
            _ = try Raw.broadcast(.tensor(self), .tensor(values), "heaviside")
            return noGrad { Tensor.where(self .== 0, values, (self .> 0).to(dtype)) }
        }
    }

    /// `x · 2^exponent`
    public func ldexp(_ exponent: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try Raw.broadcast(.tensor(self), .tensor(exponent), "ldexp")
            return self * PinionAutograd.pow(2.0, exponent)
        }
    }

    /// `x^exponent` in float64.
    public func floatPower(_ exponent: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try Raw.broadcast(.tensor(self), .tensor(exponent), "floatPower")
            return double().pow(exponent.double())
        }
    }
    /// `x^exponent` in float64.
    public func floatPower(_ exponent: some TensorScalar) -> Tensor { double().pow(exponent.number.asDouble) }

    /// The number of the dtype that comes after x in the direction of `other`. There is no gradient.
    public func nextafter(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in try Raw.nextAfter(self, other, name: "nextafter") }
    }

    /// The greatest common divisor of integers, not negative.
    public func gcd(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in try Raw.mappedIntegers(self, other, name: "gcd", divisor) }
    }

    /// The least common multiple of integers, not negative.
    public func lcm(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.mappedIntegers(self, other, name: "lcm") { a, b in
                let common = divisor(a, b)
                if common == 0 { return 0 }
                let product = (a / common) &* b
                return product < 0 ? 0 &- product : product
            }
        }
    }

    /// Replaces the elements by the result of a recorded operation.
    private func changed(_ name: StaticString, _ operation: (Tensor) -> Tensor) -> Tensor {
        inPlace(
            name, self, isRecorded: isRecorded(self),
            write: { () throws(TensorError) in try Raw.write(operation(self), to: self, name) },
            change: { old in operation(old) })
    }
}

private func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, b == -1 ? 0 : a % b) }
    return a < 0 ? 0 &- a : a
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
