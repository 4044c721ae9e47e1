import PinionKernelInterface

extension DotWeightGradient {
    /// Sums over sixteen images at a time: rows of any length are whole registers, and nothing is summed that is not asked
    /// for.
    func sum(
        _ images: InterleavedImages, _ bands: Range<Int>, _ filters: Range<Int>, _ x: UnsafePointer<Scalar>,
        _ gy: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>, into sums: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let stride = images.bandRows * images.outputLength
        withScratch(byteCount: images.elementCount * size) { copy in
            withScratch(byteCount: filters.count * stride * size) { gradient in
                let copy = copy.assumingMemoryBound(to: Scalar.self)
                let gradient = gradient.assumingMemoryBound(to: Scalar.self)
                for index in bands {
                    let band = images.band(index)
                    images.copy(x, band, into: copy)
                    interleave(gy, filters, band, stride, into: gradient)
                    let operands = DotOperands(
                        a: UnsafePointer(gradient), aRow: stride, aStep: images.outputLength, b: UnsafePointer(copy),
                        bOffsets: offsets, bStep: images.rowLength, segments: band.rows, length: images.outputLength)
                    kernels.rowDots(
                        filters.count, shape.filterSize, operands, sums, shape.filterSize)
                }
            }
        }
    }

    /// The gradients of a band's outputs, filter by filter; those of images that do not exist may be anything finite.
    private func interleave(
        _ gy: UnsafePointer<Scalar>, _ filters: Range<Int>, _ band: InterleavedBand, _ stride: Int,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        if band.images < InterleavedImages.count { target.update(repeating: 0, count: filters.count * stride) }
        let source = gy + shape.outputOffset(image: band.firstImage, group: 0) + band.firstRow * shape.output.z
        for filter in filters {
            PinionSIMDKernels.interleave(
                source + filter * shape.outputPlane, stride: shape.filters * shape.outputPlane, band.images,
                places: band.rows * shape.output.z, into: target + (filter - filters.lowerBound) * stride)
        }
    }
}
