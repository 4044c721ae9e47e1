/// Filters as panels the micro-kernel reads as B: a row for each tap and channel of a group, a column for each filter.
/// Some taps' rows of some channels are a block, whose products are summed before C is written.
struct ChannelsLastFilters<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    private let kernels: FloatingGemmKernels<Scalar>
    /// The taps of blocks, and their channels.
    let taps: KBlocks
    let channels: KBlocks

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        kernels = Scalar.gemmKernels(Kernels.current)
        channels = KBlocks(shape.groupChannels, depth: kernels.blocking.depth)
        // Rows of B come from the second-level cache as fast as a tile takes them: longer sums are faster.
        taps = KBlocks(shape.taps, depth: max(1, 2 * kernels.blocking.depth / channels.length))
    }

    private var width: Int { kernels.blocking.tileColumns }
    private var panelCount: Int { (shape.groupFilters + width - 1) / width }
    private var groupSize: Int { shape.filterSize * panelCount * width }
    /// Elements of all groups.
    var elementCount: Int { shape.groups * groupSize }

    /// Where the panels of a block begin, the one with `filter` first.
    private func offset(
        group: Int, _ taps: (start: Int, length: Int), _ channels: (start: Int, length: Int), filter: Int
    ) -> Int {
        let rows = taps.start * shape.groupChannels + taps.length * channels.start
        return group * groupSize + rows * panelCount * width + filter * taps.length * channels.length
    }

    func pack(_ w: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
        let most = max(1, 256 / shape.taps)
        let grain = max(1, (1 << 15) / (width * shape.filterSize))
        parallelFor(0..<shape.groups * panelCount, grain: grain) { range in
            withScratch(byteCount: most * shape.taps * width * MemoryLayout<Scalar>.stride) { scratch in
                let scratch = scratch.assumingMemoryBound(to: Scalar.self)
                for task in range {
                    let (group, panel) = task.quotientAndRemainder(dividingBy: panelCount)
                    for index in 0..<channels.count {
                        let block = channels[index]
                        for first in stride(from: block.start, to: block.start + block.length, by: most) {
                            let part = first..<min(first + most, block.start + block.length)
                            pack(w, group: group, filter: panel * width, block, part, scratch, into: target)
                        }
                    }
                }
            }
        }
    }

    /// Some channels of a panel, which stay in the first-level cache on their way from rows with the taps of a channel
    /// side by side to rows with the channels of a tap side by side.
    private func pack(
        _ w: UnsafePointer<Scalar>, group: Int, filter: Int, _ block: (start: Int, length: Int), _ part: Range<Int>,
        _ scratch: UnsafeMutablePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>
    ) {
        kernels.packColumns(
            min(width, shape.groupFilters - filter), part.count * shape.taps,
            w + ((group * shape.groupFilters + filter) * shape.filterSize + part.lowerBound * shape.taps),
            shape.filterSize, 1, scratch)
        for tap in 0..<shape.taps {
            let taps = self.taps[tap / self.taps.length]
            let row = (tap - taps.start) * block.length + part.lowerBound - block.start
            Scalar.copyKernels(Kernels.current).plane(
                part.count, width, scratch + tap * width, shape.taps * width, 1,
                target + offset(group: group, taps, block, filter: filter) + row * width, width, 1)
        }
    }

    /// C[outputs, filters] = columns · filters, for the outputs whose places are at `offsets`.
    ///
    /// - Parameters:
    ///   - filters: from the first of a panel on.
    ///   - rows: places of `ChannelsLastRows`.
    ///   - offsets: of each output, tap after tap.
    func multiply(
        _ packed: UnsafePointer<Scalar>, group: Int, filters: Range<Int>, rows: UnsafePointer<Scalar>,
        offsets: UnsafePointer<Int>, outputs: Int, bias: UnsafePointer<Scalar>?,
        into c: UnsafeMutablePointer<Scalar>, ldc: Int
    ) {
        for index in 0..<taps.count * channels.count {
            let (taps, block) = (self.taps[index / channels.count], channels[index % channels.count])
            let isLast = index == self.taps.count * channels.count - 1
            let operands = BlockOperands(
                a: rows + block.start, aRow: 0, aColumn: 1, aPanel: 0,
                b: packed + offset(group: group, taps, block, filter: filters.lowerBound), bRow: width,
                bPanel: width * taps.length * block.length, aOffsets: offsets + taps.start * outputs,
                aPieces: taps.length, aOffsetRow: outputs)
            kernels.gatheredTimesPacked(
                outputs, filters.count, block.length, operands, c, ldc,
                Epilogue(accumulates: index > 0, columnBias: isLast ? bias : nil))
        }
    }
}
