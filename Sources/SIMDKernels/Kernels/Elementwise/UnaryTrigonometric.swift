enum Sine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .sin(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g * .cos(x) }
}

enum Cosine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .cos(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { -(g * .sin(x)) }
}

enum Tangent: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .tan(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L { g * (L(1) + y * y) }
}

enum Arcsine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .asin(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g / L.sqrt(L(1) - x * x)
    }
}

enum Arccosine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .acos(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        -Arcsine.gradient(g, x, p)
    }
}

enum Arctangent: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .atan(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g / (x * x + L(1)) }
}

enum HyperbolicSine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .sinh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g * .cosh(x) }
}

enum HyperbolicCosine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .cosh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g * .sinh(x) }
}

enum HyperbolicTangent: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .tanh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L { g * (L(1) - y * y) }
}

enum InverseHyperbolicSine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .asinh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g / L.sqrt(x * x + L(1))
    }
}

enum InverseHyperbolicCosine: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .acosh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g / L.sqrt(x * x - L(1))
    }
}

enum InverseHyperbolicTangent: UnaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .atanh(x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g / (L(1) - x * x) }
}
