// The transforms of tiles of four by four outputs. Six times six registers do not fit, so lines are transformed one after
// the other, and their columns from scratch memory, which stays in the first-level cache.

/// Lines of an image.
struct ImageLines {
    let first: UnsafePointer<Float>
    let stride: Int

    @inline(__always) subscript(line: Int) -> UnsafePointer<Float> { first + line * stride }

    @inline(__always) func from(column: Int) -> Self { Self(first: first + column, stride: stride) }
}

/// Lines are taken from the top: what lanes write behind a short row is written again by the next. Two of the six lines
/// of a row of tiles are those of the row before.
@inline(__always)
func transformInputOfFour<V: WinogradLane>(
    _: V.Type, _ lines: ImageLines, _ rows: Int, _ columns: Int, _ target: UnsafeMutablePointer<Float>, _ stride: Int,
    _ scratch: UnsafeMutablePointer<Float>
) {
    /// Bᵀ over one line.
    @inline(__always) func transformLine(_ y: Int) {
        let source = lines[y]
        let (d0, d1, d2, d3) = V.loadFourths(source)
        let (d4, d5, _, _) = V.loadFourths(source + 4)
        V.store(V.gathered((d0, d1, d2, d3, d4, d5)), scratch + y % 6 * 6 * V.width, V.width)
    }
    transformLine(0)
    transformLine(1)
    var to = target
    var row = 0
    while row < rows {
        for y in 4 * row + 2..<4 * row + 6 { transformLine(y) }
        for column in 0..<6 {
            @inline(__always) func element(_ i: Int) -> V {
                V.load(scratch + ((4 * row + i) % 6 * 6 + column) * V.width)
            }
            let line = (element(0), element(1), element(2), element(3), element(4), element(5))
            V.store(V.gathered(line), to + column * stride, 6 * stride)
        }
        to += columns
        row += 1
    }
}

/// A over the columns of a tile's gradients, then over its rows.
@inline(__always)
func transformGradientOfFour<V: WinogradLane>(
    _: V.Type, _ lines: ImageLines, _ rows: Int, _ columns: Int, _ target: UnsafeMutablePointer<Float>, _ stride: Int,
    _ scratch: UnsafeMutablePointer<Float>
) {
    var to = target
    var row = 0
    while row < rows {
        for y in 0..<4 {
            V.store(V.spread(V.loadFourths(lines[4 * row + y])), scratch + y * 6 * V.width, V.width)
        }
        for column in 0..<6 {
            @inline(__always) func element(_ i: Int) -> V { V.load(scratch + (i * 6 + column) * V.width) }
            let line = V.spread((element(0), element(1), element(2), element(3)))
            V.store(line, to + column * stride, 6 * stride)
        }
        to += columns
        row += 1
    }
}

/// Aᵀ m A + bias
@inline(__always)
func transformOutputOfFour<V: WinogradLane>(
    _: V.Type, _ products: UnsafePointer<Float>, _ stride: Int, _ columns: Int, _ bias: Float, _ image: OutputImage
) {
    let bias = V(bias)
    // Behind what the image needs for a row.
    let scratch = image.scratch + 4 * V.width
    var from = products
    var row = 0
    while row < image.height {
        for column in 0..<6 {
            @inline(__always) func element(_ i: Int) -> V { V.load(from + (6 * i + column) * stride) }
            let y = V.combined((element(0), element(1), element(2), element(3), element(4), element(5)))
            let to = scratch + column * V.width
            y.0.store(to)
            y.1.store(to + 6 * V.width)
            y.2.store(to + 12 * V.width)
            y.3.store(to + 18 * V.width)
        }
        for line in 0..<min(4, image.height - row) {
            @inline(__always) func element(_ j: Int) -> V { V.load(scratch + (6 * line + j) * V.width) }
            let y = V.combined((element(0), element(1), element(2), element(3), element(4), element(5)))
            image.write((y.0 + bias, y.1 + bias, y.2 + bias, y.3 + bias), row: row + line)
        }
        from += columns
        row += 4
    }
}
