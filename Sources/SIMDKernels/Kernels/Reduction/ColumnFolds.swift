/// The least or the greatest element; NaN when there is one.
struct NaNExtremumFold<L: Lane, Order: Ordering>: Fold {
    @inline(__always) var start: L { L(Order.last(L.Scalar.self)) }
    @inline(__always) var padding: L { start }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L {
        L.select(x.isNaN, x, L.select(Order.precedes(x, accumulator), x, accumulator))
    }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { fold(a, b) }
    @inline(__always) func first(_ x: L) -> L { x }
}

/// 1 once an element is not zero.
struct AnyFold<L: Lane>: Fold {
    @inline(__always) var start: L { L.zero }
    @inline(__always) var padding: L { L.zero }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L { L.select(x .!= L.zero, L(1), accumulator) }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { fold(a, b) }
}

/// 0 once an element is zero.
struct AllFold<L: Lane>: Fold {
    @inline(__always) var start: L { L(1) }
    @inline(__always) var padding: L { L(1) }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L { L.select(x .== L.zero, L.zero, accumulator) }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { fold(a, b) }
}

/// Σ exp(x - shift), each column with its own shift.
struct ExponentialColumns<L: MathLane>: ColumnFold {
    let shifts: UnsafePointer<L.Scalar>

    @inline(__always) var start: L { L.zero }
    @inline(__always) func fold(_ accumulator: L, _ x: L, _ column: Int) -> L {
        accumulator + first(x, column)
    }
    @inline(__always) func first(_ x: L, _ column: Int) -> L { L.expOfDifference(x, .load(shifts + column)) }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { a + b }
}
