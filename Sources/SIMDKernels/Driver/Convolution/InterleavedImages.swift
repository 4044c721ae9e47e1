import PinionKernelInterface

/// Sixteen images with the same place of all of them side by side: [channels, rows, columns, 16], padding written out.
///
/// A row of outputs is then a matrix whose columns are whole registers and can be read where they lie, tap by tap,
/// however narrow the images are; what a row would have read above or below the image is left out.
struct InterleavedImages {
    /// Images that lie side by side: a multiple of what any register holds.
    static let count = 16

    let shape: ConvolutionShape
    /// Output rows of a band; the last band of a block of images may have fewer.
    let bandRows: Int
    /// Places of a row of the copy.
    private let places: Int

    init(_ shape: ConvolutionShape, bandRows: Int) {
        (self.shape, self.bandRows) = (shape, bandRows)
        places = shape.output.z + (shape.kernel.z - 1) * shape.dilation.z
    }

    /// Whether a convolution of interleaved images is faster than one of columns of single images, whose products take
    /// `unevenness` times the time of a full tile's.
    static func pays(_ shape: ConvolutionShape, unevenness: Double) -> Bool {
        guard fits(shape) else { return false }
        // In multiply-adds for each output, measured with AVX-512 and AVX2: an element that changes places takes 14, one
        // that is only copied 4.
        let (products, filters) = (Double(shape.filterSize), Double(shape.filters))
        let outputs = Double(shape.outputPlane)
        let moved = 1 + Double(shape.channels * shape.inputPlane) / (filters * outputs)
        let interleaved = products * Double(blockCount(shape) * count) / Double(shape.images) + 14 * moved
        let grid = Double((WindowGrid.columns(shape, rows: shape.output.y) + 7) / 8 * 8) / outputs
        let waste = min(grid, 1 + GridConvolution<Float>.columnCost(shape))
        return interleaved < products * waste * unevenness + 4 * moved
    }

    /// Whether the layout can serve a shape: planes that windows pass in steps of one, with rows that stay in the cache.
    private static func fits(_ shape: ConvolutionShape) -> Bool {
        let row = shape.channels * shape.kernel.y * (shape.output.z + shape.kernel.z) * count
        return shape.groups == 1 && shape.taps > 1 && shape.images >= count && row <= 1 << 17
            && shape.stride == .one && shape.input.x == 1 && shape.output.x == 1 && shape.kernel.x == 1
            && shape.padding.x == 0
    }

    static func blockCount(_ shape: ConvolutionShape) -> Int { (shape.images + count - 1) / count }

    /// Elements from one row of the copy to the next.
    var rowLength: Int { places * Self.count }
    /// Rows of a channel.
    private var height: Int { bandRows + (shape.kernel.y - 1) * shape.dilation.y }
    /// Elements of the copy.
    var elementCount: Int { shape.channels * height * rowLength }

    /// Elements of a row of outputs.
    var outputLength: Int { shape.output.z * Self.count }

    /// Where the elements of a filter begin in the copy, for the first output of a band, in the order of `index`.
    func writeOffsets(
        into target: UnsafeMutablePointer<Int>, _ index: (_ channel: Int, _ y: Int, _ x: Int) -> Int
    ) {
        for channel in 0..<shape.channels {
            for y in 0..<shape.kernel.y {
                for x in 0..<shape.kernel.z {
                    target[index(channel, y, x)] =
                        (channel * height + y * shape.dilation.y) * rowLength + x * shape.dilation.z * Self.count
                }
            }
        }
    }

