/// The larger of x and 0; NaN stays.
enum ReLU: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { .greater(.zero, x) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ y: L, _ p: Parameters<L>) -> L {
        g.keptUnless(y .<= .zero)
    }
}

/// x limited to 0...6.
enum ReLU6: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.limited(.zero, L(6)) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g.kept((x .> .zero) .& (x .< L(6)))
    }
}

/// x where positive, negativeSlope x elsewhere.
enum LeakyReLU: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        .select(x .> .zero, x, x * p.first)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        .select(x .> .zero, g, g * p.first)
    }
}

/// (x + 3) / 6 limited to 0...1
enum Hardsigmoid: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        (x + L(3)).limited(.zero, L(6)) / L(6)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        (g / L(6)).kept((x .> L(-3)) .& (x .< L(3)))
    }
}

/// x hardsigmoid(x)
enum Hardswish: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        x * (x + L(3)).limited(.zero, L(6)) / L(6)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let middle = g * (x / L(3) + L(0.5))
        return .select(x .>= L(3), g, middle.keptUnless(x .<= L(-3)))
    }
}

/// x limited to `first...second`.
enum Hardtanh: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.limited(p.first, p.second) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g.kept((x .> p.first) .& (x .< p.second))
    }
}

/// x / (1 + |x|)
enum Softsign: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x / (L(1) + x.magnitude) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        let d = L(1) + x.magnitude
        return g / (d * d)
    }
}

/// x above the threshold `first`, `second` elsewhere.
enum Threshold: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        .select(x .<= p.first, p.second, x)
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g.keptUnless(x .<= p.first)
    }
}

/// 0 in -lambda...lambda, x elsewhere.
enum Hardshrink: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        x.keptUnless((x .>= -p.first) .& (x .<= p.first))
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        g.kept((x .> p.first) .| (x .< -p.first))
    }
}

/// x moved by lambda towards 0, and 0 in between.
enum Softshrink: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L {
        let moved = L.select(x .> p.first, x - p.first, x + p.first)
        return moved.keptUnless((x .>= -p.first) .& (x .<= p.first))
    }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ x: L, _ p: Parameters<L>) -> L {
        Hardshrink.gradient(g, x, p)
    }
}
