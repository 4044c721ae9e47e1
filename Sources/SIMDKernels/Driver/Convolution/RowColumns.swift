/// Rows of outputs that are computed at a time, counted through images and depths: a block of them may begin and end in
/// any image.
struct OutputRowBlocks {
    let shape: ConvolutionShape
    /// Rows of a block; the last may have fewer.
    let length: Int

    private var total: Int { shape.images * shape.output.x * shape.output.y }
    var count: Int { (total + length - 1) / length }
    subscript(index: Int) -> Range<Int> { index * length..<min(total, (index + 1) * length) }

    /// - Parameter most: outputs a block may have, unless a row has more.
    init(_ shape: ConvolutionShape, most: Int) {
        self.shape = shape
        let most = max(1, min(shape.images * shape.output.x * shape.output.y, most / max(1, shape.output.z)))
        // Outputs fill registers of sixteen.
        var best = most
        func filled(_ rows: Int) -> Int { (rows * shape.output.z + 15) / 16 * 16 }
        for rows in stride(from: most - 1, through: (most + 1) / 2, by: -1)
        where filled(rows) * best < filled(best) * rows {
            best = rows
        }
        length = best
    }

    /// The first of the rows, where they all lie in one image: its outputs follow each other.
    func startInOneImage(_ rows: Range<Int>) -> Band? {
        let imageRows = shape.output.x * shape.output.y
        let image = rows.lowerBound / imageRows
        guard rows.upperBound <= (image + 1) * imageRows else { return nil }
        let (depth, row) = (rows.lowerBound - image * imageRows).quotientAndRemainder(dividingBy: shape.output.y)
        return Band(image: image, depth: depth, firstRow: row, rows: rows.count)
    }

    /// Calls `body` with the rows of each image and depth, and the column of the first output of them.
    func forEachBand(_ rows: Range<Int>, _ body: (_ band: Band, _ column: Int) -> Void) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let (slice, first) = row.quotientAndRemainder(dividingBy: shape.output.y)
            let (image, depth) = slice.quotientAndRemainder(dividingBy: shape.output.x)
            let count = min(shape.output.y - first, rows.upperBound - row)
            body(
                Band(image: image, depth: depth, firstRow: first, rows: count),
                (row - rows.lowerBound) * shape.output.z)
            row += count
        }
    }
}

/// The columns of a block of output rows: element (r, j) is what output j multiplies with element r of a filter.
///
/// Rows of outputs follow each other in a row of columns, and each is a row of the image: every so many elements of it,
/// with zeros where the window lies outside.
struct RowColumns<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    let blocks: OutputRowBlocks

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        // With as many rows of columns as a product takes at a time they stay in the second-level cache.
        blocks = OutputRowBlocks(shape, most: 1792 / MemoryLayout<Scalar>.stride)
    }

    /// Elements from one row of columns to the next: a product may read a whole tile, kernels write whole registers, and
    /// rows begin in different sets of the cache.
    var stride: Int { (blocks.length * shape.output.z + 31) / 32 * 32 + 16 }

    /// Writes the columns of some rows of outputs for some channels of a group, the first channel's first.
    ///
    /// - Parameter x: all images.
    func fill(
        _ x: UnsafePointer<Scalar>, group: Int, rows: Range<Int>, channels: Range<Int>,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        let kernels = Scalar.windowKernels(Kernels.current)
        blocks.forEachBand(rows) { band, column in
            let taps = shape.insideRows(band)
            let image = x + shape.inputOffset(image: band.image, group: group)
            var to = target + column
            for channel in channels {
                for tap in taps {
                    tap.write(image + channel * shape.inputPlane, kernels, into: to)
                    to += stride
                }
            }
        }
    }
}
