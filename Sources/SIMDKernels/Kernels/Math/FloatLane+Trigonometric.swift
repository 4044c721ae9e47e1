// Reduction by pi / 2 in three parts, exact in the first; polynomials on [-pi/4, pi/4] of Cephes, sinf.c and tanf.c.
extension FloatLane {
    /// Above this in magnitude (and without FMA) the functions are computed in `Double`.
    @inline(__always) private static var largestAngle: Self { Self(0x1p15) }

    /// `fast` where the reduction below holds, `slow` for larger elements, infinities and NaN.
    @inline(__always)
    private static func unlessLarge(_ x: Self, _ fast: (Self) -> Self, _ slow: (DoubleLane) -> DoubleLane) -> Self {
        #if PINION_AVX512 || PINION_AVX2 || arch(arm64)
        let small = x.magnitude .<= largestAngle
        let y = fast(x)
        return any(.!small) ? select(small, y, widened(x, slow)) : y
        #else
        return widened(x, slow)
        #endif
    }

    /// x = quadrant * pi / 2 + high + low, |high| <= pi / 4. The quadrant's lowest bits are looked at as those of a
    /// `Float`, since comparisons of integers are made element by element.
    @inline(__always) private static func reduceAngle(_ x: Self) -> (quadrant: Bits, high: Self, low: Self) {
        let shifted = multiplyAdd(x, Self(0.63661977), roundingMagic)
        let n = roundingMagic - shifted
        // Multiples of the last place of pi / 2, the difference below 2: exact.
        let first = multiplyAdd(n, Self(0x1.921fb6p0), x)
        let second = n * Self(-0x1.777a5cp-25)
        let lost = multiplyAdd(n, Self(-0x1.777a5cp-25), -second)
        let high = first + second
        return (shifted.bits, high, multiplyAdd(n, Self(-0x1.ee59dap-50), (second - (high - first)) + lost))
    }

    @inline(__always) private static func sine(_ r: Self, _ low: Self) -> Self {
        let z = r * r
        let p = Self(-1.9515295891e-4).horner(z, 8.3321608736e-3).horner(z, -1.6666654611e-1)
        return r + multiplyAdd(r * z, p, low)
    }

    @inline(__always) private static func cosine(_ r: Self, _ low: Self) -> Self {
        let z = r * r
        let half = Self(0.5) * z
        let w = Self(1) - half
        let p = Self(2.443315711809948e-5).horner(z, -1.388731625493765e-3).horner(z, 4.166664568298827e-2)
        return w + (((Self(1) - w) - half) + multiplyAdd(z * z, p, -(r * low)))
    }

    /// sin x. At most 1 ULP.
    @inline(__always) static func sin(_ x: Self) -> Self {
        unlessLarge(
            x,
            { x in
                let (quadrant, high, low) = reduceAngle(x)
                let y = select(Self(bits: quadrant & 1) .!= zero, cosine(high, low), sine(high, low))
                return select(x .== zero, x, Self(bits: y.bits ^ ((quadrant & 2) &<< 30)))
            }, { DoubleLane.shortSin($0) })
    }

    /// cos x. At most 1 ULP.
    @inline(__always) static func cos(_ x: Self) -> Self {
        unlessLarge(
            x,
            { x in
                let (quadrant, high, low) = reduceAngle(x)
                let y = select(Self(bits: quadrant & 1) .!= zero, sine(high, low), cosine(high, low))
                return Self(bits: y.bits ^ (((quadrant &+ 1) & 2) &<< 30))
            }, { DoubleLane.shortCos($0) })
    }

    /// tan x, or -1 / tan of the reduced angle with one step of Newton's method. At most 1.5 ULP.
    @inline(__always) static func tan(_ x: Self) -> Self {
        unlessLarge(
            x,
            { x in
                let (quadrant, r, low) = reduceAngle(x)
                let z = r * r
                let p = Self(9.38540185543e-3)
                    .horner(z, 3.11992232697e-3).horner(z, 2.44301354525e-2).horner(z, 5.34112807005e-2)
                    .horner(z, 1.33387994085e-1).horner(z, 3.33331568548e-1)
                let tail = multiplyAdd(r * z, p, multiplyAdd(low, z, low))
                let t = r + tail
                let rest = tail - (t - r)
                let q = Self(-1) / t
                let error = multiplyAdd(q, rest, multiplyAdd(q, t, Self(1)))
                let y = select(Self(bits: quadrant & 1) .!= zero, multiplyAdd(q, error, q), t)
                return select(x .== zero, x, y)
            }, { DoubleLane.shortTan($0) })
    }
}
