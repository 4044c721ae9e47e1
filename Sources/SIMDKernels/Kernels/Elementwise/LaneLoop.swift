/// What a loop over contiguous elements does: reads its arguments, then computes one lane from them.
protocol LaneLoopBody {
    associatedtype L: Lane
    associatedtype Arguments
    /// Whether memory traffic dominates: the loop is unrolled.
    static var isLight: Bool { get }
    /// The arguments of elements `i..<i + L.width`.
    func load(_ i: Int) -> Arguments
    /// The arguments of the first `count` elements, fewer than a lane has.
    func load(first count: Int) -> Arguments
    func apply(_ arguments: Arguments) -> L
}

/// Writes `count` elements of `body`'s values.
///
/// The last lane overlaps the one before it. Its arguments are read before anything there is written, so that the target
/// may be any of the sources, but no earlier: a row's far end is not in the cache when the row begins. The first lane of
/// a long light loop overlaps the one behind it, and is written last for the same reason. `apply` stands in few places,
/// because some functions are long.
@inline(__always)
func runLanes<B: LaneLoopBody>(_ body: B, _ y: UnsafeMutablePointer<B.L.Scalar>, _ count: Int) {
    let width = B.L.width
    let short = count < width
    var i = 0
    let head = B.isLight && count >= 8 * width ? elementsToLine(y) : 0
    var first = B.L(0)
    if head > 0 {
        first = body.apply(body.load(0))
        i = head
    }
    if B.isLight {
        while i + 5 * width <= count {
            let a = body.apply(body.load(i))
            let b = body.apply(body.load(i + width))
            let c = body.apply(body.load(i + 2 * width))
            let d = body.apply(body.load(i + 3 * width))
            a.store(y + i)
            b.store(y + i + width)
            c.store(y + i + 2 * width)
            d.store(y + i + 3 * width)
            i += 4 * width
        }
    }
    let last = short ? body.load(first: count) : body.load(count - width)
    while i < count {
        let whole = i + width <= count
        let value = body.apply(whole ? body.load(i) : last)
        if short { return value.store(y, count) }
        value.store(y + (whole ? i : count - width))
        i += width
    }
    if head > 0 { first.store(y) }
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
