/// A convolution as products of packed weights with columns that are read in a padded copy of the image.
///
/// A task has one band of outputs of one group, and some filters where there are few bands. Where rows of outputs are not
/// as long as the copy's, each is a product of its own if it fills registers as well; if not, the band's products go to a
/// block with the grid's columns first.
struct GridConvolution<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let grid: WindowGrid
    let kernels: FloatingGemmKernels<Scalar>
    /// A group's filters.
    let rows: PackedRows<Scalar>
    /// Filters of a task, and how many tasks those of a group make.
    let filterCount: Int
    let filterParts: Int
    /// Whether each row of outputs is a product.
    private let isByRow: Bool

    /// What writing columns out and copying outputs to their images takes, for one product of an output: measured.
    static func columnCost(_ shape: ConvolutionShape) -> Double {
        4 / Double(shape.groupFilters) + 8 / Double(shape.filterSize)
    }

    /// Whether it is faster than columns of several images side by side.
    static func pays(_ shape: ConvolutionShape) -> Bool {
        // Columns are counted up to a register.
        let columns = (WindowGrid.columns(shape, rows: shape.output.y) + 7) / 8 * 8
        return Double(columns) <= Double(shape.output.y * shape.output.z) * (1 + columnCost(shape))
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        kernels = Scalar.gemmKernels(Kernels.current)
        let (height, size) = (kernels.blocking.tileRows, MemoryLayout<Scalar>.stride)
        rows = PackedRows(m: shape.groupFilters, k: shape.filterSize)
        // Four tasks a thread, where each has some 500,000 products to sum.
        let wanted = numThreads == 1 ? 1 : min(4 * numThreads, max(1, shape.multiplyAdds >> 19))
        var bandRows = WindowGrid.bandRows(
            shape, channels: shape.groupChannels, others: min(shape.groupFilters, 128),
            fewest: 4 * kernels.blocking.tileColumns, elementSize: size)
        let others = shape.images * shape.groups * shape.output.x
        let fewest = max(1, 4 * kernels.blocking.tileColumns / shape.output.z)
        let bands = min((wanted + others - 1) / others, (shape.output.y + fewest - 1) / fewest)
        bandRows = min(bandRows, (shape.output.y + bands - 1) / bands)
        grid = WindowGrid(shape, channels: shape.groupChannels, bandRows: bandRows)
        let parts = min((wanted + grid.bandCount * shape.groups - 1) / (grid.bandCount * shape.groups), 8)
        filterCount = max(2 * height, ((shape.groupFilters + parts - 1) / parts + height - 1) / height * height)
        filterParts = (shape.groupFilters + filterCount - 1) / filterCount
        isByRow = !grid.isDense && (shape.output.z + 15) / 16 * 16 <= grid.rowLength
    }

    /// Whether products go to their places.
    private var isDirect: Bool { grid.isDense || isByRow }

    /// Elements from one row of a block of products to the next.
    private var blockStride: Int {
        let width = kernels.blocking.tileColumns
        return (grid.columns(rows: grid.bandRows) + width - 1) / width * width
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, packed: UnsafePointer<Scalar>?,
        bias: UnsafePointer<Scalar>?, into y: UnsafeMutablePointer<Scalar>
    ) {
        withScratch(byteCount: shape.filterSize * MemoryLayout<Int>.stride) { offsets in
            let offsets = offsets.assumingMemoryBound(to: Int.self)
            grid.writeOffsets(into: offsets)
            withPackedFilters(packed, count: packedCount, { pack(w, into: $0) }) {
                multiply(x, $0, offsets, bias: bias, into: y)
            }
        }
    }

    /// Elements of all packed weights.
    var packedCount: Int { shape.groups * rows.elementCount }

    /// Packs the weights.
    func pack(_ w: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
        rows.pack(filters: w, groups: shape.groups, into: target)
    }

    private func multiply(
        _ x: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>,
        bias: UnsafePointer<Scalar>?, into y: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let tasks = grid.bandCount * shape.groups * filterParts
        let grain = max(1, (1 << 18) * tasks / max(1, shape.multiplyAdds))
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: grid.copySize(tileColumns: kernels.blocking.tileColumns) * size) { copy in
                let copy = copy.assumingMemoryBound(to: Scalar.self)
                withScratch(byteCount: isDirect ? 64 : filterCount * blockStride * size) { block in
                    let work = Workspace(
                        packed: packed, offsets: offsets, copy: copy, block: block.assumingMemoryBound(to: Scalar.self))
                    for task in range { run(task, x, bias, work, into: y) }
                }
            }
        }
    }

    /// Weights and offsets, which all tasks share, and the memory of one thread.
    private struct Workspace {
        let packed: UnsafePointer<Scalar>
        let offsets: UnsafePointer<Int>
        let copy: UnsafeMutablePointer<Scalar>
        /// A band's products with the grid's columns, where they do not go to their places.
        let block: UnsafeMutablePointer<Scalar>
    }

    private func run(
        _ task: Int, _ x: UnsafePointer<Scalar>, _ bias: UnsafePointer<Scalar>?, _ work: Workspace,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let (index, part) = task.quotientAndRemainder(dividingBy: filterParts)
        let (bandIndex, group) = index.quotientAndRemainder(dividingBy: shape.groups)
        let band = grid.band(bandIndex)
        grid.copy(
            x + shape.inputOffset(image: band.image, group: group), channels: shape.groupChannels, band,
            into: work.copy)
        let first = part * filterCount
        let filters = first..<min(shape.groupFilters, first + filterCount)
        let target =
            y + shape.outputOffset(band, group: group) + first * shape.outputPlane
        let epilogue = Epilogue(rowBias: bias.map { $0 + group * shape.groupFilters + first })
        multiply(
            filters, band, work.packed + group * rows.elementCount, work, epilogue,
            into: isDirect ? target : work.block, isDirect ? shape.outputPlane : blockStride)
        if isDirect { return }
        for filter in 0..<filters.count {
            grid.writeOutputs(
                work.block + filter * blockStride, rows: band.rows, into: target + filter * shape.outputPlane)
        }
    }

    /// The products of a band with some filters of a group, in blocks of filters that stay in the cache.
    private func multiply(
        _ filters: Range<Int>, _ band: Band, _ packed: UnsafePointer<Scalar>, _ work: Workspace,
        _ epilogue: Epilogue<Scalar>, into target: UnsafeMutablePointer<Scalar>, _ stride: Int
    ) {
        let columns = isByRow ? shape.output.z : grid.columns(rows: band.rows)
        for row in 0..<(isByRow ? band.rows : 1) {
            for index in 0..<rows.blocks.count {
                let b = RowsOfB(
                    base: UnsafePointer(work.copy) + row * grid.rowLength,
                    offsets: work.offsets + rows.blocks[index].start)
                rows.multiply(
                    packed, rows: filters, block: index, b, columns: columns, epilogue,
                    into: target + row * shape.output.z, ldc: stride)
            }
        }
    }
}
