extension DoubleLane {
    /// log(1 + x), or log(2 x) where `large`.
    @inline(__always) private static func log1p(_ x: Self, orTwice large: Mask) -> Self {
        log1p(x) + select(large, Self(0.693147180559945309417), zero)
    }

    /// sign(x) log(a + sqrt(a^2 + 1)) with a = |x|, as log1p(a + a^2 / (1 + sqrt(a^2 + 1))). At most 1.5 ULP.
    @inline(__always) static func asinh(_ x: Self) -> Self {
        let a = x.magnitude
        let large = a .> Self(0x1p60)
        let square = a * a
        let rest = square / (Self(1) + (square + Self(1)).squareRoot)
        return log1p(select(large, a, a + rest), orTwice: large).copyingSign(of: x)
    }

    /// log(x + sqrt(x^2 - 1)), as log1p(t + sqrt(2 t + t^2)) with t = x - 1. At most 2 ULP.
    @inline(__always) static func acosh(_ x: Self) -> Self {
        let large = x .> Self(0x1p60)
        let t = x - Self(1)
        let root = (t * (t + Self(2))).squareRoot
        return select(x .< Self(1), Self(.nan), log1p(select(large, x, t + root), orTwice: large))
    }

    /// log((1 + x) / (1 - x)) / 2, as log1p(2 a / (1 - a)) / 2 with a = |x|. At most 1.5 ULP.
    @inline(__always) static func atanh(_ x: Self) -> Self {
        let a = x.magnitude
        return (Self(0.5) * log1p((a + a) / (Self(1) - a))).copyingSign(of: x)
    }

    /// sqrt(x^2 + y^2) without overflow, infinite where either is. At most 1.1 ULP.
    @inline(__always) static func hypot(_ x: Self, _ y: Self) -> Self {
        let a = x.magnitude
        let b = y.magnitude
        let most = greater(a, b)
        let large = most .> Self(0x1p500)
        let small = most .< Self(0x1p-450)
        let scale = select(large, Self(0x1p-600), select(small, Self(0x1p600), Self(1)))
        let back = select(large, Self(0x1p600), select(small, Self(0x1p-600), Self(1)))
        let u = a * scale
        let v = b * scale
        let root = multiplyAdd(u, u, v * v).squareRoot * back
        return select((a .== Self(.infinity)) .| (b .== Self(.infinity)), Self(.infinity), root)
    }
}
