/// Outputs of one depth as a grid whose rows are as long as the rows of a copy of the image with its padding written
/// out: element (row, x) of a tap is then one offset further for every output, so a product reads its columns in the
/// copy and nothing is gathered. Between two rows of outputs lie a few columns that nobody asked for.
///
/// With stride s the copy has a plane for each remainder by s, a phase, in which neighbouring outputs read neighbours. A
/// dense grid has a plane for each column of the window instead, and no columns that nobody asked for.
struct WindowGrid {
    let shape: ConvolutionShape
    /// Channels that are copied at a time.
    let channels: Int
    /// Output rows of a band, of one depth each; the last band of a depth may have fewer.
    let bandRows: Int
    /// Whether the grid's columns are the outputs.
    let isDense: Bool
    /// Phases along height, and phases or columns of the window along width.
    let phases: (y: Int, x: Int)
    private let splitsColumns: Bool
    /// Sizes of a phase.
    let height: Int
    let rowLength: Int

    /// - Parameter isDense: whether it is to be, where it is not anyway.
    init(_ shape: ConvolutionShape, channels: Int, bandRows: Int, isDense: Bool = false) {
        self.shape = shape
        self.channels = channels
        self.bandRows = bandRows
        let last = (shape.kernel &- .one) &* shape.dilation
        let length = Self.rowLength(shape)
        self.isDense = isDense || length == shape.output.z
        splitsColumns = isDense && length > shape.output.z
        phases = (min(shape.stride.y, last.y + 1), splitsColumns ? shape.kernel.z : min(shape.stride.z, last.z + 1))
        height = bandRows + last.y / shape.stride.y
        rowLength = splitsColumns ? shape.output.z : length
    }

    private static func rowLength(_ shape: ConvolutionShape) -> Int {
        shape.output.z + (shape.kernel.z - 1) * shape.dilation.z / shape.stride.z
    }

    /// Columns from a band's first output to its last.
    func columns(rows: Int) -> Int { (rows - 1) * rowLength + shape.output.z }

    static func columns(_ shape: ConvolutionShape, rows: Int) -> Int {
        (rows - 1) * rowLength(shape) + shape.output.z
    }

    private var phaseSize: Int { height * rowLength }
    private var sliceSize: Int { phases.y * phases.x * phaseSize }
    /// Elements from one channel to the next.
    private var channelSize: Int { isImage ? shape.inputPlane : shape.kernel.x * sliceSize }
    /// Whether the image itself will do as the copy, as far as nothing reads behind its last column.
    var isImage: Bool { shape.isPointwise }
    /// Elements of the copy, with what a tile may read behind the last column, and a register that is written there.
    func copySize(tileColumns: Int) -> Int { channels * channelSize + max(16, tileColumns) }

    /// Where the elements of a filter begin in the copy, for the first output of a band.
    func writeOffsets(into target: UnsafeMutablePointer<Int>) {
        shape.forEachTap { index, tap in
            let y = (tap.y * shape.dilation.y).quotientAndRemainder(dividingBy: shape.stride.y)
            var x = (tap.z * shape.dilation.z).quotientAndRemainder(dividingBy: shape.stride.z)
            if splitsColumns { x = (0, tap.z) }
            let phase = y.remainder * phases.x + x.remainder
            let offset = tap.x * sliceSize + phase * phaseSize + y.quotient * rowLength + x.quotient
            for channel in 0..<channels { target[channel * shape.taps + index] = channel * channelSize + offset }
        }
    }

    /// Copies what a band reads of `channels` channels, the first of which begins at `image`.
    func copy<Scalar: GemmScalar>(
        _ image: UnsafePointer<Scalar>, channels: Int, _ band: Band, into target: UnsafeMutablePointer<Scalar>
    ) {
        let kernels = Scalar.windowKernels(Kernels.current)
        let planes = planes(band)
        for channel in 0..<channels {
            var to = target + channel * channelSize
            for plane in planes {
                plane.write(image + channel * shape.inputPlane, kernels, into: to)
                to += phaseSize
            }
        }
    }

    /// What a band reads for each plane of a channel's copy.
    private func planes(_ band: Band) -> [InsideRows] {
        var planes: [InsideRows] = []
        let first = SIMD3(band.depth, band.firstRow, 0) &* shape.stride &- shape.padding
        for tap in 0..<shape.kernel.x {
            for y in 0..<phases.y {
                for x in 0..<phases.x {
                    let place = SIMD3(tap * shape.dilation.x, y, splitsColumns ? x * shape.dilation.z : x)
                    planes.append(
                        InsideRows(
                            shape, first: first &+ place, count: height - bandRows + band.rows, length: rowLength))
                }
            }
        }
        return planes
    }
}

extension WindowGrid {
    private var bands: OutputBands { OutputBands(shape: shape, rows: bandRows) }
    var bandCount: Int { bands.count }
    func band(_ index: Int) -> Band { bands[index] }

    /// Writes rows of outputs without the columns between them.
    func writeOutputs<Scalar: GemmScalar>(
        _ columns: UnsafePointer<Scalar>, rows: Int, into target: UnsafeMutablePointer<Scalar>
    ) {
        for row in 0..<rows {
            copyShort(
                columns + row * rowLength, into: target + row * shape.output.z, count: shape.output.z)
        }
    }

    /// The offset of a band's first output in a channel.
    func outputOffset(_ band: Band) -> Int { (band.depth * shape.output.y + band.firstRow) * shape.output.z }

    /// The most rows, of even bands, for which neither the copy nor `others` elements for each column outgrow the
    /// second-level cache, but at least as many as `fewest` columns take.
    static func bandRows(
        _ shape: ConvolutionShape, channels: Int, others: Int, fewest: Int, elementSize: Int
    ) -> Int {
        let length = rowLength(shape)
        let copied = channels * shape.kernel.x * min(shape.stride.y * shape.stride.z, shape.taps)
        let most = (256 << 10) / (elementSize * length * max(1, max(copied, others)))
        let rows = min(shape.output.y, max(most, (fewest + length - 1) / length))
        let bands = (shape.output.y + rows - 1) / rows
        return (shape.output.y + bands - 1) / bands
    }
}
