/// A convolution of groups with few channels and filters, whose products have too few rows for tiles: the sums of a row
/// of outputs are held in registers while all elements of a filter are added.
struct DepthwiseConvolution<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    private let grid: WindowGrid
    private let kernels: FloatingGemmKernels<Scalar>
    /// Whether each row of outputs is a call; short rows are one with the grid's columns between them.
    private let isByRow: Bool

    static func pays(_ shape: ConvolutionShape) -> Bool {
        shape.groups > 1 && shape.groupChannels * shape.groupFilters <= 4
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        kernels = Scalar.gemmKernels(Kernels.current)
        // The copy and the sums of a band stay in the first-level cache.
        let rows = max(1, 2048 / max(1, WindowGrid.columns(shape, rows: 1) * shape.groupChannels))
        grid = WindowGrid(shape, channels: shape.groupChannels, bandRows: min(shape.output.y, rows))
        isByRow = shape.output.z >= kernels.blocking.tileColumns && !grid.isDense
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let tasks = grid.bandCount * shape.groups
        withScratch(byteCount: shape.filterSize * MemoryLayout<Int>.stride) { offsets in
            let offsets = offsets.assumingMemoryBound(to: Int.self)
            grid.writeOffsets(into: offsets)
            parallelFor(0..<tasks, grain: max(1, (1 << 18) * tasks / max(1, shape.multiplyAdds))) { range in
                let copySize = grid.copySize(tileColumns: 0)
                withScratch(byteCount: (copySize + grid.columns(rows: grid.bandRows)) * size) { memory in
                    let copy = memory.assumingMemoryBound(to: Scalar.self)
                    for task in range { run(task, x, w, bias, offsets, copy, copy + copySize, into: y) }
                }
            }
        }
    }

    private func run(
        _ task: Int, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ bias: UnsafePointer<Scalar>?,
        _ offsets: UnsafePointer<Int>, _ copy: UnsafeMutablePointer<Scalar>, _ sums: UnsafeMutablePointer<Scalar>,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let (index, group) = task.quotientAndRemainder(dividingBy: shape.groups)
        let band = grid.band(index)
        grid.copy(
            x + shape.inputOffset(image: band.image, group: group), channels: shape.groupChannels, band, into: copy)
        for number in 0..<shape.groupFilters {
            let filter = group * shape.groupFilters + number
            let target = y + ((band.image * shape.filters + filter) * shape.outputPlane + grid.outputOffset(band))
            let weights = w + filter * shape.filterSize
            func sum(_ count: Int, _ source: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
                kernels.rowTimesGathered(
                    count, shape.filterSize, weights, offsets, source, target, bias?[filter] ?? 0)
            }
            if isByRow {
                for row in 0..<band.rows {
                    sum(shape.output.z, copy + row * grid.rowLength, into: target + row * shape.output.z)
                }
            } else if grid.isDense {
                sum(grid.columns(rows: band.rows), copy, into: target)
            } else {
                sum(grid.columns(rows: band.rows), copy, into: sums)
                grid.writeOutputs(sums, rows: band.rows, into: target)
            }
        }
    }
}
