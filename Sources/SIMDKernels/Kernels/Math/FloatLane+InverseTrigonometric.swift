// Minimax polynomials of asin and atan (Lawson's algorithm); what rounding takes from roots and quotients is put back,
// and angles are taken from pi in two parts, so that about one rounding is left.
extension FloatLane {
    @inline(__always) private static var halfPi: (high: Self, low: Self) { (Self(0x1.921FB6p0), Self(-0x1.777A5Cp-25)) }
    @inline(__always) private static var pi: (high: Self, low: Self) { (Self(0x1.921FB6p1), Self(-0x1.777A5Cp-24)) }

    /// `base - (s + w)` for a small w; the base is 0 or not smaller than s.
    @inline(__always)
    private static func difference(_ base: (high: Self, low: Self), _ s: Self, _ w: Self) -> Self {
        let d = base.high - s
        return d + (((base.high - d) - s) + (base.low - w))
    }

    @inline(__always)
    private static func select(
        _ mask: Mask, _ a: (high: Self, low: Self), _ b: (high: Self, low: Self)
    ) -> (high: Self, low: Self) {
        (select(mask, a.high, b.high), select(mask, a.low, b.low))
    }

    /// asin|x| = s + w for s = |x|, and pi/2 - 2 (s + w) for s = sqrt((1 - |x|) / 2) where |x| > 1/2.
    @inline(__always) private static func arcsine(_ x: Self) -> (big: Mask, s: Self, w: Self) {
        let a = x.magnitude
        let big = a .> Self(0.5)
        let z = select(big, Self(0.5) - a * Self(0.5), a * a)
        let s = select(big, z.squareRoot, a)
        let p = Self(0.03751647472381592)
            .horner(z, 0.014438588172197342).horner(z, 0.03180772438645363).horner(z, 0.04451695457100868)
            .horner(z, 0.07500503957271576).horner(z, 0.16666659712791443)
        // The addition keeps 0 / 0 away.
        let rest = select(big, multiplyAdd(-s, s, z) / ((s + s) + Self(0x1p-100)), zero)
        return (big, s, multiplyAdd(s * z, p, rest))
    }

    /// asin x. At most 0.7 ULP.
    @inline(__always) static func asin(_ x: Self) -> Self {
        let (big, s, w) = arcsine(x)
        return select(big, difference(halfPi, s + s, w + w), s + w).copyingSign(of: x)
    }

    /// acos x. At most 0.7 ULP.
    @inline(__always) static func acos(_ x: Self) -> Self {
        let (big, s, w) = arcsine(x)
        let negative = x .< zero
        let signed = select(negative, -w, w)
        let near1 = select(negative, difference(pi, s + s, w + w), (s + w) + (s + w))
        return select(big, near1, difference(halfPi, x, signed))
    }

    /// The angle of (b, a) for a, b >= 0, then pi minus it where `left` is set.
    @inline(__always) private static func angle(_ a: Self, _ b: Self, left: Mask) -> Self {
        let steep = a .> b
        let (num, den) = (select(steep, b, a), select(steep, a, b))
        let q = num / den
        let rest = select(den .< Self(.infinity), multiplyAdd(-q, den, num) / den, zero)
        let z = q * q
        let p = Self(-0.0006979491445235908)
            .horner(z, 0.004926311783492565).horner(z, -0.01629934273660183).horner(z, 0.03447572886943817)
            .horner(z, -0.05451584234833717).horner(z, 0.07259431481361389).horner(z, -0.08985436707735062)
            .horner(z, 0.11094503104686737).horner(z, -0.1428416669368744).horner(z, 0.19999927282333374)
            .horner(z, -0.3333333134651184)
        let w = multiplyAdd(q * z, p, rest)
        let base = select(steep, halfPi, select(left, pi, (zero, zero)))
        let subtracts = (steep .& (.!left)) .| (left .& (.!steep))
        return difference(base, select(subtracts, q, -q), select(subtracts, w, -w))
    }

    /// atan x. At most 1.3 ULP.
    @inline(__always) static func atan(_ x: Self) -> Self {
        let none = zero .> zero
        return angle(x.magnitude, Self(1), left: none).copyingSign(of: x)
    }

    /// The angle of the point (x, y). At most 1.3 ULP.
    @inline(__always) static func atan2(_ y: Self, _ x: Self) -> Self {
        let infinity = Self(.infinity)
        let bothInfinite = (y.magnitude .== infinity) .& (x.magnitude .== infinity)
        let bothZero = (y .== zero) .& (x .== zero)
        // inf / inf is 1 and 0 / 0 is 0 here.
        let a = select(bothInfinite, Self(1), y.magnitude)
        let b = select(bothInfinite .| bothZero, Self(1), x.magnitude)
        return angle(a, b, left: x.isNegative).copyingSign(of: y)
    }
}
