/// The smaller argument; NaN where either is. Equal arguments share the gradient.
enum Minimum: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .minimum(a, b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        L.select(a .== b, g * L(0.5), g).keptUnless(a .> b)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        L.select(a .== b, g * L(0.5), g).keptUnless(a .< b)
    }
}

/// The larger argument; NaN where either is. Equal arguments share the gradient.
enum Maximum: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { .maximum(a, b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        L.select(a .== b, g * L(0.5), g).keptUnless(a .< b)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        L.select(a .== b, g * L(0.5), g).keptUnless(a .> b)
    }
}

/// The smaller argument; the other where one is NaN. Of equal arguments the first has the gradient.
enum NumberMinimum: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L {
        .select(b.isNaN, a, .lesser(a, b))
    }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        g.kept((a .<= b) .| b.isNaN)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        g.keptUnless((a .<= b) .| b.isNaN)
    }
}

/// The larger argument; the other where one is NaN. Of equal arguments the first has the gradient.
enum NumberMaximum: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L {
        .select(b.isNaN, a, .greater(a, b))
    }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        g.kept((a .>= b) .| b.isNaN)
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        g.keptUnless((a .>= b) .| b.isNaN)
    }
}
