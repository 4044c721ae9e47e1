import PinionTensor

// Functions of two tensors: steps, powers of 2 and in float64, neighbours in the dtype, common divisors.
extension Tensor {
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

    /// As `heaviside`, in place.
    @discardableResult
    public func heavisideInPlace(_ values: Tensor) -> Tensor {
        replaceElements("heaviside") { $0.heaviside(values) }
    }
    /// As `ldexp`, in place.
    @discardableResult
    public func ldexpInPlace(_ exponent: Tensor) -> Tensor { changed("ldexp", exponent) { $0.ldexp(exponent) } }
    /// As `floatPower`, in place: the base is float64.
    @discardableResult
    public func floatPowerInPlace(_ exponent: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try checkDouble("floatPower")
            return changed("floatPower", exponent) { $0.floatPower(exponent) }
        }
    }
    /// As `floatPower`, in place: the base is float64.
    @discardableResult
    public func floatPowerInPlace(_ exponent: some TensorScalar) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try checkDouble("floatPower")
            return powInPlace(exponent.number.asDouble)
        }
    }
    /// As `nextafter`, in place.
    @discardableResult
    public func nextafterInPlace(_ other: Tensor) -> Tensor { replaceElements("nextafter") { $0.nextafter(other) } }
    /// As `gcd`, in place.
    @discardableResult
    public func gcdInPlace(_ other: Tensor) -> Tensor { replaceElements("gcd") { $0.gcd(other) } }
    /// As `lcm`, in place.
    @discardableResult
    public func lcmInPlace(_ other: Tensor) -> Tensor { replaceElements("lcm") { $0.lcm(other) } }

    private func checkDouble(_ name: StaticString) throws(TensorError) {
        if dtype != .float64 {
            throw TensorError("\(name)", .dtype, "the result is float64 and cannot be written to \(dtype)")
        }
    }
}

private func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, b == -1 ? 0 : a % b) }
    return a < 0 ? 0 &- a : a
}
