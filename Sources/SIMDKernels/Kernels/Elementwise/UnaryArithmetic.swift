enum Negation: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { -x }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ saved: L, _ p: Parameters<L>) -> L { -g }
}

enum AbsoluteValue: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.magnitude }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g * Sign.apply(x, p)
    }
}

/// -1, 0 or 1; 0 for NaN.
enum Sign: StepFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        L(1).kept(x .> .zero) - L(1).kept(x .< .zero)
    }
}

enum Square: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x * x }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L { g * (x + x) }
}

enum Reciprocal: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { L(1) / x }
    /// -g y^2
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L { -g * (y * y) }
}

enum SquareRoot: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .sqrt(x) }
    /// g / (2 y)
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L { g / (y + y) }
}

enum ReciprocalSquareRoot: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .rsqrt(x) }
    /// -g y^3 / 2
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L {
        L(-0.5) * g * (y * y * y)
    }
}

/// The argument limited to `first...second`; NaN stays.
enum Clamp: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        x.limited(p.first, p.second)
    }
    /// g inside and on the limits, 0 outside.
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g.kept((x .>= p.first) .& (x .<= p.second))
    }
}
