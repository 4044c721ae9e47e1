import PinionSIMDKernels

/// Eight integers with the alignment of an integer: objects with a field of a SIMD type, which asks for more, are
/// allocated on a slow path.
struct Dims: Sendable {
    private let values: (Int, Int, Int, Int, Int, Int, Int, Int)

    @inline(__always)
    init(_ x: Extents) { values = (x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]) }

    /// `body` of each position, the last one first. Written out: an element written to a vector at a variable position
    /// goes through memory, and each such write waits for the one before.
    @inline(__always)
    init(_ body: (_ d: Int) -> Int) {
        let (x7, x6, x5, x4) = (body(7), body(6), body(5), body(4))
        let (x3, x2, x1, x0) = (body(3), body(2), body(1), body(0))
        values = (x0, x1, x2, x3, x4, x5, x6, x7)
    }

    @inline(__always)
    var extents: Extents {
        Extents(values.0, values.1, values.2, values.3, values.4, values.5, values.6, values.7)
    }
}

extension Dims: Equatable {
    @inline(__always)
    static func == (a: Dims, b: Dims) -> Bool {
        let (x, y) = (a.values, b.values)
        let first = (x.0 ^ y.0) | (x.1 ^ y.1) | (x.2 ^ y.2) | (x.3 ^ y.3)
        return first | (x.4 ^ y.4) | (x.5 ^ y.5) | (x.6 ^ y.6) | (x.7 ^ y.7) == 0
    }
}
