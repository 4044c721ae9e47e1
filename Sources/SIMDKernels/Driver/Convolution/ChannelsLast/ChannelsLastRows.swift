import PinionKernelInterface

/// Rows of an image with the channels of a place side by side: what a window reads at one tap is one run of elements, and
/// no output's window is written out. Where a tap lies outside the image it reads a place of zeros.
struct ChannelsLastRows<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    let bands: OutputBands
    /// Elements from one place to the next.
    let placeStride: Int

    /// - Parameter most: outputs a band may have, unless a row has more.
    init(_ shape: ConvolutionShape, most: Int = .max) {
        self.shape = shape
        let size = MemoryLayout<Scalar>.stride
        // Places a multiple of a page apart would push each other out of the first-level cache.
        placeStride = shape.groupChannels + (shape.groupChannels * size % 512 == 0 ? 64 / size : 0)
        // The most rows, in even bands, whose places stay in a quarter of the second-level cache.
        let places = (256 << 10) / (size * shape.groupChannels * shape.kernel.x * shape.input.z)
        var rows = min(shape.output.y, max(1, most / shape.output.z))
        while rows > 1 && Self.height(shape, rows: rows) > places { rows -= 1 }
        let count = (shape.output.y + rows - 1) / rows
        bands = OutputBands(shape: shape, rows: (shape.output.y + count - 1) / count)
    }

    /// Rows of the image from the first to the last that some output rows read.
    private static func height(_ shape: ConvolutionShape, rows: Int) -> Int {
        min(shape.input.y, (rows - 1) * shape.stride.y + (shape.kernel.y - 1) * shape.dilation.y + 1)
    }

    /// Outputs of a band.
    var outputs: Int { bands.rows * shape.output.z }

    /// Elements of a band's rows, of each depth its windows reach.
    var elementCount: Int {
        (1 + shape.kernel.x * Self.height(shape, rows: bands.rows) * shape.input.z) * placeStride
    }

    /// Writes what a band reads, a place of zeros first.
    ///
    /// - Parameters:
    ///   - x: all images.
    ///   - scratch: `CopyEntries.scratchBytes`.
    func fill(
        _ x: UnsafePointer<Scalar>, group: Int, _ band: Band, _ scratch: UnsafeMutableRawPointer,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        let kernels = Scalar.copyKernels(Kernels.current)
        let image = x + shape.inputOffset(image: band.image, group: group)
        target.update(repeating: 0, count: placeStride)
        let rows = inputRows(band)
        let count = rows.count * shape.input.z
        for tap in 0..<shape.kernel.x {
            let depth = band.depth * shape.stride.x - shape.padding.x + tap * shape.dilation.x
            if depth < 0 || depth >= shape.input.x { continue }
            kernels.transpose(
                shape.groupChannels, count, image + (depth * shape.input.y + rows.lowerBound) * shape.input.z,
                shape.inputPlane, target + (1 + tap * count) * placeStride, placeStride, scratch)
        }
    }

    /// Writes where each output of a band reads, for the taps in the order of the weights.
    func writeOffsets(_ band: Band, into target: UnsafeMutablePointer<Int>) {
        let rows = inputRows(band)
        let corner = SIMD3(band.depth, band.firstRow, 0) &* shape.stride &- shape.padding
        var to = target
        shape.forEachTap { _, tap in
            let first = corner &+ tap &* shape.dilation
            let inside = shape.insideRange(from: first.z, count: shape.output.z)
            for row in 0..<band.rows {
                let y = first.y + row * shape.stride.y
                let start = 1 + (tap.x * rows.count + y - rows.lowerBound) * shape.input.z + first.z
                let isInside = 0..<shape.input.x ~= first.x && rows ~= y
                for column in 0..<shape.output.z {
                    let reads = isInside && inside ~= column
                    to[column] = reads ? (start + column * shape.stride.z) * placeStride : 0
                }
                to += shape.output.z
            }
        }
    }

    /// Rows of the image from the first to the last a band reads.
    private func inputRows(_ band: Band) -> Range<Int> {
        let first = band.firstRow * shape.stride.y - shape.padding.y
        let last = first + (band.rows - 1) * shape.stride.y + (shape.kernel.y - 1) * shape.dilation.y
        let start = min(shape.input.y, max(0, first))
        return start..<max(start, min(shape.input.y, last + 1))
    }
}
