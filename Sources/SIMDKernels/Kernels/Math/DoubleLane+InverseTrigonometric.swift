extension DoubleLane {
    /// The parts of asin and acos (fdlibm, e_asin.c): asin s = s + s r, with s = |x|, or s = sqrt((1 - |x|) / 2)
    /// for |x| > 1/2, where asin|x| = pi/2 - 2 asin s. `head` is s with few bits, s = head + rest.
    @inline(__always) private static func arcsine(_ x: Self) -> (big: Mask, s: Self, r: Self, head: Self, rest: Self) {
        let a = x.magnitude
        let big = a .> Self(0.5)
        let z = select(big, Self(0.5) - a * Self(0.5), a * a)
        let p = Self(3.47933107596021167570e-05)
            .horner(z, 7.91534994289814532176e-04).horner(z, -4.00555345006794114027e-02)
            .horner(z, 2.01212532134862925881e-01).horner(z, -3.25565818622400915405e-01)
            .horner(z, 1.66666666666666657415e-01)
        let q = Self(7.70381505559019352791e-02)
            .horner(z, -6.88283971605453293030e-01).horner(z, 2.02094576023350569471e+00)
            .horner(z, -2.40339491173441421878e+00).horner(z, 1)
        let s = select(big, z.squareRoot, a)
        let head = s.upperWord
        // The addition keeps 0 / 0 away.
        let rest = (z - head * head) / ((s + head) + Self(0x1p-1000))
        return (big, s, z * p / q, head, rest)
    }

    @inline(__always) private static var halfPi: (high: Self, low: Self) {
        (Self(1.57079632679489655800e+00), Self(6.12323399573676603587e-17))
    }

    /// asin x. At most 1 ULP.
    @inline(__always) static func asin(_ x: Self) -> Self {
        let (big, s, r, head, rest) = arcsine(x)
        let quarterPi = Self(7.85398163397448278999e-01)
        let p = Self(2) * s * r - (halfPi.low - Self(2) * rest)
        let q = quarterPi - Self(2) * head
        let near1 = quarterPi - (p - q)
        return select(big, near1, multiplyAdd(s, r, s)).copyingSign(of: x)
    }

    /// acos x. At most 1 ULP.
    @inline(__always) static func acos(_ x: Self) -> Self {
        let (big, s, r, head, rest) = arcsine(x)
        let near1 = Self(2) * (head + multiplyAdd(r, s, rest))
        let nearMinus1 = Self(2) * (halfPi.high - (s + (r * s - halfPi.low)))
        let middle = halfPi.high - (x - (halfPi.low - x * r))
        return select(big, select(x .> zero, near1, nearMinus1), middle)
    }

    /// k pi/4 + atan(num / den) for num / den in [-0.42, 0.66]; rational function of Cephes, atan.c.
    @inline(__always) private static func arctangent(_ t: Self) -> Self {
        let z = t * t
        let p = Self(-8.750608600031904122785e-1)
            .horner(z, -1.615753718733365076637e1).horner(z, -7.500855792314704667340e1)
            .horner(z, -1.228866684490136173410e2).horner(z, -6.485021904942025371773e1)
        let q = (z + Self(2.485846490142306297962e1))
            .horner(z, 1.650270098316988542046e2).horner(z, 4.328810604912902668951e2)
            .horner(z, 4.853903996359136964868e2).horner(z, 1.945506571482613964425e2)
        return multiplyAdd(t, z * p / q, t)
    }

    /// atan of a / b in the first quadrant for a, b >= 0, then for b's sign set where `left` is: pi minus it.
    @inline(__always) private static func quadrants(_ a: Self, _ b: Self, left: Mask) -> Self {
        let steep = a .> b * Self(2.41421356237309504880)
        let middle = (a .> b * Self(0.66)) .& (.!steep)
        let num = select(steep, -b, select(middle, a - b, a))
        let den = select(steep, a, select(middle, a + b, b))
        let t = arctangent(num / den)
        let k = select(steep, Self(2), select(middle, Self(1), zero))
        let eighths = select(left, Self(4) - k, k)
        // pi / 4 in two parts, the first with spare bits for the factor.
        let high = eighths * Self(0x1.921fb54442d18p-1)
        let low = eighths * Self(0x1.1a62633145c07p-55)
        return high + (select(left, -t, t) + low)
    }

    /// atan x. At most 1 ULP.
    @inline(__always) static func atan(_ x: Self) -> Self {
        let none = x .!= x
        let y = quadrants(lesser(Self(0x1p100), x.magnitude), Self(1), left: none .& (.!none))
        return select(x.magnitude .< Self(0x1p-54), x, y.copyingSign(of: x))
    }

    /// The angle of the point (x, y). At most 1.2 ULP.
    @inline(__always) static func atan2(_ y: Self, _ x: Self) -> Self {
        let infinity = Self(.infinity)
        let bothInfinite = (y.magnitude .== infinity) .& (x.magnitude .== infinity)
        let bothZero = (y .== zero) .& (x .== zero)
        // inf / inf is 1 and 0 / 0 is 0 here; a quarter keeps a + b finite.
        let large = (y.magnitude .> Self(0x1p1000)) .| (x.magnitude .> Self(0x1p1000))
        let scale = select(large, Self(0.25), Self(1))
        let a = select(bothInfinite, Self(1), y.magnitude * scale)
        let b = select(bothInfinite .| bothZero, Self(1), x.magnitude * scale)
        let left = x.isNegative
        return quadrants(a, b, left: left).copyingSign(of: y)
    }
}
