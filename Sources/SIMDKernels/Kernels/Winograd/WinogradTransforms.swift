/// The parts of a row of tiles that are transformed at a time, by their first tile: the last one begins earlier where it
/// would not be full, and is the only one where all are too few. They are registers for `least` columns or more.
@inline(__always)
func forEachPart(of columns: Int, least: Int, _ lane: (Int) -> Void, _ quad: (Int) -> Void) {
    let width = columns >= least ? FloatLane.width : FloatQuad.width
    var first = 0
    while first < columns {
        let start = first + width <= columns ? first : max(0, columns - width)
        if width == FloatLane.width { lane(start) } else { quad(start) }
        first += width
    }
}

/// Rows are taken from the top: what lanes write behind a short row is written again by the next.
@inline(__always)
func transformInput<V: WinogradLane>(
    _: V.Type, _ lines: UnsafePointer<Float>, _ lineStride: Int, _ rows: Int, _ columns: Int,
    _ target: UnsafeMutablePointer<Float>, _ stride: Int
) {
    /// Bᵀ over one line, which two rows of tiles share.
    @inline(__always) func line(_ y: Int) -> WinogradLine<V> {
        let source = lines + y * lineStride
        let (first, second) = V.deinterleave(V.load(source), V.load(source + V.width))
        let (third, fourth) = V.deinterleave(V.load(source + 2), V.load(source + (V.width + 2)))
        return V.gathered((first, second, third, fourth))
    }
    var (a, b) = (line(0), line(1))
    var to = target
    var row = 0
    while row < rows {
        let (c, d) = (line(2 * row + 2), line(2 * row + 3))
        V.store((a.0 - c.0, a.1 - c.1, a.2 - c.2, a.3 - c.3), to, stride)
        V.store((b.0 + c.0, b.1 + c.1, b.2 + c.2, b.3 + c.3), to + 4 * stride, stride)
        V.store((c.0 - b.0, c.1 - b.1, c.2 - b.2, c.3 - b.3), to + 8 * stride, stride)
        V.store((b.0 - d.0, b.1 - d.1, b.2 - d.2, b.3 - d.3), to + 12 * stride, stride)
        (a, b) = (c, d)
        to += columns
        row += 1
    }
}

/// A over the columns of a tile's gradients, then over its rows.
@inline(__always)
func transformGradient<V: WinogradLane>(
    _: V.Type, _ lines: UnsafePointer<Float>, _ lineStride: Int, _ rows: Int, _ columns: Int,
    _ target: UnsafeMutablePointer<Float>, _ stride: Int
) {
    @inline(__always) func line(_ source: UnsafePointer<Float>) -> WinogradLine<V> {
        V.spread(V.deinterleave(V.load(source), V.load(source + V.width)))
    }
    var (from, to) = (lines, target)
    var row = 0
    while row < rows {
        let (a, b) = (line(from), line(from + lineStride))
        V.store(a, to, stride)
        V.store((a.0 + b.0, a.1 + b.1, a.2 + b.2, a.3 + b.3), to + 4 * stride, stride)
        V.store((a.0 - b.0, a.1 - b.1, a.2 - b.2, a.3 - b.3), to + 8 * stride, stride)
        V.store((-b.0, -b.1, -b.2, -b.3), to + 12 * stride, stride)
        from += 2 * lineStride
        to += columns
        row += 1
    }
}

/// Aᵀ m A + bias
@inline(__always)
func transformOutput<V: WinogradLane>(
    _: V.Type, _ products: UnsafePointer<Float>, _ stride: Int, _ columns: Int, _ bias: Float, _ image: OutputImage
) {
    let bias = V(bias)
    var from = products
    var row = 0
    while row < image.height {
        @inline(__always) func column(_ c: Int) -> (V, V) {
            let m = from + c * stride
            return V.combined(
                (V.load(m), V.load(m + 4 * stride), V.load(m + 8 * stride), V.load(m + 12 * stride)))
        }
        let (a, b, c, d) = (column(0), column(1), column(2), column(3))
        let upper = V.combined((a.0, b.0, c.0, d.0))
        image.write((upper.0 + bias, upper.1 + bias), row: row)
        if row + 1 < image.height {
            let lower = V.combined((a.1, b.1, c.1, d.1))
            image.write((lower.0 + bias, lower.1 + bias), row: row + 1)
        }
        from += columns
        row += 2
    }
}
