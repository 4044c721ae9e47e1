// The polynomial is that of Cephes, logf.c.
extension FloatLane {
    /// x = m * 2^e with m in [sqrt(1/2), sqrt(2)), for finite positive x.
    @inline(__always) private static func split(_ x: Self) -> (m: Self, e: Self) {
        let subnormal = x .< Self(0x1p-126)
        let normal = select(subnormal, x * Self(0x1p23), x)
        let shifted = normal.bits &+ (0x3F80_0000 - 0x3F35_04F3)
        // The biased exponent as the low bits of 2^23.
        let exponent = ((shifted & Int32.max) &>> 23) | 0x4B00_0000
        let e = Self(bits: exponent) - select(subnormal, Self(0x1p23 + 150), Self(0x1p23 + 127))
        return (Self(bits: (shifted & 0x7F_FFFF) &+ 0x3F35_04F3), e)
    }

    /// log(1 + f) - f for 1 + f in [sqrt(1/2), sqrt(2)).
    @inline(__always) private static func logTail(_ f: Self) -> Self {
        let z = f * f
        let p = Self(7.0376836292e-2)
            .horner(f, -1.1514610310e-1).horner(f, 1.1676998740e-1).horner(f, -1.2420140846e-1)
            .horner(f, 1.4249322787e-1).horner(f, -1.6668057665e-1).horner(f, 2.0000714765e-1)
            .horner(f, -2.4999993993e-1).horner(f, 3.3333331174e-1)
        return multiplyAdd(f * z, p, -(Self(0.5) * z))
    }

    /// `y` for finite positive `x`; the limits and NaN elsewhere.
    @inline(__always) private static func logSpecials(_ x: Self, _ y: Self) -> Self {
        let finite = select(x .< Self(.infinity), y, x)
        return select(x .> zero, finite, select(x .== zero, Self(-.infinity), select(x .< zero, Self(.nan), x)))
    }

    /// log x. At most 0.85 ULP.
    @inline(__always) static func log(_ x: Self) -> Self {
        let (m, e) = split(x)
        let f = m - Self(1)
        let tail = multiplyAdd(e, ln2Low, logTail(f))
        return logSpecials(x, multiplyAdd(e, ln2High, f + tail))
    }

    /// log(1 + x). At most 0.9 ULP.
    @inline(__always) static func log1p(_ x: Self) -> Self {
        let u = Self(1) + x
        let (m, e) = split(u)
        // The rounding error of 1 + x, relative to it.
        let error = select(x .> Self(1), Self(1) - (u - x), x - (u - Self(1))) / u
        let direct = e .== zero
        let f = select(direct, x, m - Self(1))
        let tail = multiplyAdd(e, ln2Low, logTail(f)) + error.keptUnless(direct)
        return select(x .== zero, x, logSpecials(u, multiplyAdd(e, ln2High, f + tail)))
    }

    /// log(x) / log(base): the reciprocal of log(base) and log 2 / log(base) come in two parts, and the products of the
    /// latter's first with an exponent are exact.
    @inline(__always)
    private static func logarithm(
        _ x: Self, inverse: (high: Float, low: Float), two: (high: Float, low: Float)
    ) -> Self {
        let (m, e) = split(x)
        let f = m - Self(1)
        let tail = logTail(f)
        let whole = e * Self(two.high)
        #if PINION_AVX512 || PINION_AVX2 || arch(arm64)
        let product = f * Self(inverse.high)
        let lost = multiplyAdd(f, Self(inverse.high), -product)
        #else
        // The upper 12 bits of f, whose product with the upper part, of 12 bits too, is exact.
        let upper = Self(bits: f.bits & ~0xFFF)
        let product = upper * Self(inverse.high)
        let lost = (f - upper) * Self(inverse.high)
        #endif
        let low = multiplyAdd(
            e, Self(two.low), multiplyAdd(f, Self(inverse.low), multiplyAdd(tail, Self(inverse.high), lost)))
        let sum = whole + product
        return logSpecials(x, sum + (((whole - sum) + product) + multiplyAdd(tail, Self(inverse.low), low)))
    }

    /// Base-2 logarithm. At most 1.1 ULP (1.2 without FMA); exact for powers of two.
    @inline(__always) static func log2(_ x: Self) -> Self {
        logarithm(x, inverse: (0x1.714p0, 0x1.47652cp-12), two: (1, 0))
    }

    /// Base-10 logarithm. At most 1 ULP (1.1 without FMA).
    @inline(__always) static func log10(_ x: Self) -> Self {
        logarithm(x, inverse: (0x1.bcap-2, 0x1.7b1526p-14), two: (0x1.344p-2, 0x1.3509f8p-18))
    }
}
