/// The six elements of a row or column of neighbouring tiles of four outputs.
typealias WinogradLineOfFour<V> = (V, V, V, V, V, V)

extension WinogradLane {
    // The points, see `WinogradTile.four`.
    @inline(__always) private static var a: Float { 0.75 }
    @inline(__always) private static var b: Float { 1.5 }

    /// Every fourth element from the first, the second, the third and the fourth on.
    @inline(__always)
    static func loadFourths(_ source: UnsafePointer<Float>) -> (Self, Self, Self, Self) {
        let (low, high) = (
            deinterleave(load(source), load(source + width)),
            deinterleave(load(source + 2 * width), load(source + 3 * width))
        )
        let (even, odd) = (deinterleave(low.even, high.even), deinterleave(low.odd, high.odd))
        return (even.even, odd.even, even.odd, odd.odd)
    }

    @inline(__always)
    static func store(_ line: WinogradLineOfFour<Self>, _ target: UnsafeMutablePointer<Float>, _ stride: Int) {
        line.0.store(target)
        line.1.store(target + stride)
        line.2.store(target + 2 * stride)
        line.3.store(target + 3 * stride)
        line.4.store(target + 4 * stride)
        line.5.store(target + 5 * stride)
    }

    /// c + factor · x
    @inline(__always)
    private static func add(_ c: Self, _ factor: Float, _ x: Self) -> Self { multiplyAdd(x, Self(factor), c) }

    /// Bᵀ · d
    @inline(__always)
    static func gathered(_ d: WinogradLineOfFour<Self>) -> WinogradLineOfFour<Self> {
        let (evenA, oddA) = (add(d.4, -b * b, d.2), add(d.3, -b * b, d.1))
        let (evenB, oddB) = (add(d.4, -a * a, d.2), add(d.3, -a * a, d.1))
        return (
            add(add(d.4, -(a * a + b * b), d.2), a * a * b * b, d.0),
            add(evenA, a, oddA), add(evenA, -a, oddA), add(evenB, b, oddB), add(evenB, -b, oddB),
            add(add(d.5, -(a * a + b * b), d.3), a * a * b * b, d.1)
        )
    }

    /// A · y
    @inline(__always)
    static func spread(_ y: (Self, Self, Self, Self)) -> WinogradLineOfFour<Self> {
        let (evenA, oddA) = (add(y.0, a * a, y.2), add(y.1, a * a, y.3))
        let (evenB, oddB) = (add(y.0, b * b, y.2), add(y.1, b * b, y.3))
        return (y.0, add(evenA, a, oddA), add(evenA, -a, oddA), add(evenB, b, oddB), add(evenB, -b, oddB), y.3)
    }

    /// Aᵀ · m
    @inline(__always)
    static func combined(_ m: WinogradLineOfFour<Self>) -> (Self, Self, Self, Self) {
        let (sumA, sumB) = (m.1 + m.2, m.3 + m.4)
        let (differenceA, differenceB) = (m.1 - m.2, m.3 - m.4)
        return (
            m.0 + sumA + sumB, add(Self(a) * differenceA, b, differenceB), add(Self(a * a) * sumA, b * b, sumB),
            add(add(m.5, a * a * a, differenceA), b * b * b, differenceB)
        )
    }
}
