// Reduction in three parts of pi / 2 and the polynomials on [-pi/4, pi/4]: FreeBSD's msun (fdlibm), e_rem_pio2.c,
// k_sin.c and k_cos.c; those for `Float` results k_sinf.c and k_cosf.c.

/// x = quadrant * pi / 2 + high + low, |high| <= pi / 4.
struct ReducedAngle {
    var quadrant: DoubleLane.Bits
    var high: DoubleLane
    var low: DoubleLane

    /// Set where the quadrant is odd: sine and cosine change places.
    @inline(__always) var isOdd: DoubleLane.Mask { DoubleLane(bits: quadrant & 1) .!= .zero }
    /// The sign bit of the sine; of the cosine with `shift` 1.
    @inline(__always) func signBit(_ shift: Int64) -> DoubleLane.Bits { ((quadrant &+ shift) & 2) &<< 62 }
}

extension DoubleLane {
    /// Above this in magnitude the products of the quadrant with the parts of pi / 2 are no longer exact.
    @inline(__always) private static var largestAngle: Double { 0x1p20 }

    @inline(__always) static func reduceAngle(_ x: Self) -> ReducedAngle {
        let shifted = multiplyAdd(x, Self(0.636619772367581343076), roundingMagic)
        let n = shifted - roundingMagic
        let first = multiplyAdd(-n, Self(0x1.921fb544p0), x)
        let second = DoublePair(first, plus: -(n * Self(0x1.0b4611a6p-34)))
        let third = DoublePair(second.high, plus: -(n * Self(0x1.3198a2ep-69)))
        let rest = (second.low + third.low) - n * Self(0x1.b839a252049c1p-104)
        let sum = DoublePair(larger: third.high, plus: rest)
        // x itself in quadrant 0 keeps the sign of zero.
        let still = n .== zero
        let angle = ReducedAngle(
            quadrant: shifted.bits, high: select(still, x, sum.high), low: select(still, zero, sum.low))
        return replacingHuge(x, angle)
    }

    /// As `reduceAngle`, with the accuracy that a `Float` result needs.
    @inline(__always) static func reduceAngleForFloat(_ x: Self) -> ReducedAngle {
        let shifted = multiplyAdd(x, Self(0.636619772367581343076), roundingMagic)
        let n = shifted - roundingMagic
        let high = multiplyAdd(-n, Self(0x1.0b4611a626331p-34), multiplyAdd(-n, Self(0x1.921fb544p0), x))
        return replacingHuge(x, ReducedAngle(quadrant: shifted.bits, high: high, low: zero))
    }

    @inline(__always) private static func replacingHuge(_ x: Self, _ angle: ReducedAngle) -> ReducedAngle {
        let small = x.magnitude .< Self(largestAngle)
        var angle = angle
        if vectorSetBits(.!small) != 0 {
            for i in 0..<width where !(abs(x[i]) < largestAngle) {
                let (quadrant, high, low) = PayneHanek.reduce(x[i])
                angle.quadrant[i] = quadrant
                angle.high[i] = high
                angle.low[i] = low
            }
        }
        return angle
    }

    @inline(__always) private static func sineKernel(_ x: Self, _ low: Self) -> Self {
        let z = x * x
        let v = z * x
        let r = Self(1.58969099521155010221e-10)
            .horner(z, -2.50507602534068634195e-08).horner(z, 2.75573137070700676789e-06)
            .horner(z, -1.98412698298579493134e-04).horner(z, 8.33333333332248946124e-03)
        let inner = z * multiplyAdd(Self(0.5), low, -(v * r)) - low
        return x - (inner + v * Self(1.66666666666666324348e-01))
    }

    @inline(__always) private static func cosineKernel(_ x: Self, _ low: Self) -> Self {
        let z = x * x
        let r =
            z
            * Self(-1.13596475577881948265e-11)
            .horner(z, 2.08757232129817482790e-09).horner(z, -2.75573143513906633035e-07)
            .horner(z, 2.48015872894767294178e-05).horner(z, -1.38888888888741095749e-03)
            .horner(z, 4.16666666666666019037e-02)
        let half = Self(0.5) * z
        let w = Self(1) - half
        return w + (((Self(1) - w) - half) + multiplyAdd(z, r, -(x * low)))
    }

