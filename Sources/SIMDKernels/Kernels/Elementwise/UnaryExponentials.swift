enum Exponential: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .exp(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L { g * y }
}

enum PowerOfTwo: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .exp2(x) }
    /// g y ln 2
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L {
        g * y * L(0.6931471805599453)
    }
}

enum ExponentialMinusOne: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .expm1(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L { g * (y + L(1)) }
}

enum Logarithm: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .log(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g / x }
}

enum BinaryLogarithm: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .log2(x) }
    /// g / (x ln 2)
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g / (x * L(0.6931471805599453))
    }
}

enum DecimalLogarithm: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .log10(x) }
    /// g / (x ln 10)
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g / (x * L(2.302585092994046))
    }
}

enum LogarithmOfOnePlus: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .log1p(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g / (x + L(1)) }
}

/// log(x / (1 - x)), x limited to `first...1 - first` unless `first` is NaN or negative.
enum Logit: UnaryFunction {
    @inline(__always) private static func limits<L: MathLane>(_ p: Parameters<L>) -> (low: L, high: L) {
        let limited = p.first .>= .zero
        return (.select(limited, p.first, L(-.infinity)), .select(limited, L(1) - p.first, L(.infinity)))
    }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        let (low, high) = limits(p)
        let z = x.limited(low, high)
        return .log(z / (L(1) - z))
    }
    /// g / (x (1 - x)); beyond the limits 0, and NaN outside 0...1 where there are none.
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let limited = p.first .>= .zero
        let low = p.first.kept(limited)
        let outside = L.select(limited, .zero, L(.nan))
        return .select((x .>= low) .& (x .<= L(1) - low), g / (x * (L(1) - x)), outside)
    }
}

enum ErrorFunction: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .erf(x) }
    /// 2 / sqrt(pi) e^(-x^2)
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g * (L(1.1283791670955126) * .exp(-(x * x)))
    }
}

enum ComplementaryErrorFunction: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .erfc(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        -ErrorFunction.gradient(g, x, p)
    }
}
