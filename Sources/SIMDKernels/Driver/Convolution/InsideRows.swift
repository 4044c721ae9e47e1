/// Rows of an image that some rows of outputs read at one place of the window, with zeros where it lies outside.
struct InsideRows {
    /// Rows of outputs, and the length of each.
    let count: Int
    let length: Int
    /// Rows and columns of outputs for which the place lies inside the image.
    let rows: Range<Int>
    let columns: Range<Int>
    /// The first element inside, in a channel.
    let source: Int
    /// Elements from one row to the next, and from one column to the next.
    let rowStep: Int
    let columnStep: Int

    /// - Parameter first: the place for the first output: depth, height, width.
    init(_ shape: ConvolutionShape, first: SIMD3<Int>, count: Int, length: Int) {
        (self.count, self.length) = (count, length)
        let inside = insideRange(from: first.y, step: shape.stride.y, count: count, size: shape.input.y)
        columns = shape.insideRange(from: first.z, count: length)
        rows = 0..<shape.input.x ~= first.x && !columns.isEmpty ? inside : 0..<0
        let (y, x) = (first.y + rows.lowerBound * shape.stride.y, first.z + columns.lowerBound * shape.stride.z)
        source = (first.x * shape.input.y + y) * shape.input.z + x
        (rowStep, columnStep) = (shape.stride.y * shape.input.z, shape.stride.z)
    }

    /// Writes the rows of a channel one after the other, and up to a register behind the last.
    @inline(__always)
    func write<Scalar: GemmScalar>(
        _ channel: UnsafePointer<Scalar>, _ kernels: WindowEntries<Scalar>, into target: UnsafeMutablePointer<Scalar>
    ) {
        target.update(repeating: 0, count: rows.lowerBound * length)
        if !rows.isEmpty {
            kernels.rows(
                rows.count, length, columns.lowerBound, columns.count, channel + source, rowStep, columnStep,
                target + rows.lowerBound * length, length)
        }
        (target + rows.upperBound * length).update(repeating: 0, count: (count - rows.upperBound) * length)
    }

    /// Adds rows, as `write` writes them, times a factor to the elements of a channel they come from.
    @inline(__always)
    func add<Scalar: GemmScalar>(
        _ source: UnsafePointer<Scalar>, factor: Scalar, _ kernels: WindowEntries<Scalar>,
        into channel: UnsafeMutablePointer<Scalar>
    ) {
        if rows.isEmpty { return }
        kernels.addRows(
            rows.count, columns.count, factor, source + (rows.lowerBound * length + columns.lowerBound), length,
            channel + self.source, rowStep, columnStep)
    }
}

extension ConvolutionShape {
    /// The rows that a band of outputs reads at each tap, in the order of the weights.
    func insideRows(_ band: Band) -> [InsideRows] {
        var taps: [InsideRows] = []
        taps.reserveCapacity(self.taps)
        let first = SIMD3(band.depth, band.firstRow, 0) &* stride &- padding
        forEachTap { _, tap in
            taps.append(InsideRows(self, first: first &+ tap &* dilation, count: band.rows, length: output.z))
        }
        return taps
    }
}
