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
    /// Images of a task, and the rows of their outputs that are computed at a time.
    private let bundle: Int
    private let blocks: OutputRowBlocks
    /// Outputs of a row that are computed at a time: all, unless one row is too long.
    private let rowLength: Int

    init(_ shape: ConvolutionShape, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?) {
        self.shape = shape
        self.w = w
        self.bias = bias
        let most = max(1, 512 / shape.taps)
        let fewest = (shape.groupChannels + most - 1) / most
        func rows(_ parts: Int) -> Int { (shape.groupChannels + parts - 1) / parts * shape.taps }
        // Columns take two megabytes.
        let length = max(64, min(1024, (2 << 20) / (MemoryLayout<Scalar>.stride * rows(fewest))))
        let pieces = (shape.output.z + length - 1) / length
        rowLength = (shape.output.z + pieces - 1) / pieces
        bundle = max(1, min(shape.images, length / shape.outputPlane))
        var several = shape
        (several.images, several.output.z) = (bundle, rowLength)
        blocks = OutputRowBlocks(several, most: length)
        // Few images are cut further, for eight tasks, where each has some 500,000 products to sum: by the shape alone,
        // as the order of a sum depends on where its row lies in a tile.
        let others = (shape.images + bundle - 1) / bundle * shape.groups
        let wanted = (min(8, shape.multiplyAdds >> 19) + others - 1) / others
        parts = min(shape.groupChannels, max(fewest, wanted))
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
        let tasks = (shape.images + bundle - 1) / bundle * shape.groups * parts
        let grain = max(1, (1 << 19) / max(1, shape.multiplyAdds / tasks))
        let length = blocks.length * rowLength
        let (columnSize, besideSize) = (largest.m * length, shape.groupFilters * length)
        let count = columnSize + besideSize + largest.scratchCount(n: length)
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: count * MemoryLayout<Scalar>.stride) { memory in
                let columns = memory.assumingMemoryBound(to: Scalar.self)
                let work = Workspace(
                    columns: columns, beside: columns + columnSize, panels: columns + columnSize + besideSize)
                for task in range {
                    let (index, part) = task.quotientAndRemainder(dividingBy: parts)
                    let (number, group) = index.quotientAndRemainder(dividingBy: shape.groups)
                    let images = number * bundle..<min(shape.images, (number + 1) * bundle)
                    run(images, group, part, gy, packed + (group * parts + part) * packedSize, work, into: gx)
                }
            }
        }
    }

    /// The memory of one thread.
    private struct Workspace {
        let columns: UnsafeMutablePointer<Scalar>
        /// Several images' gradients side by side.
        let beside: UnsafeMutablePointer<Scalar>
        let panels: UnsafeMutablePointer<Scalar>
    }

    private func run(
        _ images: Range<Int>, _ group: Int, _ part: Int, _ gy: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>,
        _ work: Workspace, into gx: UnsafeMutablePointer<Scalar>
    ) {
        let channels = channels(part)
        shape.writeBias(bias, images: images, group: group, channels: channels, into: gx)
        let source = gy + shape.outputOffset(image: images.lowerBound, group: group)
        let target = gx + shape.inputOffset(image: images.lowerBound, group: group)
        let all = 0..<images.count * shape.output.x * shape.output.y
        for first in stride(from: 0, to: shape.output.z, by: rowLength) {
            var piece = shape
            piece.output.z = min(rowLength, shape.output.z - first)
            piece.padding.z -= first * shape.stride.z
            for number in 0..<blocks.count where blocks[number].overlaps(all) {
                let outputRows = blocks[number].clamped(to: all)
                let count = outputRows.count * piece.output.z
                rows(part).multiply(
                    packed, gradients(outputRows, source + first, work), n: count, into: work.columns, ldc: count,
                    scratch: work.panels)
                spread(work.columns, outputRows, piece, channels: channels, into: target)
            }
        }
    }

    /// The gradients of some rows of outputs, [filters, outputs].
    private func gradients(
        _ outputRows: Range<Int>, _ source: UnsafePointer<Scalar>, _ work: Workspace
    ) -> MatrixOperand<Scalar> {
        if let start = blocks.startInOneImage(outputRows) {
            return MatrixOperand(source + shape.outputOffset(start, group: 0), leadingDimension: shape.outputPlane)
        }
        let count = outputRows.count * shape.output.z
        blocks.forEachBand(outputRows) { band, column in
            Scalar.copyKernels(Kernels.current).plane(
                shape.groupFilters, band.rows * shape.output.z, source + shape.outputOffset(band, group: 0),
                shape.outputPlane, 1, work.beside + column, count, 1)
        }
        return MatrixOperand(work.beside, leadingDimension: count)
    }

    /// Adds row-major columns to the elements they belong to, of images from the one at `image` on.
    private func spread(
        _ columns: UnsafePointer<Scalar>, _ outputRows: Range<Int>, _ piece: ConvolutionShape, channels: Range<Int>,
        into image: UnsafeMutablePointer<Scalar>
    ) {
        let kernels = Scalar.windowKernels(Kernels.current)
        blocks.forEachBand(outputRows) { band, column in
            let taps = piece.insideRows(band)
            var row = columns + column
            for channel in channels {
                let plane = image + (band.image * shape.channels + channel) * shape.inputPlane
                for tap in taps {
                    tap.add(row, factor: 1, kernels, into: plane)
                    row += outputRows.count * piece.output.z
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
