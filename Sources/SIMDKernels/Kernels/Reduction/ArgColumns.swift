/// The row of the first least or greatest element of each column, or of its first NaN.
///
/// Values and row numbers are kept in lanes of one width: the numbers as bit patterns.
struct ArgColumns<L: IndexLane, Order: Ordering> {
    @inline(__always)
    static func columns(
        _ x: UnsafePointer<L.Scalar>, _ stride: Int, _ n: Int, _ vectors: ColumnVectors<L>,
        _ out: UnsafeMutablePointer<Int64>
    ) {
        var vector = 0
        while vector < vectors.count {
            let column = vectors.offset(vector)
            var best = vectors.load(x, column)
            var place = L(index: 0)
            var row = 1
            while row < n {
                let value = vectors.load(x + row * stride, column)
                // NaN beats every number, and nothing beats NaN.
                let beats = (Order.precedes(value, best) .| value.isNaN) .& (best .== best)
                best = L.select(beats, value, best)
                place = L.select(beats, L(index: row), place)
                row += 1
            }
            let used = vectors.width < L.width ? vectors.width : L.width
            var j = 0
            while j < used {
                out[column + j] = Int64(place.index(j))
                j += 1
            }
            vector += 1
        }
    }
}

/// A lane that can carry indices as bit patterns.
protocol IndexLane: MathLane {
    init(index: Int)
    func index(_ element: Int) -> Int
}

extension FloatLane: IndexLane {
    @inline(__always) init(index: Int) { self.init(bits: Bits(repeating: Int32(truncatingIfNeeded: index))) }
    @inline(__always) func index(_ element: Int) -> Int { Int(bits[element]) }
}

extension DoubleLane: IndexLane {
    @inline(__always) init(index: Int) { self.init(bits: Bits(repeating: Int64(index))) }
    @inline(__always) func index(_ element: Int) -> Int { Int(bits[element]) }
}
