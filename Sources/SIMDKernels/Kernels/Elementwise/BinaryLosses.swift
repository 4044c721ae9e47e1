/// (a - b)^2
enum SquaredError: LightBinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L { (a - b) * (a - b) }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g * (L(2) * (a - b)) }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { leftGradient(g, b, a) }
}

/// -(b log a + (1 - b) log(1 - a)) of probabilities a; the limits of the losses' logarithms and of the divisor, a Float,
/// are PyTorch's.
enum BinaryCrossEntropy: BinaryFunction {
    @inline(__always) private static func limited<L: MathLane>(_ x: L) -> L { .maximum(x, L(-100)) }

    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L {
        let loss = (b - L(1)) * limited(.log1p(-a)) - b * limited(.log(a))
        // Outside, `a` has the NaN of a logarithm.
        return .select((b .>= .zero) .& (b .<= L(1)), loss, L(L.Scalar.nan))
    }
    /// g (a - b) / (a (1 - a))
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        g * ((a - b) / .maximum((L(1) - a) * a, L(9.999999960041972e-13)))
    }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L {
        g * (.log1p(-a) - .log(a))
    }
}

/// (1 - b) a - log sigmoid(a)
enum LogisticLoss: BinaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L) -> L {
        (L(1) - b) * a - (.lesser(.zero, a) - .log1p(.decay(a)))
    }
    @inline(__always) static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { g * (.sigmoid(a) - b) }
    @inline(__always) static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L { -g * a }
}
