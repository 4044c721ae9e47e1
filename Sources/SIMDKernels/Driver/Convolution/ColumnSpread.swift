/// The gradient by a convolution's input as columns wᵀ · gy, which are added to the places they come from.
///
/// A task has some channels of one image, or of several small ones, whose outputs' gradients are laid side by side.
struct ColumnSpread<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    private let w: UnsafePointer<Scalar>
    private let bias: UnsafePointer<Scalar>?
    /// The parts of a group's channels.
    private let parts: Int
    /// wᵀ of the part with the most channels.
    private let largest: PackedRows<Scalar>
    /// All pixels where blocks have several images, else those of one image.
    private let blocks: PixelBlocks

    init(_ shape: ConvolutionShape, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?) {
        self.shape = shape
        self.w = w
        self.bias = bias
        let most = max(1, 512 / shape.taps)
        let fewest = (shape.groupChannels + most - 1) / most
        // Few images are cut further, for eight tasks, where each has some 500,000 products to sum: by the shape alone,
        // as the order of a sum depends on where its row lies in a tile.
        let wanted = min(8, shape.multiplyAdds >> 19)
        func bundleParts(_ bundles: Int) -> Int {
            let others = max(1, bundles * shape.groups)
            return min(shape.groupChannels, max(fewest, (wanted + others - 1) / others))
        }
        func rows(_ parts: Int) -> Int { (shape.groupChannels + parts - 1) / parts * shape.taps }
        func blocks(_ shape: ConvolutionShape) -> PixelBlocks {
            PixelBlocks(
                shape, rows: rows(fewest), elementSize: MemoryLayout<Scalar>.stride,
                Scalar.gemmKernels(Kernels.current).blocking)
        }
        let all = blocks(shape)
        if all.folds {
            // Several images are one task: their channels are cut further.
            parts = bundleParts(all.count)
            self.blocks = all
        } else {
            var single = shape
            single.images = 1
            parts = bundleParts(shape.images)
            self.blocks = blocks(single)
        }
        largest = PackedRows(m: rows(parts), k: shape.groupFilters)
    }

    private func channels(_ part: Int) -> Range<Int> {
        shape.groupChannels * part / parts..<shape.groupChannels * (part + 1) / parts
    }

    /// wᵀ of a part, [channels · taps, filters].
    private func rows(_ part: Int) -> PackedRows<Scalar> {
        PackedRows(m: channels(part).count * shape.taps, k: shape.groupFilters)
    }

    func run(_ gy: UnsafePointer<Scalar>, into gx: UnsafeMutablePointer<Scalar>) {
        let size = MemoryLayout<Scalar>.stride
        let packedSize = largest.elementCount
        withScratch(byteCount: shape.groups * parts * packedSize * size) { packed in
            let packed = packed.assumingMemoryBound(to: Scalar.self)
            parallelFor(0..<shape.groups * parts, grain: max(1, (1 << 16) / packedSize)) { range in
                for index in range {
                    let (group, part) = index.quotientAndRemainder(dividingBy: parts)
                    let first = group * shape.groupFilters * shape.filterSize + channels(part).lowerBound * shape.taps
                    rows(part).pack(
                        MatrixOperand(w + first, leadingDimension: shape.filterSize, transposed: true),
                        into: packed + index * packedSize)
                }
            }
            multiply(gy, packed, packedSize, into: gx)
        }
    }

    private func multiply(
        _ gy: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>, _ packedSize: Int,
        into gx: UnsafeMutablePointer<Scalar>
    ) {
        let tasks = (blocks.folds ? blocks.count : shape.images) * shape.groups * parts
        let grain = max(1, (1 << 19) / max(1, shape.multiplyAdds / tasks))
        let columnSize = largest.m * blocks.length
        let foldedSize = blocks.folds ? shape.groupFilters * blocks.length : 0
        let byteCount =
            (columnSize + foldedSize + largest.scratchCount(n: blocks.length)) * MemoryLayout<Scalar>.stride
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: byteCount) { memory in
                let columns = memory.assumingMemoryBound(to: Scalar.self)
                let work = Workspace(
                    columns: columns, folded: columns + columnSize, panels: columns + columnSize + foldedSize)
                for task in range {
                    let (index, part) = task.quotientAndRemainder(dividingBy: parts)
                    let (bundle, group) = index.quotientAndRemainder(dividingBy: shape.groups)
                    let rows = packed + (group * parts + part) * packedSize
                    if blocks.folds {
                        run(blocks[bundle], group, part, gy, rows, work, into: gx)
                    } else {
                        for number in 0..<blocks.count {
                            let block = PixelBlock(image: bundle, pixels: blocks[number].pixels)
                            run(block, group, part, gy, rows, work, into: gx)
                        }
                    }
                }
            }
        }
    }

    /// The memory of one thread.
    private struct Workspace {
        let columns: UnsafeMutablePointer<Scalar>
        /// Several images' gradients side by side.
        let folded: UnsafeMutablePointer<Scalar>
        let panels: UnsafeMutablePointer<Scalar>
    }

    private func run(
        _ block: PixelBlock, _ group: Int, _ part: Int, _ gy: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>,
        _ work: Workspace, into gx: UnsafeMutablePointer<Scalar>
    ) {
        let (count, plane) = (block.pixels.count, shape.outputPlane)
        let source = gy + shape.outputOffset(image: block.image, group: group)
        var gradients = MatrixOperand(source + block.pixels.lowerBound, leadingDimension: plane)
        if blocks.folds {
            copy(
                elementSize: MemoryLayout<Scalar>.stride, sizes: [shape.groupFilters, count / plane, plane],
                from: source, strides: [plane, shape.filters * plane, 1], into: work.folded, strides: [count, plane, 1])
            gradients = MatrixOperand(work.folded, leadingDimension: count)
        }
        rows(part).multiply(packed, gradients, n: count, into: work.columns, ldc: count, scratch: work.panels)
        let target = gx + shape.inputOffset(image: block.image, group: group)
        if block.pixels.lowerBound == 0 {
            let images = block.image..<block.image + max(1, count / plane)
            shape.writeBias(bias, images: images, group: group, channels: channels(part), into: gx)
        }
        spread(work.columns, pixels: block.pixels, channels: channels(part), into: target)
    }

    /// Adds row-major columns to the elements they belong to, of images from the one at `image` on.
    private func spread(
        _ columns: UnsafePointer<Scalar>, pixels: Range<Int>, channels: Range<Int>,
        into image: UnsafeMutablePointer<Scalar>
    ) {
        let pixelRuns = shape.pixelRuns(pixels)
        var runs: [ColumnRun] = []
        shape.forEachTap { index, tap in
            shape.columnRuns(pixelRuns, tap: tap, width: pixels.count, into: &runs)
            for channel in channels {
                let row = columns + ((channel - channels.lowerBound) * shape.taps + index) * pixels.count
                for run in runs where run.source >= 0 {
                    addShort(
                        row + run.lane, factor: 1, into: image + (channel * shape.inputPlane + run.source),
                        step: shape.stride.z, count: run.count)
                }
            }
        }
    }
}

extension ConvolutionShape {
    /// Fills some channels of a group with their bias, or 0.
    func writeBias<Scalar: GemmScalar>(
        _ bias: UnsafePointer<Scalar>?, images: Range<Int>, group: Int, channels: Range<Int>,
        into gx: UnsafeMutablePointer<Scalar>
    ) {
        let first = group * groupChannels
        for image in images {
            for channel in first + channels.lowerBound..<first + channels.upperBound {
                (gx + (image * self.channels + channel) * inputPlane).update(
                    repeating: bias?[channel] ?? 0, count: inputPlane)
            }
        }
    }
}
