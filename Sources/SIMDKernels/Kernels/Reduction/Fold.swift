/// An operation that takes elements into an accumulator, in any order.
protocol Fold {
    associatedtype L: Lane

    /// The accumulator of no elements.
    var start: L { get }
    /// An element that leaves every accumulator as it is.
    var padding: L { get }
    func fold(_ accumulator: L, _ x: L) -> L
    func merge(_ a: L, _ b: L) -> L
    /// The accumulator of one element: `fold(start, x)`, or something shorter.
    func first(_ x: L) -> L
}

extension Fold {
    @inline(__always) func first(_ x: L) -> L { fold(start, x) }
}

struct SumFold<L: Lane>: Fold {
    @inline(__always) var start: L { L.zero }
    @inline(__always) var padding: L { L.zero }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L { accumulator + x }
    @inline(__always) func first(_ x: L) -> L { x }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { a + b }
}

struct SquareFold<L: Lane>: Fold {
    @inline(__always) var start: L { L.zero }
    @inline(__always) var padding: L { L.zero }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L { L.multiplyAdd(x, x, accumulator) }
    @inline(__always) func first(_ x: L) -> L { x * x }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { a + b }
}

struct ProductFold<L: Lane>: Fold {
    @inline(__always) var start: L { L(1) }
    @inline(__always) var padding: L { L(1) }
    @inline(__always) func fold(_ accumulator: L, _ x: L) -> L { accumulator * x }
    @inline(__always) func first(_ x: L) -> L { x }
    @inline(__always) func merge(_ a: L, _ b: L) -> L { a * b }
}

extension Fold {
    /// The elements of `n` merged.
    @inline(__always)
    func block(_ x: UnsafePointer<L.Scalar>, _ n: Int) -> L.Scalar { one(accumulator(x, n, readable: n)) }

    /// The accumulator of `n` elements: eight chains, so that none waits for the last addition. As many as `readable`
    /// may be read.
    @inline(__always)
    func accumulator(_ x: UnsafePointer<L.Scalar>, _ n: Int, readable: Int) -> L {
        let w = L.width
        var a0 = start
        var a1 = start
        var a2 = start
        var a3 = start
        var a4 = start
        var a5 = start
        var a6 = start
        var a7 = start
        var i = 0
        while i + 8 * w <= n {
            a0 = fold(a0, .load(x + i))
            a1 = fold(a1, .load(x + (i + w)))
            a2 = fold(a2, .load(x + (i + 2 * w)))
            a3 = fold(a3, .load(x + (i + 3 * w)))
            a4 = fold(a4, .load(x + (i + 4 * w)))
            a5 = fold(a5, .load(x + (i + 5 * w)))
            a6 = fold(a6, .load(x + (i + 6 * w)))
            a7 = fold(a7, .load(x + (i + 7 * w)))
            i += 8 * w
        }
        if i + 4 * w <= n {
            a0 = fold(a0, .load(x + i))
            a1 = fold(a1, .load(x + (i + w)))
            a2 = fold(a2, .load(x + (i + 2 * w)))
            a3 = fold(a3, .load(x + (i + 3 * w)))
            i += 4 * w
        }
        if i + 2 * w <= n {
            a4 = fold(a4, .load(x + i))
            a5 = fold(a5, .load(x + (i + w)))
            i += 2 * w
        }
        if i + w <= n {
            a6 = fold(a6, .load(x + i))
            i += w
        }
        if i < n { a7 = fold(a7, L.last(n - i, x, n, padding, readable: readable)) }
        return merge(merge(merge(a0, a1), merge(a2, a3)), merge(merge(a4, a5), merge(a6, a7)))
    }

    /// The elements of an accumulator merged in pairs, halves first.
    @inline(__always)
    func one(_ accumulator: L) -> L.Scalar {
        var accumulator = accumulator
        return reduced(&accumulator)
    }

    /// A call, and through memory, because the SLP vectoriser would split the accumulators of the loop before it.
    @inline(never)
    private func reduced(_ accumulator: UnsafeMutablePointer<L>) -> L.Scalar {
        var lane = accumulator.pointee
        if L.width > 8 { lane = merge(lane, lane.rotated(by: 8)) }
        if L.width > 4 { lane = merge(lane, lane.rotated(by: 4)) }
        if L.width > 2 { lane = merge(lane, lane.rotated(by: 2)) }
        return merge(lane, lane.rotated(by: 1))[0]
    }

    /// What `one` gives for each of as many accumulators as a register has elements, side by side: interleaving two
    /// of them puts the halves of both where they can be merged at once.
    @inline(__always)
    func each(_ lanes: UnsafePointer<L>) -> L {
        func folded(_ a: L, _ b: L) -> L {
            let (low, high) = L.interleave(a, b)
            return merge(low, high)
        }
        func eights(_ i: Int) -> L { L.width > 8 ? folded(lanes[i], lanes[i + 8]) : lanes[i] }
        func fours(_ i: Int) -> L { L.width > 4 ? folded(eights(i), eights(i + 4)) : lanes[i] }
        func twos(_ i: Int) -> L { L.width > 2 ? folded(fours(i), fours(i + 2)) : lanes[i] }
        return folded(twos(0), twos(1))
    }
}

extension Lane {
    /// The last `count` of `n` elements, fewer than a lane has, among copies of `padding`.
    @inline(__always)
    static func last(_ count: Int, _ x: UnsafePointer<Scalar>, _ n: Int, _ padding: Self, readable: Int = 0) -> Self {
        #if !PINION_AVX512 && !PINION_AVX2
        if n >= width {
            return select(iota .>= Self(Scalar(width - count)), .load(x + (n - width)), padding)
        }
        if readable >= width {
            return select(iota .< Self(Scalar(count)), .load(x), padding)
        }
        #endif
        return load(x + (n - count), count, padding)
    }
}
