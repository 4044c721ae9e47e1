/// Which of two elements an extremum keeps.
protocol Ordering {
    /// Whether `a` comes before `b`.
    static func precedes<L: Lane>(_ a: L, _ b: L) -> L.Mask
    static func precedes<T: Comparable>(_ a: T, _ b: T) -> Bool
    /// What every element precedes, or equals.
    static func last<T: BinaryFloatingPoint>(_: T.Type) -> T
}

/// The order of a minimum.
enum Ascending: Ordering {
    @inline(__always) static func precedes<L: Lane>(_ a: L, _ b: L) -> L.Mask { a .< b }
    @inline(__always) static func precedes<T: Comparable>(_ a: T, _ b: T) -> Bool { a < b }
    @inline(__always) static func last<T: BinaryFloatingPoint>(_: T.Type) -> T { T.infinity }
}

/// The order of a maximum.
enum Descending: Ordering {
    @inline(__always) static func precedes<L: Lane>(_ a: L, _ b: L) -> L.Mask { a .> b }
    @inline(__always) static func precedes<T: Comparable>(_ a: T, _ b: T) -> Bool { a > b }
    @inline(__always) static func last<T: BinaryFloatingPoint>(_: T.Type) -> T { -T.infinity }
}

/// The least or the greatest element; NaN elements are passed over.
struct ExtremumFold<L: Lane, Order: Ordering>: Fold {
    @inline(__always) var start: L { L(Order.last(L.Scalar.self)) }
    @inline(__always) var padding: L { start }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L {
        L.select(Order.precedes(x, accumulator), x, accumulator)
    }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { fold(a, b) }
}

/// The least or the greatest element; NaN when there is one among them.
struct Extremum<L: Lane, Order: Ordering>: BlockReducer {
    typealias Scalar = L.Scalar
    typealias State = L.Scalar

    @inline(__always) var empty: State { Order.last(Scalar.self) }
    @inline(__always) func result(_ state: State, _ n: Int) -> Scalar { state }
    @inline(__always) func isDecided(_ state: State) -> Bool { state != state }
    @inline(__always) func merge(_ a: State, _ b: State) -> State { a != a || Order.precedes(a, b) ? a : b }

    /// Comparisons drop NaN. The sum beside them keeps it, and where the sum is NaN (it is, too, when both infinities
    /// are there) the block is searched.
    @inline(__always)
    func block(_ x: UnsafePointer<Scalar>, _ n: Int) -> State {
        let w = L.width
        let extremum = ExtremumFold<L, Order>()
        var a0 = extremum.start
        var a1 = a0
        var a2 = a0
        var a3 = a0
        var s0 = L.zero
        var s1 = s0
        var s2 = s0
        var s3 = s0
        var i = 0
        while i + 4 * w <= n {
            let x0 = L.load(x + i)
            let x1 = L.load(x + (i + w))
            let x2 = L.load(x + (i + 2 * w))
            let x3 = L.load(x + (i + 3 * w))
            a0 = extremum.fold(a0, x0)
            a1 = extremum.fold(a1, x1)
            a2 = extremum.fold(a2, x2)
            a3 = extremum.fold(a3, x3)
            s0 = s0 + x0
            s1 = s1 + x1
            s2 = s2 + x2
            s3 = s3 + x3
            i += 4 * w
        }
        while i + w <= n {
            let x0 = L.load(x + i)
            a0 = extremum.fold(a0, x0)
            s0 = s0 + x0
            i += w
        }
        if i < n {
            let x1 = L.last(n - i, x, n, extremum.padding)
            a1 = extremum.fold(a1, x1)
            s1 = s1 + x1
        }
        let sum = (s0 + s1) + (s2 + s3)
        if L.setBits(sum.isNaN) != 0 && L.contains(IsNaN.self, x, n) { return Scalar.nan }
        return extremum.one(extremum.merge(extremum.merge(a0, a1), extremum.merge(a2, a3)))
    }
}
