extension DoubleLane {
    /// x^y as e^(y log|x|) with the logarithm in a pair, and the sign of an odd power. At most 1 ULP.
    @inline(__always) static func pow(_ x: Self, _ y: Self) -> Self {
        let log = logarithmPair(x.magnitude)
        // Larger exponents give 0, 1 or infinity as this one does.
        let bound = bounded(y, Self(-0x1p100), Self(0x1p100))
        let product = DoublePair(bound, times: log.high)
        let power = multiplyAdd(bound, log.low, product.low)
        let inside = product.high.magnitude .< Self(800)
        let (m, n) = exponential(
            bounded(product.high, Self(-800), Self(720)), rest: select(inside, power, zero))
        return finishPower(x, y, magnitude: m.scaled(n))
    }

    /// As `pow`, with the accuracy that a `Float` result needs.
    @inline(__always) static func shortPow(_ x: Self, _ y: Self) -> Self {
        finishPower(x, y, magnitude: exp(y * log(x.magnitude)))
    }

    /// log x in a pair for x > 0, by s = (m - 1) / (m + 1): log m = 2 s + s^3 p(s^2).
    @inline(__always) private static func logarithmPair(_ x: Self) -> DoublePair {
        let (m, e) = split(x)
        let top = m - Self(1)
        let bottom = m + Self(1)
        let bottomLow = m - (bottom - Self(1))
        let s = top / bottom
        let back = DoublePair(s, times: bottom)
        let quotient = DoublePair(s, (((top - back.high) - back.low) - s * bottomLow) / bottom)
        let square = quotient * quotient
        let z = square.high
        let p = Self(0x1.0c039c49989c6p-3)
            .horner(z, 0x1.0fbe95d716020p-3).horner(z, 0x1.3b1c355a8f7a2p-3).horner(z, 0x1.745cf9048dd95p-3)
            .horner(z, 0x1.c71c720159177p-3).horner(z, 0x1.2492492476cccp-2).horner(z, 0x1.9999999999a38p-2)
        let a = DoublePair(larger: Self(0x1.5555555555555p-1), plus: z * p)
        let cubic = (square * quotient) * DoublePair(a.high, a.low + Self(0x1.5555555555555p-55))
        let twice = DoublePair(larger: s + s, plus: cubic.high)
        let whole = DoublePair(larger: e * ln2High, plus: twice.high)
        let low = multiplyAdd(e, ln2Low, whole.low + (twice.low + (cubic.low + (quotient.low + quotient.low))))
        return DoublePair(larger: whole.high, plus: low)
    }

    /// The cases of C99 Annex F 9.4.4, given |x|^y for finite positive |x|.
    @inline(__always) private static func finishPower(_ x: Self, _ y: Self, magnitude: Self) -> Self {
        let one = Self(1)
        let infinity = Self(.infinity)
        let a = x.magnitude
        let b = y.magnitude
        // Above 2^52 every y is an integer, above 2^53 an even one. Below, adding 2^52 shows the last integer bit.
        let big = b .>= Self(0x1p52)
        let shifted = select(big, b, b + Self(0x1p52))
        let integral = big .| ((shifted - Self(0x1p52)) .== b)
        let odd = (Self(bits: shifted.bits & 1) .!= zero) .& integral .& (b .< Self(0x1p53))
        let negative = x.isNegative

        let isZero = x .== zero
        let edge = isZero .| (a .== infinity)
        let toInfinity = select(y .< zero, infinity, zero)
        let atEdge = select(isZero, toInfinity, select(y .< zero, zero, infinity))
        var result = select(edge, atEdge, magnitude)
        let sign = select(odd .& negative, Self(-0.0), zero)
        result = Self(bits: result.bits ^ sign.bits)
        result = select((x .< zero) .& (.!integral) .& (.!edge), Self(.nan), result)
        result = select(x.isNaN .| y.isNaN, x + y, result)
        let isOne = (x .== one) .| (y .== zero) .| ((a .== one) .& (b .== infinity))
        return select(isOne, one, result)
    }
}