    /// sin x. At most 1 ULP.
    @inline(__always) static func sin(_ x: Self) -> Self {
        let a = reduceAngle(x)
        let y = select(a.isOdd, cosineKernel(a.high, a.low), sineKernel(a.high, a.low))
        return Self(bits: y.bits ^ a.signBit(0))
    }

    /// cos x. At most 1 ULP.
    @inline(__always) static func cos(_ x: Self) -> Self {
        let a = reduceAngle(x)
        let y = select(a.isOdd, sineKernel(a.high, a.low), cosineKernel(a.high, a.low))
        return Self(bits: y.bits ^ a.signBit(1))
    }

    /// tan x as 2 t / (1 - t^2) or its negative reciprocal, t = tan(r / 2), in pairs. At most 1 ULP.
    @inline(__always) static func tan(_ x: Self) -> Self {
        let a = reduceAngle(x)
        let u = a.high * Self(0.5)
        let z = u * u
        let p = Self(0x1.4f72e8d2ecf96p-12)
            .horner(z, 0x1.28493a43efdefp-11).horner(z, 0x1.7eb1aa00d8280p-10).horner(z, 0x1.d6c738d21d2aep-9)
            .horner(z, 0x1.226e613df7150p-7).horner(z, 0x1.664f47d7a1f76p-6).horner(z, 0x1.ba1ba1bb69303p-5)
            .horner(z, 0x1.1111111110942p-3).horner(z, 0x1.5555555555556p-2)
        let low = a.low * Self(0.5)
        let t = DoublePair(larger: u, plus: multiplyAdd(u * z, p, multiplyAdd(low, z, low)))
        let square = t * t
        let d = DoublePair(larger: Self(1), plus: -square.high)
        let dLow = d.low - square.low
        let odd = a.isOdd
        let twice = DoublePair(t.high + t.high, t.low + t.low)
        let top = DoublePair(select(odd, -d.high, twice.high), select(odd, -dLow, twice.low))
        let bottom = DoublePair(select(odd, twice.high, d.high), select(odd, twice.low, dLow))
        let q = top.high / bottom.high
        let product = DoublePair(q, times: bottom.high)
        let rest = ((top.high - product.high) - product.low) + (top.low - q * bottom.low)
        return select(a.high.magnitude .< Self(0x1p-100), x, q + rest / bottom.high)
    }

    @inline(__always) private static func shortSine(_ x: Self) -> Self {
        let z = x * x
        let s = z * x
        let p = Self(0x16cd878c3b46a7p-71).horner(z, -0x1a00f9e2cae774p-65)
        let y = multiplyAdd(
            s * (z * z), p, multiplyAdd(s, Self(0x111110896efbb2p-59).horner(z, -0x15555554cbac77p-55), x))
        // The sum loses the sign of 0.
        return y.copyingSign(of: x)
    }

    @inline(__always) private static func shortCosine(_ x: Self) -> Self {
        let z = x * x
        return Self(0x199342e0ee5069p-68)
            .horner(z, -0x16c087e80f1e27p-62).horner(z, 0x155553e1053a42p-57).horner(z, -0x1ffffffd0c5e81p-54)
            .horner(z, 1)
    }

    /// sin x to 1e-9, for a `Float` result.
    @inline(__always) static func shortSin(_ x: Self) -> Self {
        let a = reduceAngleForFloat(x)
        return Self(bits: select(a.isOdd, shortCosine(a.high), shortSine(a.high)).bits ^ a.signBit(0))
    }

    /// cos x to 1e-9, for a `Float` result.
    @inline(__always) static func shortCos(_ x: Self) -> Self {
        let a = reduceAngleForFloat(x)
        return Self(bits: select(a.isOdd, shortSine(a.high), shortCosine(a.high)).bits ^ a.signBit(1))
    }

    /// tan x to 1e-9, for a `Float` result.
    @inline(__always) static func shortTan(_ x: Self) -> Self {
        let a = reduceAngleForFloat(x)
        let s = shortSine(a.high)
        let c = shortCosine(a.high)
        return select(a.isOdd, -c, s) / select(a.isOdd, s, c)
    }
}
