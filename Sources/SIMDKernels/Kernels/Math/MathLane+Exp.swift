extension MathLane {
    /// x = n ln 2 + r + rest, |r| <= ln 2 / 2.
    @inline(__always) static func reduceByLn2(_ x: Self) -> (n: Self, r: Self, rest: Self) {
        let n = multiplyAdd(x, Self(1.442695040888963407359924681), roundingMagic) - roundingMagic
        let high = multiplyAdd(-n, ln2High, x)
        let low = n * ln2Low
        let r = high - low
        return (n, r, (high - r) - low)
    }

    /// e^x. At most 1 ULP (Double 1.1).
    @inline(__always) static func exp(_ x: Self) -> Self {
        let limits = exponentialLimits
        return exponentialWithin(bounded(x, limits.low, limits.high))
    }

    /// e^x between the limits.
    @inline(__always) private static func exponentialWithin(_ x: Self) -> Self {
        let (n, r, _) = reduceByLn2(x)
        return (Self(1) + (r + exponentialTail(r))).scaled(n)
    }

    /// e^x where it is a normal number.
    @inline(__always) static func exponentialInside(_ x: Self) -> Self {
        let (n, r, _) = reduceByLn2(x)
        return (Self(1) + (r + exponentialTail(r))).scaledInside(n)
    }

    /// e^-|x|. At most 1 ULP (Double 1.1).
    @inline(__always) static func decay(_ x: Self) -> Self {
        exponentialWithin(greater(exponentialLimits.low, -x.magnitude))
    }

    /// e^(x + rest) for a small rest, as m * 2^n.
    @inline(__always) static func exponential(_ x: Self, rest: Self) -> (m: Self, n: Self) {
        let (n, r0, rest0) = reduceByLn2(x)
        let low = rest0 + rest
        let r = r0 + low
        return (Self(1) + (r + (exponentialTail(r) + ((r0 - r) + low))), n)
    }

    /// 2^x. At most 1 ULP.
    @inline(__always) static func exp2(_ x: Self) -> Self {
        let limits = exponentialLimits
        let x = bounded(x, limits.low2, limits.high2)
        let n = nearest(x)
        let r = (x - n) * Self(0.6931471805599453094172321215)
        return (Self(1) + (r + exponentialTail(r))).scaled(n)
    }

    /// (e^x - 1) / 4, which is finite as long as sinh x is; x >= -50.
    @inline(__always) static func quarterExpm1(_ x: Self) -> Self {
        let (n, r, rest) = reduceByLn2(x)
        let h = powerOfTwo(n - Self(2))
        // h r + (h - 1/4) with its rounding error, because h r and the rest may cancel.
        let a = h - Self(0.25)
        let high = multiplyAdd(h, r, a)
        let low = multiplyAdd(h, r, a - high)
        return high + multiplyAdd(h, exponentialTail(r) + rest, low)
    }

    /// e^x - 1. At most 1.3 ULP (Double 1).
    @inline(__always) static func expm1(_ x: Self) -> Self {
        let y = quarterExpm1(bounded(x, Self(-50), hyperbolicLimit)) * Self(4)
        return select(x.magnitude .< tiny, x, y)
    }

    /// (e^x - e^-x) / 2 from E = e^|x| - 1 as (E + E / (E + 1)) / 2. At most 2.1 ULP.
    @inline(__always) static func sinh(_ x: Self) -> Self {
        let q = quarterExpm1(lesser(hyperbolicLimit, x.magnitude))
        let y = (q + q / multiplyAdd(Self(4), q, Self(1))) * Self(2)
        return select(x.magnitude .< tiny, x, y.copyingSign(of: x))
    }

    /// (e^x + e^-x) / 2. At most 1.4 ULP.
    @inline(__always) static func cosh(_ x: Self) -> Self {
        let (m, n) = exponential(lesser(hyperbolicLimit, x.magnitude), rest: zero)
        let q = m * powerOfTwo(n - Self(2))
        return (q + Self(0.0625) / q) * Self(2)
    }

    /// 1 / (1 + e^-x), as e^x / (1 + e^x) for negative x. At most 2.1 ULP.
    @inline(__always) static func sigmoid(_ x: Self) -> Self {
        let e = decay(x)
        return select(x .< zero, e, Self(1)) / (Self(1) + e)
    }
}
