// G g Gᵀ and Gᵀ u G of filters (`WinogradKernels` has the matrices), four at a time.

/// The four numbers of one row or column.
private typealias Line = (FourFloats, FourFloats, FourFloats, FourFloats)

/// Four neighbours of a column, whose rows are four matrices apart.
@inline(__always)
private func line(at source: UnsafePointer<Float>, _ stride: Int) -> Line {
    (
        FourFloats(at: source), FourFloats(at: source + 4 * stride), FourFloats(at: source + 8 * stride),
        FourFloats(at: source + 12 * stride)
    )
}

/// Writes a row, an element to each of four matrices.
@inline(__always)
private func store(_ line: Line, to target: UnsafeMutablePointer<Float>, _ stride: Int) {
    line.0.store(to: target)
    line.1.store(to: target + stride)
    line.2.store(to: target + 2 * stride)
    line.3.store(to: target + 3 * stride)
}

/// G · g
@inline(__always)
private func widened(_ g: (FourFloats, FourFloats, FourFloats)) -> Line {
    let (ends, middle) = (0.5 * (g.0 + g.2), 0.5 * g.1)
    return (g.0, ends + middle, ends - middle, g.2)
}

/// Gᵀ · u
@inline(__always)
private func narrowed(_ u: Line) -> (FourFloats, FourFloats, FourFloats) {
    let (sum, difference) = (0.5 * (u.1 + u.2), 0.5 * (u.1 - u.2))
    return (u.0 + sum, difference, u.3 + sum)
}

/// G g Gᵀ of four filters, whose nine taps `tap` gives; element (i, j) goes to matrix 4i + j, `stride` elements apart.
@inline(__always)
func transformWinogradFilters(
    _ tap: (Int) -> FourFloats, into target: UnsafeMutablePointer<Float>, stride: Int
) {
    let (a, b, c) = (
        widened((tap(0), tap(3), tap(6))), widened((tap(1), tap(4), tap(7))), widened((tap(2), tap(5), tap(8)))
    )
    store(widened((a.0, b.0, c.0)), to: target, stride)
    store(widened((a.1, b.1, c.1)), to: target + 4 * stride, stride)
    store(widened((a.2, b.2, c.2)), to: target + 8 * stride, stride)
    store(widened((a.3, b.3, c.3)), to: target + 12 * stride, stride)
}

/// Gᵀ u G of four filters, whose 16 numbers lie `stride` apart; `write` takes their taps.
@inline(__always)
func transformWinogradSums(
    _ sums: UnsafePointer<Float>, stride: Int, _ write: (Int, FourFloats) -> Void
) {
    @inline(__always) func column(_ c: Int) -> (FourFloats, FourFloats, FourFloats) {
        narrowed(line(at: sums + c * stride, stride))
    }
    let (a, b, c, d) = (column(0), column(1), column(2), column(3))
    @inline(__always) func put(_ line: Line, _ row: Int) {
        let taps = narrowed(line)
        write(3 * row, taps.0)
        write(3 * row + 1, taps.1)
        write(3 * row + 2, taps.2)
    }
    put((a.0, b.0, c.0, d.0), 0)
    put((a.1, b.1, c.1, d.1), 1)
    put((a.2, b.2, c.2, d.2), 2)
}
