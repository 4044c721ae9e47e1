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

    /// a^y for finite a > 0 and finite y, with the accuracy that a `Float` result needs: log a = e ln 2 + 2 s + 2 s^3 p(s^2)
    /// with s = (m - 1) / (m + 1), to 2^-44, and e^r to 2^-34.
    @inline(__always) static func shortPower(_ a: Self, _ y: Self) -> Self {
        let (m, e) = split(a)
        let s = (m - Self(1)) / (m + Self(1))
        let z = s * s
        let p = Self(0x1.911c9350466dcp-4)
            .horner(z, 0x1.c62aa0574860bp-4).horner(z, 0x1.2494133684e5ap-3).horner(z, 0x1.999996a67aa19p-3)
            .horner(z, 0x1.555555561f339p-2)
        let twice = s + s
        let log = multiplyAdd(e, Self(0x1.62e42fefa39efp-1), multiplyAdd(twice * z, p, twice))
        // Beyond, every result is 0 or infinite as a `Float`.
        let (n, r, _) = reduceByLn2(bounded(y * log, Self(-110), Self(100)))
        let q = Self(0x1.a1ba2744dba88p-13)
            .horner(r, 0x1.6d987e7c35027p-10).horner(r, 0x1.11107b67a05e8p-7).horner(r, 0x1.55547e243e424p-5)
            .horner(r, 0x1.5555559909daap-3).horner(r, 0x1.00000043f52b5p-1).horner(r, 1).horner(r, 1)
        return q.scaledInside(n)
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
}
