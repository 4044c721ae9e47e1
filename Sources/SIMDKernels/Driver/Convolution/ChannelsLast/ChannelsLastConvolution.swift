/// A convolution as products of places, channels side by side, with packed filters: the outputs are rows of the product,
/// so however short their rows are, no lane is left unfilled.
///
/// A task has a band of outputs of one group, and some filters where there are few bands.
struct ChannelsLastConvolution<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    private let filters: ChannelsLastFilters<Scalar>
    private let rows: ChannelsLastRows<Scalar>
    /// Filters of a task, and how many tasks those of a group make.
    private let filterCount: Int
    private let filterParts: Int

    /// Whether it is faster than columns; measured.
    static func pays(_ shape: ConvolutionShape) -> Bool {
        let (channels, filters) = (shape.groupChannels, shape.groupFilters)
        guard shape.taps > 1, min(channels, filters) >= 16, channels * filters >= 512 else { return false }
        // A grid reads its columns where they lie: with few columns that nobody asked for it is faster.
        let columns = (WindowGrid.columns(shape, rows: shape.output.y) + 15) / 16 * 16
        return shape.stride.z > 1 || 20 * columns > 21 * shape.output.y * shape.output.z
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        filters = ChannelsLastFilters(shape)
        rows = ChannelsLastRows(shape)
        // Two tasks a thread, where each has some 500,000 products to sum: each task changes the order of its rows again.
        let wanted = numThreads == 1 ? 1 : min(2 * numThreads, max(1, shape.multiplyAdds >> 19))
        let bands = rows.bands.count * shape.groups
        let parts = (wanted + bands - 1) / bands
        let width = Scalar.gemmKernels(Kernels.current).blocking.tileColumns
        filterCount = ((shape.groupFilters + parts - 1) / parts + width - 1) / width * width
        filterParts = (shape.groupFilters + filterCount - 1) / filterCount
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, packed: UnsafePointer<Scalar>?,
        bias: UnsafePointer<Scalar>?, into y: UnsafeMutablePointer<Scalar>
    ) {
        withPackedFilters(packed, count: filters.elementCount, { filters.pack(w, into: $0) }) {
            multiply(x, $0, bias: bias, into: y)
        }
    }

    /// The memory of one thread.
    private struct Workspace {
        let rows: UnsafeMutablePointer<Scalar>
        let products: UnsafeMutablePointer<Scalar>
        let offsets: UnsafeMutablePointer<Int>
        let scratch: UnsafeMutableRawPointer
    }

    /// Elements from one output's products to the next's, which are in other sets of the cache.
    private var productStride: Int { filterCount + 16 }

    private func multiply(
        _ x: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let tasks = rows.bands.count * shape.groups * filterParts
        let grain = max(1, (1 << 18) * tasks / max(1, shape.multiplyAdds))
        let offsetBytes = shape.taps * rows.outputs * MemoryLayout<Int>.stride
        let elements = rows.elementCount + rows.outputs * productStride
        let bytes = CopyEntries.scratchBytes + offsetBytes + elements * MemoryLayout<Scalar>.stride
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: bytes) { memory in
                let offsets = memory + CopyEntries.scratchBytes
                let places = (offsets + offsetBytes).assumingMemoryBound(to: Scalar.self)
                let work = Workspace(
                    rows: places, products: places + rows.elementCount,
                    offsets: offsets.assumingMemoryBound(to: Int.self), scratch: memory)
                for task in range { run(task, x, packed, bias: bias, work, into: y) }
            }
        }
    }

    private func run(
        _ task: Int, _ x: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
        _ work: Workspace, into y: UnsafeMutablePointer<Scalar>
    ) {
        let (index, part) = task.quotientAndRemainder(dividingBy: filterParts)
        let (number, group) = index.quotientAndRemainder(dividingBy: shape.groups)
        let band = rows.bands[number]
        let outputs = band.rows * shape.output.z
        rows.fill(x, group: group, band, work.scratch, into: work.rows)
        rows.writeOffsets(band, into: work.offsets)
        let first = part * filterCount
        let columns = first..<min(shape.groupFilters, first + filterCount)
        filters.multiply(
            packed, group: group, filters: columns, rows: work.rows, offsets: work.offsets, outputs: outputs,
            bias: bias.map { $0 + group * shape.groupFilters + first }, into: work.products, ldc: productStride)
        Scalar.copyKernels(Kernels.current).transpose(
            outputs, columns.count, work.products, productStride,
            y + shape.outputOffset(band, group: group) + first * shape.outputPlane, shape.outputPlane, work.scratch)
    }
}
