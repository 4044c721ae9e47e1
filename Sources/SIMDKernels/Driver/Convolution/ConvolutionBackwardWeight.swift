/// The gradient of a convolution by its weights, from its input x and the gradient gy by its output.
///
/// Arrays as in `convolution`. What is summed is cut by the shape alone, so results do not depend on the number of
/// threads.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func convolutionBackwardWeight<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>,
    into gw: UnsafeMutablePointer<Scalar>
) {
    shape.check("convolutionBackwardWeight")
    let count = shape.filters * shape.filterSize
    if count == 0 { return }
    if shape.images * shape.outputPlane == 0 { return gw.update(repeating: 0, count: count) }
    if shape.groupChannels == 1 && shape.groupFilters <= 2 {
        return DepthwiseWeights<Scalar>(shape).run(x, gy, into: gw)
    }
    if Scalar.self == Float.self, let tile = WinogradWeightGradient.tile(shape) {
        return WinogradWeightGradient(shape, tile).run(floats(x), floats(gy), into: floats(gw))
    }
    if DotWeightGradient<Scalar>.pays(shape) {
        return DotWeightGradient<Scalar>(shape).run(x, gy, into: gw)
    }
    WeightGradient(shape, x, gy, gw).run()
}

/// dWᵀ[channels · taps, filters] = columns · dYᵀ, block of outputs by block of outputs: columns are read in a padded copy
/// of the image (see `WindowGrid`) or, where that wastes too much, written out (see `RowColumns`); the block of dY is
/// packed.
///
/// A task has some channels of a group and one share of the blocks; the shares of a weight are added at the end.
struct WeightGradient<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let x: UnsafePointer<Scalar>
    let gy: UnsafePointer<Scalar>
    let gw: UnsafeMutablePointer<Scalar>
    let kernels: FloatingGemmKernels<Scalar>
    let columns: RowColumns<Scalar>
    let grid: WindowGrid?
    /// Channels a task has, and how many tasks those of a group make.
    let channelCount: Int
    let channelParts: Int
    let shares: Int

    init(
        _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>,
        _ gw: UnsafeMutablePointer<Scalar>
    ) {
        (self.shape, self.x, self.gy, self.gw) = (shape, x, gy, gw)
        // Some 512 rows of columns a task: enough for a block of dY to pay for its packing.
        let most = max(1, 512 / shape.taps)
        columns = RowColumns(shape)
        let usesGrid = GridConvolution<Scalar>.pays(shape)
        // Eight tasks where the weights are too many for shares of the blocks, or blocks are few: threads divide few
        // tasks unevenly.
        let size = MemoryLayout<Scalar>.stride
        let weights = shape.filters * shape.filterSize
        let others = shape.groups * (weights * size > 1 << 19 ? 1 : usesGrid ? 8 : columns.blocks.count)
        let fewest = max(1, min(shape.groupChannels, min((8 + others - 1) / others, shape.multiplyAdds >> 20)))
        let parts = max((shape.groupChannels + most - 1) / most, fewest)
        channelCount = (shape.groupChannels + parts - 1) / parts
        channelParts = (shape.groupChannels + channelCount - 1) / channelCount
        kernels = Scalar.gemmKernels(Kernels.current)
        if usesGrid {
            let rows = WindowGrid.bandRows(
                shape, channels: channelCount, others: shape.groupFilters, fewest: kernels.blocking.depth,
                elementSize: size)
            grid = WindowGrid(shape, channels: channelCount, bandRows: rows)
        } else {
            grid = nil
        }
        let blockCount = grid?.bandCount ?? columns.blocks.count
        // Sixteen tasks or more, while each has a million products to sum and the shares stay in the cache.
        let wanted = 16 / (shape.groups * channelParts)
        let worthwhile = min(shape.multiplyAdds >> 20, (2 << 20) / (weights * size))
        shares = max(1, min(wanted, min(worthwhile, blockCount)))
    }

    /// Elements of a share: all weights, each group transposed.
    var shareSize: Int { shape.filters * shape.filterSize }

    func run() {
        let size = MemoryLayout<Scalar>.stride
        withScratch(byteCount: shares * shareSize * size) { scratch in
            let sums = scratch.assumingMemoryBound(to: Scalar.self)
            let tasks = shape.groups * channelParts * shares
            let grain = max(1, (1 << 19) * tasks / max(1, shape.multiplyAdds))
            parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { tasks in
                if let grid { sumBands(tasks, grid, into: sums) } else { sumColumns(tasks, into: sums) }
            }
            for share in 1..<max(1, shares) {
                let part = sums + share * shareSize
                for i in 0..<shareSize { sums[i] += part[i] }
            }
            for group in 0..<shape.groups {
                let offset = group * shape.groupFilters * shape.filterSize
                copy(
                    elementSize: size, sizes: [shape.groupFilters, shape.filterSize], from: sums + offset,
                    strides: [1, shape.groupFilters], into: gw + offset, strides: [shape.filterSize, 1])
            }
        }
    }

    /// Some channels of a group, and a share of the blocks.
    struct Task {
        let group: Int
        let channels: Range<Int>
        let share: Int
        /// Where the task's sums begin.
        let offset: Int

        init(_ gradient: WeightGradient, _ number: Int) {
            let (index, share) = number.quotientAndRemainder(dividingBy: gradient.shares)
            let (group, part) = index.quotientAndRemainder(dividingBy: gradient.channelParts)
            let (shape, count) = (gradient.shape, gradient.channelCount)
            self.share = share
            self.group = group
            channels = part * count..<min(shape.groupChannels, (part + 1) * count)
            let row = group * shape.filterSize + channels.lowerBound * shape.taps
            offset = share * gradient.shareSize + row * shape.groupFilters
        }

        /// The blocks of the share, of `count`.
        func blocks(of count: Int, shares: Int) -> Range<Int> {
            count * share / shares..<count * (share + 1) / shares
        }
    }

    /// Adds the products of columns, each row of which begins at an offset, with a block's gradients, or writes them.
    func multiply(
        _ task: Task, _ columns: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>, count: Int,
        _ gradient: UnsafePointer<Scalar>, accumulates: Bool, into sums: UnsafeMutablePointer<Scalar>
    ) {
        let width = kernels.blocking.tileColumns
        let blocks = KBlocks(count, depth: kernels.blocking.depth)
        for index in 0..<blocks.count {
            let block = blocks[index]
            let operands = BlockOperands(
                a: columns + block.start, aRow: 0, aColumn: 1, aPanel: 0, b: gradient + block.start * width,
                bRow: width, bPanel: count * width, aOffsets: offsets)
            kernels.gatheredTimesPacked(
                task.channels.count * shape.taps, shape.groupFilters, block.length, operands, sums + task.offset,
                shape.groupFilters, Epilogue(accumulates: accumulates || index > 0))
        }
    }
}
