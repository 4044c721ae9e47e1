import PinionKernelInterface

/// The gradient of a convolution by its weights as dot products of rows of the output's gradient with rows of the input:
/// nothing is packed.
///
/// A task has some filters and one share of the bands; the shares of a weight are added at the end.
package struct DotWeightGradient<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    private let rows: Rows
    let kernels = Scalar.gemmKernels(Kernels.current)
    /// Filters a task has, and how many tasks all of them make.
    private let filterCount: Int
    private let filterParts: Int
    private let shares: Int

    /// Where the rows lie.
    private enum Rows {
        /// Sixteen images side by side.
        case interleaved(InterleavedImages)
        /// Outputs of a band where they are, columns in a copy of the image.
        case grid(WindowGrid)

        var bandCount: Int {
            switch self {
            case .interleaved(let images): images.bandCount
            case .grid(let grid): grid.bandCount
            }
        }
    }

    /// Whether it is faster than products with packed gradients.
    package static func pays(_ shape: ConvolutionShape) -> Bool {
        bandRows(shape) != nil || InterleavedImages.pays(shape, unevenness: unevenness(shape))
    }

    /// Filters are the columns of products with packed gradients, and a tile takes all of its own.
    private static func unevenness(_ shape: ConvolutionShape) -> Double {
        shape.filters % Scalar.gemmKernels(Kernels.current).blocking.tileColumns == 0 ? 1 : 2
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        let size = MemoryLayout<Scalar>.stride
        if let bandRows = Self.bandRows(shape) {
            rows = .grid(WindowGrid(shape, channels: shape.channels, bandRows: bandRows, isDense: true))
        } else {
            let bandRows = InterleavedImages.bandRows(shape, others: shape.filters, elementSize: size)
            rows = .interleaved(InterleavedImages(shape, bandRows: bandRows))
        }
        // Eight tasks, while each has a million products to sum and the shares stay in the cache.
        let wanted = max(1, min(8, shape.multiplyAdds >> 20))
        let weights = shape.filters * shape.filterSize * size
        shares = max(1, min(wanted, rows.bandCount, (2 << 20) / weights))
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
            writeOffsets(into: offsets)
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
                        let bands = rows.bandCount * share / shares..<rows.bandCount * (share + 1) / shares
                        let sums = share == 0 ? gw : others + (share - 1) * count
                        sum(bands, filters, x, gy, offsets, into: sums + filters.lowerBound * shape.filterSize)
                    }
                }
                for share in 0..<shares - 1 {
                    for i in 0..<count { gw[i] += others[share * count + i] }
                }
            }
        }
    }

    private func writeOffsets(into offsets: UnsafeMutablePointer<Int>) {
        switch rows {
        case .interleaved(let images):
            images.writeOffsets(into: offsets) { channel, y, x in
                (channel * shape.kernel.y + y) * shape.kernel.z + x
            }
        case .grid(let grid): grid.writeOffsets(into: offsets)
        }
    }

    private func sum(
        _ bands: Range<Int>, _ filters: Range<Int>, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>,
        _ offsets: UnsafePointer<Int>, into sums: UnsafeMutablePointer<Scalar>
    ) {
        switch rows {
        case .interleaved(let images): sum(images, bands, filters, x, gy, offsets, into: sums)
        case .grid(let grid): sum(grid, bands, filters, x, gy, offsets, into: sums)
        }
    }
}
