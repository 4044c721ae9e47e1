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
    if InterleavedWeightGradient<Scalar>.pays(shape) {
        return InterleavedWeightGradient<Scalar>(shape).run(x, gy, into: gw)
    }
    WeightGradient(shape, x, gy, gw).run()
}

/// dWᵀ[channels · taps, filters] = columns · dYᵀ, block of outputs by block of outputs: columns are read as they lie, in
/// a padded copy of the image (see `WindowGrid`) or, where that wastes too much, gathered; only the block of dY is
/// packed.
///
/// A task has some channels of a group and one share of the blocks; the shares of a weight are added at the end.
struct WeightGradient<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let x: UnsafePointer<Scalar>
    let gy: UnsafePointer<Scalar>
    let gw: UnsafeMutablePointer<Scalar>
    let kernels: FloatingGemmKernels<Scalar>
    let blocks: PixelBlocks
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
        // Eight tasks where the weights are too many for shares of the blocks: threads divide few tasks unevenly.
        let weights = shape.filters * shape.filterSize
        let isSplit = weights * MemoryLayout<Scalar>.stride > 1 << 19 && shape.multiplyAdds >= 32 << 20
        let fewest = isSplit ? min(shape.groupChannels, 8 / shape.groups) : 1
        let parts = max((shape.groupChannels + most - 1) / most, fewest)
        channelCount = (shape.groupChannels + parts - 1) / parts
        channelParts = (shape.groupChannels + channelCount - 1) / channelCount
        let size = MemoryLayout<Scalar>.stride
        kernels = Scalar.gemmKernels(Kernels.current)
        blocks = PixelBlocks(shape, rows: channelCount * shape.taps, elementSize: size, kernels.blocking)
        if GridConvolution<Scalar>.pays(shape) {
            let rows = WindowGrid.bandRows(
                shape, channels: channelCount, others: shape.groupFilters, fewest: kernels.blocking.depth,
                elementSize: size)
            grid = WindowGrid(shape, channels: channelCount, bandRows: rows)
        } else {
            grid = nil
        }
        let blockCount = grid?.bandCount ?? blocks.count
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
                if let grid { return sumBands(tasks, grid, into: sums) }
                let columns = Columns<Scalar>(plain: shape, count: blocks.length)
                withScratch(byteCount: columns.elementCount(channels: channelCount) * size) { columns in
                    withScratch(byteCount: blocks.folds ? shape.groupFilters * blocks.length * size : 64) { folded in
                        for task in tasks {
                            sum(
                                Task(self, task), into: sums, columns.assumingMemoryBound(to: Scalar.self),
                                folded: folded.assumingMemoryBound(to: Scalar.self))
                        }
                    }
                }
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

    private func sum(
        _ task: Task, into sums: UnsafeMutablePointer<Scalar>, _ columns: UnsafeMutablePointer<Scalar>,
        folded: UnsafeMutablePointer<Scalar>
    ) {
        let (group, filters) = (task.group, shape.groupFilters)
        let numbers = task.blocks(of: blocks.count, shares: shares)
        for number in numbers {
            let block = blocks[number]
            let count = block.pixels.count
            Columns<Scalar>(plain: shape, count: count).fill(
                x + shape.inputOffset(image: block.image, group: group), pixels: block.pixels,
                channels: task.channels, into: columns)
            let gradient = blocks.folds ? fold(block, group, into: folded) : nil
            let source =
                gradient ?? gy + shape.outputOffset(image: block.image, group: group) + block.pixels.lowerBound
            gemm(
                m: task.channels.count * shape.taps, n: filters, k: count,
                MatrixOperand(columns, leadingDimension: count),
                MatrixOperand(
                    source, leadingDimension: gradient == nil ? shape.outputPlane : count, transposed: true),
                into: sums + task.offset, ldc: filters,
                epilogue: Epilogue(accumulates: number > numbers.lowerBound))
        }
    }

    /// The gradients of several images side by side: [filters, pixels].
    private func fold(
        _ block: PixelBlock, _ group: Int, into target: UnsafeMutablePointer<Scalar>
    ) -> UnsafePointer<Scalar> {
        let (plane, count) = (shape.outputPlane, block.pixels.count)
        let source = gy + shape.outputOffset(image: block.image, group: group)
        for image in 0..<count / plane {
            for filter in 0..<shape.groupFilters {
                (target + filter * count + image * plane).update(
                    from: source + (image * shape.filters + filter) * plane, count: plane)
            }
        }
        return UnsafePointer(target)
    }
}
