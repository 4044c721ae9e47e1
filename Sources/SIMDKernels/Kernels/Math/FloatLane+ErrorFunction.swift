extension FloatLane {
    /// p of erf x = x + x p(x^2), for |x| < 1.
    @inline(__always) private static func erfTail(_ z: Self) -> Self {
        Self(7.875874871388078e-05)
            .horner(z, -0.000801686430349946).horner(z, 0.005189087241888046).horner(z, -0.02685421146452427)
            .horner(z, 0.11283594369888306).horner(z, -0.3761262595653534).horner(z, 0.12837916612625122)
    }

    /// x + x p(x^2) below 1, 1 - e^-q(x) above. At most 1.8 ULP.
    @inline(__always) static func erf(_ x: Self) -> Self {
        let a = x.magnitude
        let p = erfTail(x * x)
        let b = lesser(Self(4), a)
        let q = Self(1.3272361684357747e-05)
            .horner(b, -0.00031693701748736203).horner(b, 0.0034323513973504305).horner(b, -0.022604772821068764)
            .horner(b, 0.10328111797571182).horner(b, 0.6391412615776062).horner(b, 1.1258935928344727)
            .horner(b, 0.0007658977992832661)
        let y = Self(1) - exponentialInside(-q)
        return select(a .< Self(1), multiplyAdd(x, p, x), y.copyingSign(of: x))
    }

    /// 1 - x - x p(x^2) below 0.75; with a = |x|, e^(-a^2) p(t) / (1 + 2 a), t = (a - 3) / (a + 3), above. At most 4 ULP.
    @inline(__always) static func erfc(_ x: Self) -> Self {
        let a = lesser(Self(10.2), x.magnitude)
        let t = (a - Self(3)) / (a + Self(3))
        // Even and odd powers apart but for the last two steps: two chains of multiplications, half as long.
        let z = t * t
        let even = Self(3.310275133117102e-05)
            .horner(z, -0.00012674641038756818).horner(z, 0.0018942904425784945).horner(z, -0.023771055042743683)
            .horner(z, -0.11927365511655807).horner(z, -0.04756229370832443)
        let odd = Self(0.00012670335127040744)
            .horner(z, -0.0007900114287622273).horner(z, 0.0025335513055324554).horner(z, 0.06830736249685287)
            .horner(z, 0.1296451985836029)
        let p = multiplyAdd(t, odd, even).horner(t, -0.1356211006641388).horner(t, 1.2530080080032349)
        // a^2 in two parts, by halves of a whose products are exact (Dekker).
        let head = Self(bits: a.bits & ~0xFFF)
        let tail = a - head
        let square = a * a
        let rest = ((head * head - square) + (head + head) * tail) + tail * tail
        let (m, n) = exponential(-square, rest: -rest)
        let y = (m * (p / multiplyAdd(Self(2), a, Self(1)))).scaled(n)
        // What 1 - x loses to rounding is put back.
        let difference = Self(1) - x
        let near0 = difference + multiplyAdd(-x, erfTail(x * x), (Self(1) - difference) - x)
        return select(a .< Self(0.75), near0, select(x .< zero, Self(2) - y, y))
    }
}
