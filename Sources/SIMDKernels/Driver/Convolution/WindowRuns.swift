/// Output pixels of one image that lie next to each other in an output row, or a part of such a row.
struct PixelRun {
    /// The image, counted from the block's first one.
    var image: Int
    /// The output place of the first pixel: depth, height, width.
    var place: SIMD3<Int>
    var count: Int
    /// The column of the first pixel in the block.
    var column: Int
}

/// Elements that follow each other in the columns, and where they come from.
struct ColumnRun {
    /// The panel of columns, and the column in it.
    var panel: Int
    var lane: Int
    var count: Int
    /// The offset of the first element in a channel of the block's first image; -1 for zeros.
    var source: Int
}

extension ConvolutionShape {
    /// The runs of output pixels `range`, which are counted through the images from the first one on.
    func pixelRuns(_ range: Range<Int>) -> [PixelRun] {
        var runs: [PixelRun] = []
        var pixel = range.lowerBound
        while pixel < range.upperBound {
            let (image, inImage) = pixel.quotientAndRemainder(dividingBy: outputPlane)
            let (row, x) = inImage.quotientAndRemainder(dividingBy: output.z)
            let (z, y) = row.quotientAndRemainder(dividingBy: output.y)
            let count = min(output.z - x, range.upperBound - pixel)
            runs.append(
                PixelRun(image: image, place: SIMD3(z, y, x), count: count, column: pixel - range.lowerBound))
            pixel += count
        }
        return runs
    }

    /// The taps' offsets in the window, in the order of the weights.
    func forEachTap(_ body: (_ index: Int, _ tap: SIMD3<Int>) -> Void) {
        var index = 0
        for z in 0..<kernel.x {
            for y in 0..<kernel.y {
                for x in 0..<kernel.z {
                    body(index, SIMD3(z, y, x))
                    index += 1
                }
            }
        }
    }

    /// Calls `body` with the part of a run that lies inside the image for a tap: how many pixels come before it, how
    /// many it has, and the offset of its first element in a channel of the block's first image.
    @inline(__always)
    func insidePart(
        of run: PixelRun, tap: SIMD3<Int>, _ body: (_ before: Int, _ count: Int, _ source: Int) -> Void
    ) {
        let first = run.place &* stride &- padding &+ tap &* dilation
        if first.x < 0 || first.x >= input.x || first.y < 0 || first.y >= input.y { return body(run.count, 0, 0) }
        let inside = insideRange(from: first.z, count: run.count)
        let row = run.image * channels * inputPlane + (first.x * input.y + first.y) * input.z
        body(inside.lowerBound, inside.count, row + first.z + inside.lowerBound * stride.z)
    }

    /// Which of the places `first`, `first + stride`, … of a row lie inside the image, of `count`.
    @inline(__always)
    func insideRange(from first: Int, count: Int) -> Range<Int> {
        PinionSIMDKernels.insideRange(from: first, step: stride.z, count: count, size: input.z)
    }

    /// The runs of a row of columns for one tap, cut at the borders of panels of `width` columns.
    func columnRuns(_ pixels: [PixelRun], tap: SIMD3<Int>, width: Int, into runs: inout [ColumnRun]) {
        runs.removeAll(keepingCapacity: true)
        for run in pixels {
            insidePart(of: run, tap: tap) { before, count, source in
                add(run.column, before, -1, width, &runs)
                add(run.column + before, count, source, width, &runs)
                add(run.column + before + count, run.count - before - count, -1, width, &runs)
            }
        }
    }

    @inline(__always)
    private func add(_ column: Int, _ count: Int, _ source: Int, _ width: Int, _ runs: inout [ColumnRun]) {
        var (column, count, source) = (column, count, source)
        while count > 0 {
            let (panel, lane) = column.quotientAndRemainder(dividingBy: width)
            let part = min(count, width - lane)
            if source < 0, let last = runs.last, last.source < 0, last.panel == panel, last.lane + last.count == lane {
                runs[runs.count - 1].count += part
            } else {
                runs.append(ColumnRun(panel: panel, lane: lane, count: part, source: source))
            }
            column += part
            count -= part
            if source >= 0 { source += part * stride.z }
        }
    }
}

/// Which of the places `first`, `first + step`, … lie in a dimension of `size`, of `count`.
@inline(__always)
func insideRange(from first: Int, step: Int, count: Int, size: Int) -> Range<Int> {
    let start = first >= 0 ? 0 : min(count, (step - 1 - first) / step)
    let end = size <= first ? 0 : min(count, (size - first + step - 1) / step)
    return start..<max(start, end)
}
