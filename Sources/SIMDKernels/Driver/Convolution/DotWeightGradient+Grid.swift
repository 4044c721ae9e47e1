import PinionKernelInterface

extension DotWeightGradient {
    /// The rows of a band whose outputs fill registers in a dense grid, where that is faster than packing gradients: few
    /// products with each.
    static func bandRows(_ shape: ConvolutionShape) -> Int? {
        guard shape.groups == 1, shape.filters >= 16, shape.filterSize <= 64, shape.taps > 1 else { return nil }
        let (length, most) = (shape.output.z, 4096 / MemoryLayout<Scalar>.stride)
        func isWhole(_ rows: Int) -> Bool { rows * length % 16 == 0 }
        let rows = (1...max(1, shape.output.y)).last {
            isWhole($0) && isWhole(shape.output.y % $0) && $0 * length <= most
        }
        guard let rows, rows * length >= 256 else { return nil }
        return rows
    }

    func sum(
        _ grid: WindowGrid, _ bands: Range<Int>, _ filters: Range<Int>, _ x: UnsafePointer<Scalar>,
        _ gy: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>, into sums: UnsafeMutablePointer<Scalar>
    ) {
        withScratch(byteCount: grid.copySize(tileColumns: 0) * MemoryLayout<Scalar>.stride) { copy in
            let copy = copy.assumingMemoryBound(to: Scalar.self)
            for index in bands {
                let band = grid.band(index)
                grid.copy(
                    x + shape.inputOffset(image: band.image, group: 0), channels: shape.channels, band, into: copy)
                let operands = DotOperands(
                    a: gy + shape.outputOffset(band, group: 0) + filters.lowerBound * shape.outputPlane,
                    aRow: shape.outputPlane, aStep: 0, b: UnsafePointer(copy), bOffsets: offsets, bStep: 0,
                    segments: 1, length: band.rows * shape.output.z)
                kernels.rowDots(filters.count, shape.filterSize, operands, sums, shape.filterSize)
            }
        }
    }
}
