extension FloatLane: MathLane {
    @inline(__always) static var roundingMagic: Self { Self(0x1.8p23) }
    @inline(__always) static var firstSpacedByOne: Self { Self(0x1p23) }
    @inline(__always) static func powerOfTwo(_ n: Self) -> Self { Self(bits: (n + Self(0x1.8p23 + 127)).bits &<< 23) }
    @inline(__always) static var ln2High: Self { Self(0x1.62E400p-1) }
    @inline(__always) static var ln2Low: Self { Self(0x1.7F7D1Cp-20) }
    @inline(__always) static var exponentialLimits: (low: Self, high: Self, low2: Self, high2: Self) {
        (Self(-105), Self(89), Self(-151), Self(129))
    }
    @inline(__always) static var leastNormalExponent: Self { Self(-87) }
    @inline(__always) static var hyperbolicLimit: Self { Self(89.7) }
    @inline(__always) static var tiny: Self { Self(0x1p-25) }

    /// r^2 p(r), p of degree 4 (relative error 1.4e-7 of the tail).
    @inline(__always) static func exponentialTail(_ r: Self) -> Self {
        let p = Self(0.0013926175888627768)
            .horner(r, 0.008363173343241215).horner(r, 0.041666556149721146).horner(r, 0.16666577756404877)
            .horner(r, 0.5)
        return r * r * p
    }

    /// x + x^3 p(x^2) below 0.625, 1 - 2 / (e^2x + 1) above. At most 1.3 ULP.
    @inline(__always) static func tanh(_ x: Self) -> Self {
        let a = x.magnitude
        let z = x * x
        let p = Self(-0.006096714176237583)
            .horner(z, 0.020997179672122).horner(z, -0.05385090783238411).horner(z, 0.1333276927471161)
            .horner(z, -0.333333283662796)
        let e = exponentialInside(lesser(Self(20), a + a))
        let y = Self(1) - Self(2) / (e + Self(1))
        // The sum below loses the sign of 0.
        return select(a .< Self(0.625), multiplyAdd(x * z, p, x), y).copyingSign(of: x)
    }
}
