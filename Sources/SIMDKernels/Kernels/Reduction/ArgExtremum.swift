/// The index of the first least or greatest element, or of the first NaN.
///
/// A block is searched for its extremum's place only when it beats the blocks before it, so that nearly all blocks
/// cost what an extremum costs.
struct ArgExtremum<L: Lane, Order: Ordering>: Reducer {
    typealias Scalar = L.Scalar

    struct State {
        var value: L.Scalar
        var index: Int
    }

    @inline(__always) var empty: State { State(value: Order.last(Scalar.self), index: 0) }
    @inline(__always) func result(_ state: State, _ n: Int) -> Int64 { Int64(state.index) }
    @inline(__always) func isDecided(_ state: State) -> Bool { state.value != state.value }

    @inline(__always)
    func merge(_ a: State, _ b: State) -> State { beats(b.value, a.value) ? b : a }

    /// Whether a later value replaces an earlier one.
    @inline(__always)
    private func beats(_ b: Scalar, _ a: Scalar) -> Bool { a == a && (b != b || Order.precedes(b, a)) }

    @inline(__always)
    func chunk(_ x: UnsafePointer<Scalar>, _ n: Int, _ first: Int) -> State {
        let blockLength = 1024
        if n == 0 { return empty }
        let head = n < blockLength ? n : blockLength
        var best = Extremum<L, Order>().block(x, head)
        var start = 0
        var i = head
        while i < n && best == best {
            let count = n - i < blockLength ? n - i : blockLength
            let value = Extremum<L, Order>().block(x + i, count)
            if beats(value, best) {
                best = value
                start = i
            }
            i += blockLength
        }
        return State(value: best, index: first + start + position(of: best, x + start, n - start))
    }

    /// The first place of a value that is there.
    @inline(__always)
    private func position(of value: Scalar, _ x: UnsafePointer<Scalar>, _ n: Int) -> Int {
        let sought = L(value)
        let seeksNaN = value != value
        var i = 0
        while i + L.width <= n {
            let lane = L.load(x + i)
            let hits = L.setBits(seeksNaN ? lane.isNaN : lane .== sought)
            if hits != 0 { return i + hits.trailingZeroBitCount }
            i += L.width
        }
        while i + 1 < n && !(seeksNaN ? x[i] != x[i] : x[i] == value) { i += 1 }
        return i
    }
}
