/// `a` limited to `b...c`; NaN where any is.
enum TernaryClamp: TernaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L, _ c: L, _ value: L) -> L {
        .minimum(.maximum(a, b), c)
    }
}

/// a + c (b - a), from the nearer end, so that c = 1 gives b.
enum LinearInterpolation: TernaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L, _ c: L, _ value: L) -> L {
        let way = b - a
        let near = c.magnitude .< L(0.5)
        return .multiplyAdd(.select(near, c, c - L(1)), way, .select(near, a, b))
    }
}

/// a + value b c
enum AddedProduct: TernaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L, _ c: L, _ value: L) -> L { a + value * b * c }
}

/// a + value b / c
enum AddedQuotient: TernaryFunction {
    @inline(__always) static func apply<L: MathLane>(_ a: L, _ b: L, _ c: L, _ value: L) -> L { a + value * b / c }
}
