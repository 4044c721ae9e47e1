extension DoubleLane: MathLane {
    @inline(__always) static var roundingMagic: Self { Self(0x1.8p52) }
    @inline(__always) static var firstSpacedByOne: Self { Self(0x1p52) }
    @inline(__always) static func powerOfTwo(_ n: Self) -> Self {
        Self(bits: (n + Self(0x1.8p52 + 1023)).bits &<< 52)
    }
    @inline(__always) static var ln2High: Self { Self(0x1.62e42feep-1) }
    @inline(__always) static var ln2Low: Self { Self(0x1.a39ef35793c76p-33) }
    @inline(__always) static var exponentialLimits: (low: Self, high: Self, low2: Self, high2: Self) {
        (Self(-746), Self(710), Self(-1076), Self(1025))
    }
    @inline(__always) static var leastNormalExponent: Self { Self(-708) }
    @inline(__always) static var hyperbolicLimit: Self { Self(710.8) }
    @inline(__always) static var tiny: Self { Self(0x1p-54) }

    /// r^2 p(r), p of degree 9 (relative error 2.4e-16 of the tail).
    @inline(__always) static func exponentialTail(_ r: Self) -> Self {
        let p = Self(0x1.af389ecfc4b9cp-26)
            .horner(r, 0x1.28917c89a43a7p-22).horner(r, 0x1.71de0db2f6b19p-19).horner(r, 0x1.a019b9149a41cp-16)
            .horner(r, 0x1.a01a01a7c2efep-13).horner(r, 0x1.6c16c17889ef1p-10).horner(r, 0x1.11111111109b5p-7)
            .horner(r, 0x1.5555555553d68p-5).horner(r, 0x1.5555555555556p-3).horner(r, 0.5)
        return r * r * p
    }

    /// 1 - 2 / (e^2x + 1), as E / (E + 2) with E = e^2x - 1. At most 2 ULP.
    @inline(__always) static func tanh(_ x: Self) -> Self {
        let q = quarterExpm1(lesser(Self(40), x.magnitude + x.magnitude))
        return select(x.magnitude .< tiny, x, (q / (q + Self(0.5))).copyingSign(of: x))
    }
}
