/// 1 / (1 + e^-x)
enum Sigmoid: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .sigmoid(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L {
        g * ((L(1) - y) * y)
    }
}

/// log(1 / (1 + e^-x))
enum LogSigmoid: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        .lesser(.zero, x) - .log1p(.decay(x))
    }
    /// g sigmoid(-x)
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let z = L.decay(x)
        return g * (.select(x .< .zero, L(1), z) / (L(1) + z))
    }
}

/// x where positive, alpha (e^(x / alpha) - 1) elsewhere; of that shape are ELU, SELU and CELU.
enum ExponentialUnit {
    @inline(__always) static func apply<L: MathLane>(_ x: L, slope: L, alpha: L, rate: L) -> L {
        .select(x .<= .zero, alpha * .expm1(x * rate), x * slope)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, slope: L, alpha: L, rate: L) -> L {
        .select(x .> .zero, g * slope, g * (alpha * rate * .exp(x * rate)))
    }
}

/// x where positive, alpha (e^x - 1) elsewhere.
enum ELU: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        ExponentialUnit.apply(x, slope: L(1), alpha: p.first, rate: L(1))
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        ExponentialUnit.gradient(g, x, slope: L(1), alpha: p.first, rate: L(1))
    }
}

/// scale x where positive, scale alpha (e^x - 1) elsewhere (Klambauer et al., 2017).
enum SELU: UnaryFunction {
    @inline(__always) private static var scale: Double { 1.0507009873554804934193349852946 }
    @inline(__always) private static var alpha: Double { 1.6732632423543772848170429916717 }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        ExponentialUnit.apply(x, slope: L(L.Scalar(scale)), alpha: L(L.Scalar(scale * alpha)), rate: L(1))
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        ExponentialUnit.gradient(g, x, slope: L(L.Scalar(scale)), alpha: L(L.Scalar(scale * alpha)), rate: L(1))
    }
}

/// x where positive, alpha (e^(x / alpha) - 1) elsewhere.
enum CELU: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        ExponentialUnit.apply(x, slope: L(1), alpha: p.first, rate: L(1) / p.first)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        ExponentialUnit.gradient(g, x, slope: L(1), alpha: p.first, rate: L(1) / p.first)
    }
}

/// x Phi(x), Phi the distribution function of the standard normal distribution: x / 2 (1 + erf(x / sqrt 2)).
enum GELU: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        .multiplyAdd(x, .centredNormalDistribution(x), x * L(0.5))
    }
    /// g (Phi(x) + x Phi'(x)), which is infinity times 0, and so NaN, for infinities.
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g * (.multiplyAdd(x, .zero, L(0.5)) + .centredGELUSlope(x))
    }
}

/// x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))
enum GELUTanh: UnaryFunction {
    @inline(__always) private static func inner<L: MathLane>(_ x: L) -> L {
        L(0.7978845608028654) * (x * .multiplyAdd(L(0.044715) * x, x, L(1)))
    }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        let half = x * L(0.5)
        return .multiplyAdd(half, .tanh(inner(x)), half)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let t = L.tanh(inner(x))
        let slope = L(0.7978845608028654) * .multiplyAdd(L(3 * 0.044715) * x, x, L(1))
        let left = L.multiplyAdd(L(0.5), t, L(0.5))
        return g * .multiplyAdd(L(0.5) * x * (L(1) - t * t), slope, left)
    }
}

/// x sigmoid(x)
enum SiLU: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x * .sigmoid(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let s = L.sigmoid(x)
        return g * (s * .multiplyAdd(x, L(1) - s, L(1)))
    }
}

/// x tanh(log(1 + e^x)), where the tanh is n / (n + 2) with n = e^x (e^x + 2).
enum Mish: UnaryFunction {
    /// Above it the tanh rounds to 1 in both precisions; its square is finite.
    @inline(__always) private static func exponential<L: MathLane>(_ x: L) -> L { .exp(.lesser(L(40), x)) }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        let e = exponential(x)
        let n = e * (e + L(2))
        return x * (n / (n + L(2)))
    }
    /// g (t + x sigmoid(x) (1 - t^2))
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let e = exponential(x)
        let n = e * (e + L(2))
        let t = n / (n + L(2))
        return g * .multiplyAdd(x * (e / (e + L(1))), L(1) - t * t, t)
    }
}

/// log(1 + e^(beta x)) / beta, and x where beta x is above the threshold: `first` is beta, `second` the threshold.
enum Softplus: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        let z = x * p.first
        return .select(z .> p.second, x, .log1p(.exp(z)) / p.first)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let z = x * p.first
        return .select(z .> p.second, g, g * .sigmoid(z))
    }
}

/// x - tanh x
enum Tanhshrink: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x - .tanh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let t = L.tanh(x)
        return g * (t * t)
    }
}
