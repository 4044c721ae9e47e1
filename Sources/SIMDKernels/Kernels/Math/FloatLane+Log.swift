extension FloatLane {
    /// log x: x = m 2^e with m in [sqrt(1/2), sqrt(2)), f = m - 1, log m = f - f^2 / 2 + f^3 p(f) with the polynomial of
    /// Cephes, logf.c. At most 0.8 ULP.
    @inline(__always) static func log(_ x: Self) -> Self {
        let subnormal = x .< Self(0x1p-126)
        let normal = select(subnormal, x * Self(0x1p23), x)
        let shifted = normal.bits &+ (0x3F80_0000 - 0x3F35_04F3)
        let exponent = ((shifted & Int32.max) &>> 23) | 0x4B00_0000
        let e = Self(bits: exponent) - select(subnormal, Self(0x1p23 + 150), Self(0x1p23 + 127))
        let f = Self(bits: (shifted & 0x7F_FFFF) &+ 0x3F35_04F3) - Self(1)
        let z = f * f
        let p = Self(7.0376836292e-2)
            .horner(f, -1.1514610310e-1).horner(f, 1.1676998740e-1).horner(f, -1.2420140846e-1)
            .horner(f, 1.4249322787e-1).horner(f, -1.6668057665e-1).horner(f, 2.0000714765e-1)
            .horner(f, -2.4999993993e-1).horner(f, 3.3333331174e-1)
        let tail = multiplyAdd(e, ln2Low, multiplyAdd(f * z, p, -(Self(0.5) * z)))
        let y = multiplyAdd(e, ln2High, f + tail)
        let finite = select(x .< Self(.infinity), y, x)
        return select(x .> zero, finite, select(x .== zero, Self(-.infinity), select(x .< zero, Self(.nan), x)))
    }
}
