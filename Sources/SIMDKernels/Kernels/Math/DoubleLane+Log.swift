// The method and the coefficients are those of FreeBSD's msun (fdlibm): k_log.h, e_log.c, e_log2.c, e_log10.c, s_log1p.c.
extension DoubleLane {
    /// x = m * 2^e with m in [sqrt(1/2), sqrt(2)), for finite positive x.
    @inline(__always) static func split(_ x: Self) -> (m: Self, e: Self) {
        let subnormal = x .< Self(0x1p-1022)
        let normal = select(subnormal, x * Self(0x1p54), x)
        let shifted = normal.bits &+ (0x3FF0_0000_0000_0000 - 0x3FE6_A09E_0000_0000)
        // The biased exponent as the low bits of 2^52.
        let exponent = ((shifted & Int64.max) &>> 52) | 0x4330_0000_0000_0000
        let e = Self(bits: exponent) - select(subnormal, Self(0x1p52 + 1077), Self(0x1p52 + 1023))
        let m = Self(bits: (shifted & 0xF_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_0000_0000)
        return (m, e)
    }

    /// log(1 + f) - f + f^2 / 2 by s = f / (2 + f).
    @inline(__always) private static func logTail(_ f: Self, _ halfSquare: Self) -> Self {
        let s = f / (Self(2) + f)
        let z = s * s
        let r = Self(1.479819860511658591e-01)
            .horner(z, 1.531383769920937332e-01).horner(z, 1.818357216161805012e-01)
            .horner(z, 2.222219843214978396e-01).horner(z, 2.857142874366239149e-01)
            .horner(z, 3.999999999940941908e-01).horner(z, 6.666666666666735130e-01)
        return s * multiplyAdd(z, r, halfSquare)
    }

    /// The values outside the finite positive numbers.
    @inline(__always) private static func logSpecials(_ x: Self, _ y: Self) -> Self {
        let finite = select(x .< Self(.infinity), y, x)
        return select(x .> zero, finite, select(x .== zero, Self(-.infinity), select(x .< zero, Self(.nan), x)))
    }

    /// log x. At most 1 ULP.
    @inline(__always) static func log(_ x: Self) -> Self {
        logSpecials(x, logFinite(x))
    }

    @inline(__always) private static func logFinite(_ x: Self) -> Self {
        let (m, e) = split(x)
        let f = m - Self(1)
        let halfSquare = Self(0.5) * f * f
        let low = multiplyAdd(e, ln2Low, logTail(f, halfSquare))
        return multiplyAdd(e, ln2High, -((halfSquare - low) - f))
    }

    /// log(x) / log(base), from the reciprocal of log(base) and log 2 / log(base) in two parts each.
    @inline(__always) private static func logarithm(
        _ x: Self, inverse: (high: Double, low: Double), two: (high: Double, low: Double)
    ) -> Self {
        let (m, e) = split(x)
        let f = m - Self(1)
        let halfSquare = Self(0.5) * f * f
        let high = (f - halfSquare).upperWord
        let low = ((f - high) - halfSquare) + logTail(f, halfSquare)
        let valueHigh = high * Self(inverse.high)
        let valueLow = e * Self(two.low) + ((low + high) * Self(inverse.low) + low * Self(inverse.high))
        let whole = e * Self(two.high)
        let sum = whole + valueHigh
        return logSpecials(x, sum + (valueLow + ((whole - sum) + valueHigh)))
    }

    /// Base-2 logarithm. At most 1 ULP; exact for powers of two.
    @inline(__always) static func log2(_ x: Self) -> Self {
        logarithm(x, inverse: (1.44269504072144627571e+00, 1.67517131648865118353e-10), two: (1, 0))
    }

    /// Base-10 logarithm. At most 1 ULP.
    @inline(__always) static func log10(_ x: Self) -> Self {
        logarithm(
            x, inverse: (4.34294481878168880939e-01, 2.50829467116452752298e-11),
            two: (3.01029995663611771306e-01, 3.69423907715893078616e-13))
    }

    /// log(1 + x). At most 1 ULP.
    @inline(__always) static func log1p(_ x: Self) -> Self {
        let u = Self(1) + x
        let (m, e) = split(u)
        // The rounding error of 1 + x, relative to it.
        let error = select(x .> Self(1), Self(1) - (u - x), x - (u - Self(1))) / u
        let direct = e .== zero
        let f = select(direct, x, m - Self(1))
        let halfSquare = Self(0.5) * f * f
        let low = logTail(f, halfSquare) + multiplyAdd(e, ln2Low, select(direct, zero, error))
        let y = multiplyAdd(e, ln2High, -((halfSquare - low) - f))
        return select(x .== zero, x, logSpecials(u, y))
    }
}
