import PinionKernelInterface

/// The gradient of a convolution by its weights as dot products of rows of the output's gradient with rows of the input,
/// both interleaved: sums over sixteen images at a time, and nothing is summed that is not asked for.
///
/// A task has some filters and one share of the bands; the shares of a weight are added at the end.
package struct InterleavedWeightGradient<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    private let images: InterleavedImages
    private let kernels: FloatingGemmKernels<Scalar>
    /// Filters a task has, and how many tasks all of them make.
    private let filterCount: Int
    private let filterParts: Int
    private let shares: Int

    /// Whether it is faster than products with packed gradients.
    package static func pays(_ shape: ConvolutionShape) -> Bool {
        // Filters are the columns of those products, and a tile takes all of its own.
        let width = Scalar.gemmKernels(Kernels.current).blocking.tileColumns
        return InterleavedImages.pays(shape, unevenness: shape.filters % width == 0 ? 1 : 2)
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        kernels = Scalar.gemmKernels(Kernels.current)
        let size = MemoryLayout<Scalar>.stride
        let bandRows = InterleavedImages.bandRows(shape, others: shape.filters, elementSize: size)
        images = InterleavedImages(shape, bandRows: bandRows)
        // Eight tasks, while each has a million products to sum and the shares stay in the cache.
        let wanted = max(1, min(8, shape.multiplyAdds >> 20))
        let weights = shape.filters * shape.filterSize * size
        shares = max(1, min(wanted, images.bandCount, (2 << 20) / weights))
        let parts = min((wanted + shares - 1) / shares, (shape.filters + 7) / 8)
        filterCount = (shape.filters + parts - 1) / parts
        filterParts = (shape.filters + filterCount - 1) / filterCount
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>, into gw: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let count = shape.filters * shape.filterSize
        gw.update(repeating: 0, count: count)
        withScratch(byteCount: shape.filterSize * MemoryLayout<Int>.stride) { offsets in
            let offsets = offsets.assumingMemoryBound(to: Int.self)
            images.writeOffsets(into: offsets) { channel, y, x in
                (channel * shape.kernel.y + y) * shape.kernel.z + x
            }
            withScratch(byteCount: max(64, (shares - 1) * count * size)) { scratch in
                // The first share is the result.
                let others = scratch.assumingMemoryBound(to: Scalar.self)
                others.update(repeating: 0, count: (shares - 1) * count)
                let tasks = shares * filterParts
                let grain = max(1, (1 << 19) * tasks / max(1, shape.multiplyAdds))
                parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
                    for task in range {
                        let (share, part) = task.quotientAndRemainder(dividingBy: filterParts)
                        let filters = part * filterCount..<min(shape.filters, (part + 1) * filterCount)
                        sum(share, filters, x, gy, offsets, into: share == 0 ? gw : others + (share - 1) * count)
                    }
                }
                for share in 0..<shares - 1 {
                    for i in 0..<count { gw[i] += others[share * count + i] }
                }
            }
        }
    }

    private func sum(
        _ share: Int, _ filters: Range<Int>, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>,
        _ offsets: UnsafePointer<Int>, into sums: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let stride = images.bandRows * images.outputLength
        withScratch(byteCount: images.elementCount * size) { copy in
            withScratch(byteCount: filters.count * stride * size) { gradient in
                let copy = copy.assumingMemoryBound(to: Scalar.self)
                let gradient = gradient.assumingMemoryBound(to: Scalar.self)
                for index in images.bandCount * share / shares..<images.bandCount * (share + 1) / shares {
                    let band = images.band(index)
                    images.copy(x, band, into: copy)
                    interleave(gy, filters, band, into: gradient)
                    let operands = DotOperands(
                        a: UnsafePointer(gradient), aRow: stride, aStep: images.outputLength, b: UnsafePointer(copy),
                        bOffsets: offsets, bStep: images.rowLength, segments: band.rows, length: images.outputLength)
                    kernels.rowDots(
                        filters.count, shape.filterSize, operands, sums + filters.lowerBound * shape.filterSize,
                        shape.filterSize)
                }
            }
        }
    }

    /// The gradients of a band's outputs, filter by filter; those of images that do not exist may be anything finite.
    private func interleave(
        _ gy: UnsafePointer<Scalar>, _ filters: Range<Int>, _ band: InterleavedBand,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        let stride = images.bandRows * images.outputLength
        if band.images < InterleavedImages.count { target.update(repeating: 0, count: filters.count * stride) }
        let source = gy + shape.outputOffset(image: band.firstImage, group: 0) + band.firstRow * shape.output.z
        for filter in filters {
            PinionSIMDKernels.interleave(
                source + filter * shape.outputPlane, stride: shape.filters * shape.outputPlane, band.images,
                places: band.rows * shape.output.z, into: target + (filter - filters.lowerBound) * stride)
        }
    }
}