    /// Copies what a band reads of its images.
    func copy<Scalar: GemmScalar>(
        _ x: UnsafePointer<Scalar>, _ band: InterleavedBand, into target: UnsafeMutablePointer<Scalar>
    ) {
        if band.images < Self.count { target.update(repeating: 0, count: elementCount) }
        let needed = band.rows + (shape.kernel.y - 1) * shape.dilation.y
        let top = band.firstRow - shape.padding.y
        let inside = insideRange(from: top, step: 1, count: needed, size: shape.input.y)
        let (left, image) = (-shape.padding.z, shape.channels * shape.inputPlane)
        let columns = shape.insideRange(from: left, count: places)
        // Without padding rows follow each other as in the image.
        let isWhole = columns.count == places && places == shape.input.z
        for channel in 0..<shape.channels {
            let to = target + channel * height * rowLength
            let from = x + band.firstImage * image + channel * shape.inputPlane + top * shape.input.z + left
            to.update(repeating: 0, count: inside.lowerBound * rowLength)
            if isWhole {
                interleave(
                    from + inside.lowerBound * places, stride: image, band.images, places: inside.count * places,
                    into: to + inside.lowerBound * rowLength)
            } else {
                for row in inside {
                    copyRow(from + row * shape.input.z, stride: image, band.images, columns, into: to + row * rowLength)
                }
            }
            (to + inside.upperBound * rowLength).update(repeating: 0, count: (needed - inside.upperBound) * rowLength)
        }
    }

    /// One row: places `inside` of it lie in the image, which `row` would begin with were it that long.
    private func copyRow<Scalar: GemmScalar>(
        _ row: UnsafePointer<Scalar>, stride: Int, _ images: Int, _ inside: Range<Int>,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        target.update(repeating: 0, count: inside.lowerBound * Self.count)
        interleave(
            row + inside.lowerBound, stride: stride, images, places: inside.count,
            into: target + inside.lowerBound * Self.count)
        (target + inside.upperBound * Self.count).update(repeating: 0, count: (places - inside.upperBound) * Self.count)
    }

    /// The taps of a column of the window that lie inside the image for a row of outputs.
    func insideTaps(row: Int) -> Range<Int> {
        insideRange(
            from: row - shape.padding.y, step: shape.dilation.y, count: shape.kernel.y, size: shape.input.y)
    }
}

/// Rows of outputs that are computed at a time, of some images.
struct InterleavedBand {
    var firstImage: Int
    var images: Int
    var firstRow: Int
    var rows: Int
}

extension InterleavedImages {
    private var bandsPerBlock: Int { (shape.output.y + bandRows - 1) / bandRows }
    var bandCount: Int { Self.blockCount(shape) * bandsPerBlock }

    func band(_ index: Int) -> InterleavedBand {
        let (block, part) = index.quotientAndRemainder(dividingBy: bandsPerBlock)
        let (image, row) = (block * Self.count, part * bandRows)
        return InterleavedBand(
            firstImage: image, images: min(Self.count, shape.images - image), firstRow: row,
            rows: min(bandRows, shape.output.y - row))
    }

    /// The most rows, of `fewest` even bands or more, for which neither the copy nor `others` elements for each place of
    /// an output row outgrow the second-level cache.
    static func bandRows(_ shape: ConvolutionShape, others: Int, elementSize: Int, fewest: Int = 1) -> Int {
        let row = max(shape.channels * shape.input.z, others * shape.output.z) * count * elementSize
        let most = max(1, min(shape.output.y, (256 << 10) / row))
        let bands = max((shape.output.y + most - 1) / most, min(shape.output.y, fewest))
        return (shape.output.y + bands - 1) / bands
    }
}

/// `target[place · 16 + image] = source[image · stride + place]`
func interleave<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, stride: Int, _ images: Int, places: Int, into target: UnsafeMutablePointer<Scalar>
) {
    transpose(images, places, source, stride, into: target, InterleavedImages.count)
}

/// `target[image · stride + place] = source[place · 16 + image]`
func separate<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, _ images: Int, places: Int, into target: UnsafeMutablePointer<Scalar>, stride: Int
) {
    transpose(places, images, source, InterleavedImages.count, into: target, stride)
}

private func transpose<Scalar: GemmScalar>(
    _ rows: Int, _ columns: Int, _ source: UnsafePointer<Scalar>, _ sourceStride: Int,
    into target: UnsafeMutablePointer<Scalar>, _ targetStride: Int
) {
    let kernels = Scalar.copyKernels(Kernels.current)
    withScratch(byteCount: CopyEntries.scratchBytes) { scratch in
        kernels.transpose(rows, columns, source, sourceStride, target, targetStride, scratch)
    }
}
