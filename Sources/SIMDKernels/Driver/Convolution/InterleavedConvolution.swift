/// A convolution as products of packed filters with rows of interleaved images; see `InterleavedImages`.
///
/// A task has one band of outputs of sixteen images. Its products go to a block that lies as the images do, and from
/// there to their places.
package struct InterleavedConvolution<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    /// Whether the filters are those of the convolution of which this one gives the gradient by the input.
    let isTurned: Bool
    private let images: InterleavedImages
    private let kernels: FloatingGemmKernels<Scalar>
    private let rows: PackedRows<Scalar>

    /// Whether it is faster than columns of each image.
    package static func pays(_ shape: ConvolutionShape) -> Bool {
        // Few filters leave tiles of other columns unfilled.
        InterleavedImages.pays(shape, unevenness: shape.filters < 32 ? 1.5 : 1)
    }

    init(_ shape: ConvolutionShape, isTurned: Bool = false) {
        (self.shape, self.isTurned) = (shape, isTurned)
        kernels = Scalar.gemmKernels(Kernels.current)
        rows = PackedRows(m: shape.filters, k: shape.filterSize, depth: shape.filterSize)
        // Two tasks a thread, where each has some 500,000 products to sum.
        let wanted = numThreads == 1 ? 1 : min(2 * numThreads, max(1, shape.multiplyAdds >> 19))
        let blocks = InterleavedImages.blockCount(shape)
        let bandRows = InterleavedImages.bandRows(
            shape, others: shape.filters, elementSize: MemoryLayout<Scalar>.stride,
            fewest: (wanted + blocks - 1) / blocks)
        images = InterleavedImages(shape, bandRows: bandRows)
    }

    /// Elements of the packed filters.
    var packedCount: Int { rows.elementCount }

    /// Filters in the order the micro-kernel reads A; along k the rows of the window come first, so that those inside
    /// the image follow each other.
    func pack(_ w: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
        let (size, taps, width) = (MemoryLayout<Scalar>.stride, shape.taps, shape.kernel.z)
        withScratch(byteCount: shape.filters * shape.filterSize * size) { scratch in
            let ordered = scratch.assumingMemoryBound(to: Scalar.self)
            let (filter, channel) = isTurned ? (taps, shape.filters * taps) : (shape.filterSize, taps)
            copy(
                elementSize: size, sizes: [shape.filters, shape.kernel.y, shape.channels, width],
                from: isTurned ? w + taps - 1 : w,
                strides: isTurned ? [filter, -width, channel, -1] : [filter, width, channel, 1],
                into: ordered, strides: [shape.filterSize, shape.channels * width, width, 1])
            rows.pack(MatrixOperand(ordered, leadingDimension: shape.filterSize), into: target)
        }
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, packed: UnsafePointer<Scalar>?,
        bias: UnsafePointer<Scalar>?, into y: UnsafeMutablePointer<Scalar>
    ) {
        withPackedFilters(packed, count: packedCount, { pack(w, into: $0) }) {
            multiply(x, $0, bias: bias, into: y)
        }
    }

    private func multiply(
        _ x: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let grain = max(1, (1 << 18) * images.bandCount / max(1, shape.multiplyAdds))
        withScratch(byteCount: shape.filterSize * MemoryLayout<Int>.stride) { offsets in
            let offsets = offsets.assumingMemoryBound(to: Int.self)
            images.writeOffsets(into: offsets) { channel, y, x in
                (y * shape.channels + channel) * shape.kernel.z + x
            }
            parallelFor(0..<images.bandCount, grain: grain, isLong: shape.isLong) { range in
                withScratch(byteCount: (images.elementCount + kernels.blocking.tileColumns) * size) { copy in
                    withScratch(byteCount: shape.filters * blockStride * size) { block in
                        let copy = copy.assumingMemoryBound(to: Scalar.self)
                        let block = block.assumingMemoryBound(to: Scalar.self)
                        for index in range {
                            let band = images.band(index)
                            images.copy(x, band, into: copy)
                            multiply(band, copy, packed, offsets, bias: bias, into: block)
                            write(block, band, into: y)
                        }
                    }
                }
            }
        }
    }

    /// Elements from one filter's outputs to the next's.
    private var blockStride: Int { images.bandRows * images.outputLength }

    private func multiply(
        _ band: InterleavedBand, _ copy: UnsafePointer<Scalar>, _ packed: UnsafePointer<Scalar>,
        _ offsets: UnsafePointer<Int>, bias: UnsafePointer<Scalar>?, into block: UnsafeMutablePointer<Scalar>
    ) {
        for row in 0..<band.rows {
            let taps = images.insideTaps(row: band.firstRow + row)
            let each = shape.channels * shape.kernel.z
            let first = taps.lowerBound * each
            var operands = rows.operands(
                packed, row: 0, rows.blocks[0], b: copy + row * images.rowLength, bRow: 0,
                bPanel: kernels.blocking.tileColumns, bOffsets: offsets + first)
            operands.a += first * kernels.blocking.tileRows
            kernels.packedTimesGathered(
                shape.filters, images.outputLength, taps.count * each, operands, block + row * images.outputLength,
                blockStride, Epilogue(rowBias: bias))
        }
    }

    private func write(
        _ block: UnsafePointer<Scalar>, _ band: InterleavedBand, into y: UnsafeMutablePointer<Scalar>
    ) {
        let target = y + shape.outputOffset(image: band.firstImage, group: 0) + band.firstRow * shape.output.z
        for filter in 0..<shape.filters {
            separate(
                block + filter * blockStride, band.images, places: band.rows * shape.output.z,
                into: target + filter * shape.outputPlane, stride: shape.filters * shape.outputPlane)
        }
    }
}
