// G g Gᵀ and Gᵀ u G for tiles of four by four outputs (`WinogradTile` has the matrices), four filters at a time.

/// The six numbers of one row or column.
private typealias Line = (FourFloats, FourFloats, FourFloats, FourFloats, FourFloats, FourFloats)

// The points, and the factors of their rows of G.
@inline(__always) private var a: Float { 0.75 }
@inline(__always) private var b: Float { 1.5 }
@inline(__always) private var atZero: Float { 1 / (a * a * b * b) }
@inline(__always) private var p: Float { 1 / (2 * a * a * (a * a - b * b)) }
@inline(__always) private var q: Float { 1 / (2 * b * b * (b * b - a * a)) }

/// Six neighbours of a row or column, `stride` apart.
@inline(__always)
private func line(at source: UnsafePointer<Float>, _ stride: Int) -> Line {
    (
        FourFloats(at: source), FourFloats(at: source + stride), FourFloats(at: source + 2 * stride),
        FourFloats(at: source + 3 * stride), FourFloats(at: source + 4 * stride), FourFloats(at: source + 5 * stride)
    )
}

@inline(__always)
private func store(_ line: Line, to target: UnsafeMutablePointer<Float>, _ stride: Int) {
    line.0.store(to: target)
    line.1.store(to: target + stride)
    line.2.store(to: target + 2 * stride)
    line.3.store(to: target + 3 * stride)
    line.4.store(to: target + 4 * stride)
    line.5.store(to: target + 5 * stride)
}

/// G · g
@inline(__always)
private func widened(_ g: (FourFloats, FourFloats, FourFloats)) -> Line {
    let (evenA, oddA) = (p * g.0 + (p * a * a) * g.2, (p * a) * g.1)
    let (evenB, oddB) = (q * g.0 + (q * b * b) * g.2, (q * b) * g.1)
    return (atZero * g.0, evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, g.2)
}

/// Gᵀ · u
@inline(__always)
private func narrowed(_ u: Line) -> (FourFloats, FourFloats, FourFloats) {
    let (sumA, sumB) = (p * (u.1 + u.2), q * (u.3 + u.4))
    let (differenceA, differenceB) = ((p * a) * (u.1 - u.2), (q * b) * (u.3 - u.4))
    return (atZero * u.0 + sumA + sumB, differenceA + differenceB, (a * a) * sumA + (b * b) * sumB + u.5)
}

/// G g Gᵀ of four filters, whose nine taps `tap` gives; element (i, j) goes to matrix 6i + j, `stride` elements apart.
@inline(__always)
func transformWinogradFiltersOfFour(
    _ tap: (Int) -> FourFloats, into target: UnsafeMutablePointer<Float>, stride: Int
) {
    let (a, b, c) = (
        widened((tap(0), tap(3), tap(6))), widened((tap(1), tap(4), tap(7))), widened((tap(2), tap(5), tap(8)))
    )
    store(widened((a.0, b.0, c.0)), to: target, stride)
    store(widened((a.1, b.1, c.1)), to: target + 6 * stride, stride)
    store(widened((a.2, b.2, c.2)), to: target + 12 * stride, stride)
    store(widened((a.3, b.3, c.3)), to: target + 18 * stride, stride)
    store(widened((a.4, b.4, c.4)), to: target + 24 * stride, stride)
    store(widened((a.5, b.5, c.5)), to: target + 30 * stride, stride)
}

/// Gᵀ u G of four filters, whose 36 numbers lie `stride` apart; `write` takes their taps.
@inline(__always)
func transformWinogradSumsOfFour(
    _ sums: UnsafePointer<Float>, stride: Int, _ write: (Int, FourFloats) -> Void
) {
    // Along rows first, so that each needs three registers.
    @inline(__always) func row(_ i: Int) -> (FourFloats, FourFloats, FourFloats) {
        narrowed(line(at: sums + 6 * i * stride, stride))
    }
    let (a, b, c, d, e, f) = (row(0), row(1), row(2), row(3), row(4), row(5))
    @inline(__always) func put(_ line: Line, _ column: Int) {
        let taps = narrowed(line)
        write(column, taps.0)
        write(3 + column, taps.1)
        write(6 + column, taps.2)
    }
    put((a.0, b.0, c.0, d.0, e.0, f.0), 0)
    put((a.1, b.1, c.1, d.1, e.1, f.1), 1)
    put((a.2, b.2, c.2, d.2, e.2, f.2), 2)
}
