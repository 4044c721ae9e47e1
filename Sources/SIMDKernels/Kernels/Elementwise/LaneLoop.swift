/// What a loop over contiguous elements does: reads its arguments, then computes one lane from them.
protocol LaneLoopBody {
    associatedtype L: Lane
    associatedtype Arguments
    /// Whether memory traffic dominates: the loop is unrolled.
    static var isLight: Bool { get }
    /// The arguments of the `lane`th lane of those that begin at element `i`.
    func load(_ i: Int, _ lane: Int) -> Arguments
    /// The arguments of the first `count` elements, fewer than a lane has.
    func load(first count: Int) -> Arguments
    func apply(_ arguments: Arguments) -> L
}

/// Writes `count` elements of `body`'s values.
///
/// The last lane overlaps the one before it. Its arguments are read before anything there is written, so that the target
/// may be any of the sources, but no earlier: a row's far end is not in the cache when the row begins. `apply` stands in
/// few places, because some functions are long.
@inline(__always)
func runLanes<B: LaneLoopBody>(_ body: B, _ y: UnsafeMutablePointer<B.L.Scalar>, _ count: Int) {
    let width = B.L.width
    if B.isLight && count >= 8 * width { return runLongRow(body, y, count) }
    let short = count < width
    let last = short ? body.load(first: count) : body.load(count - width, 0)
    var i = 0
    while i < count {
        let whole = i + width <= count
        let value = body.apply(whole ? body.load(i, 0) : last)
        if short { return value.store(y, count) }
        value.store(y + (whole ? i : count - width))
        i += width
    }
}

/// Writes `count` elements, eight lanes or more, four lanes at a time.
///
/// The last four lanes overlap those before them and the first lane the one behind it: they are read before anything
/// there is written, as above, and written last.
@inline(__always)
private func runLongRow<B: LaneLoopBody>(_ body: B, _ y: UnsafeMutablePointer<B.L.Scalar>, _ count: Int) {
    let width = B.L.width
    let head = elementsToLine(y)
    let first = head > 0 ? body.apply(body.load(0, 0)) : B.L(0)
    var i = head
    while i + 8 * width <= count {
        FourLanes(body, i).store(y + i)
        i += 4 * width
    }
    let last = FourLanes(body, count - 4 * width)
    if i + 4 * width < count { FourLanes(body, i).store(y + i) }
    last.store(y + count - 4 * width)
    if head > 0 { first.store(y) }
}

private struct FourLanes<L: Lane> {
    let (a, b, c, d): (L, L, L, L)

    @inline(__always) init<B: LaneLoopBody>(_ body: B, _ i: Int) where B.L == L {
        a = body.apply(body.load(i, 0))
        b = body.apply(body.load(i, 1))
        c = body.apply(body.load(i, 2))
        d = body.apply(body.load(i, 3))
    }

    @inline(__always) func store(_ y: UnsafeMutablePointer<L.Scalar>) {
        a.store(y)
        b.store(y + L.width)
        c.store(y + 2 * L.width)
        d.store(y + 3 * L.width)
    }
}

/// Elements before the next start of a cache line, where a register is as long as a line: one that lies across two of
/// them takes twice the time.
@inline(__always)
private func elementsToLine<Scalar>(_ y: UnsafeMutablePointer<Scalar>) -> Int {
    #if PINION_AVX512
    return ((0 &- Int(bitPattern: y)) & 63) / MemoryLayout<Scalar>.stride
    #else
    return 0
    #endif
}
