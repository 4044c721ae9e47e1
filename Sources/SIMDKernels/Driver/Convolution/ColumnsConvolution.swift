/// A convolution as products of packed filters with columns that are written out, of rows of outputs of any images.
///
/// A task has a block of rows of outputs of one group, and some filters where there are few blocks. Columns are made for
/// as many channels as a product takes at a time.
struct ColumnsConvolution<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    private let columns: RowColumns<Scalar>
    private let kernels: FloatingGemmKernels<Scalar>
    /// A group's filters.
    private let rows: PackedRows<Scalar>
    /// Filters of a task, and how many tasks those of a group make.
    private let filterCount: Int
    private let filterParts: Int

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        kernels = Scalar.gemmKernels(Kernels.current)
        rows = PackedRows(m: shape.groupFilters, k: shape.filterSize, unit: shape.taps)
        columns = RowColumns(shape)
        // Two tasks a thread, where each has some 500,000 products to sum: each task makes its columns again.
        let wanted = numThreads == 1 ? 1 : min(2 * numThreads, max(1, shape.multiplyAdds >> 19))
        let blocks = columns.blocks.count * shape.groups
        let parts = (wanted + blocks - 1) / blocks
        let height = kernels.blocking.tileRows
        filterCount = max(2 * height, ((shape.groupFilters + parts - 1) / parts + height - 1) / height * height)
        filterParts = (shape.groupFilters + filterCount - 1) / filterCount
    }

    /// Elements of all packed weights.
    var packedCount: Int { shape.groups * rows.elementCount }

    /// Packs the weights.
    func pack(_ w: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
        rows.pack(filters: w, groups: shape.groups, into: target)
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, packed: UnsafePointer<Scalar>?,
        bias: UnsafePointer<Scalar>?, into y: UnsafeMutablePointer<Scalar>
    ) {
        withPackedFilters(packed, count: packedCount, { pack(w, into: $0) }) {
            multiply(x, $0, bias: bias, into: y)
        }
    }

    /// The memory of one thread.
    private struct Workspace {
        let columns: UnsafeMutablePointer<Scalar>
        /// Products with rows of several images.
        let products: UnsafeMutablePointer<Scalar>
    }

    private func multiply(
        _ x: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let tasks = columns.blocks.count * shape.groups * filterParts
        let grain = max(1, (1 << 18) * tasks / max(1, shape.multiplyAdds))
        let columnSize = rows.blocks.length * columns.stride
        let count = columnSize + filterCount * columns.stride
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: count * MemoryLayout<Scalar>.stride) { memory in
                let memory = memory.assumingMemoryBound(to: Scalar.self)
                let work = Workspace(columns: memory, products: memory + columnSize)
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
        let outputRows = columns.blocks[number]
        let first = part * filterCount
        let filters = first..<min(shape.groupFilters, first + filterCount)
        let epilogue = Epilogue(rowBias: bias.map { $0 + group * shape.groupFilters + first })
        let offset = first * shape.outputPlane
        let start = columns.blocks.startInOneImage(outputRows)
        let target = start.map { y + shape.outputOffset($0, group: group) + offset } ?? work.products
        let targetRow = start == nil ? columns.stride : shape.outputPlane
        for index in 0..<rows.blocks.count {
            let block = rows.blocks[index]
            let channels = block.start / shape.taps..<(block.start + block.length) / shape.taps
            columns.fill(x, group: group, rows: outputRows, channels: channels, into: work.columns)
            rows.multiply(
                packed + group * rows.elementCount, rows: filters, block: index,
                RowsOfB(base: UnsafePointer(work.columns), stride: columns.stride),
                columns: outputRows.count * shape.output.z, epilogue, into: target, ldc: targetRow)
        }
        if start != nil { return }
        columns.blocks.forEachBand(outputRows) { band, column in
            Scalar.copyKernels(Kernels.current).plane(
                filters.count, band.rows * shape.output.z, work.products + column, columns.stride, 1,
                y + shape.outputOffset(band, group: group) + offset, shape.outputPlane, 1)
        }
    }
}
