// Groups of one channel: every filter reads one plane, and has too few numbers for a product of matrices.

/// The gradient by the weights for groups of one channel and few filters: each weight is the product of two vectors,
/// dY on the grid and the copy of the plane from the weight's offset on.
struct DepthwiseWeights<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let grid: WindowGrid
    let kernels: FloatingGemmKernels<Scalar>

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        kernels = Scalar.gemmKernels(Kernels.current)
        grid = WindowGrid(
            shape, channels: 1,
            bandRows: WindowGrid.bandRows(
                shape, channels: 1, others: 1, fewest: 256, elementSize: MemoryLayout<Scalar>.stride))
    }

    /// A group a task, images in order.
    func run(_ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>, into gw: UnsafeMutablePointer<Scalar>) {
        let size = MemoryLayout<Scalar>.stride
        let work = max(1, shape.images * shape.outputPlane * shape.taps)
        parallelFor(0..<shape.groups, grain: max(1, (1 << 17) / work)) { groups in
            withScratch(byteCount: shape.taps * MemoryLayout<Int>.stride) { offsets in
                let offsets = offsets.assumingMemoryBound(to: Int.self)
                grid.writeOffsets(into: offsets)
                withScratch(byteCount: grid.copySize(tileColumns: 0) * size) { copy in
                    withScratch(byteCount: grid.columns(rows: grid.bandRows) * size) { gradient in
                        for group in groups {
                            sum(
                                group, x, gy, offsets, copy.assumingMemoryBound(to: Scalar.self),
                                gradient.assumingMemoryBound(to: Scalar.self), into: gw)
                        }
                    }
                }
            }
        }
    }

    private func sum(
        _ group: Int, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>, _ offsets: UnsafePointer<Int>,
        _ copy: UnsafeMutablePointer<Scalar>, _ gradient: UnsafeMutablePointer<Scalar>,
        into gw: UnsafeMutablePointer<Scalar>
    ) {
        for number in 0..<grid.bandCount {
            let band = grid.band(number)
            grid.copy(x + shape.inputOffset(image: band.image, group: group), channels: 1, band, into: copy)
            for filter in 0..<shape.groupFilters {
                let source =
                    gy + shape.outputOffset(band, group: group) + filter * shape.outputPlane
                spread(source, rows: band.rows, into: gradient)
                kernels.dotGathered(
                    shape.taps, grid.columns(rows: band.rows), gradient, copy, offsets,
                    gw + (group * shape.groupFilters + filter) * shape.taps, 1, number > 0)
            }
        }
    }

    /// Rows of outputs on the grid, with zeros between them.
    private func spread(_ source: UnsafePointer<Scalar>, rows: Int, into target: UnsafeMutablePointer<Scalar>) {
        let length = shape.output.z
        for row in 0..<rows {
            let to = target + row * grid.rowLength
            copyShort(source + row * length, into: to, count: length)
            if row < rows - 1 { (to + length).update(repeating: 0, count: grid.rowLength - length) }
        }
    }
}

/// The gradient by x for groups of one channel.
func convolveDepthwiseBackward<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ gy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
    into gx: UnsafeMutablePointer<Scalar>
) {
    let work = max(1, shape.outputPlane * shape.taps * shape.groupFilters)
    parallelFor(0..<shape.images * shape.channels, grain: max(1, (1 << 17) / work)) { planes in
        for plane in planes {
            let (image, channel) = plane.quotientAndRemainder(dividingBy: shape.channels)
            let target = gx + plane * shape.inputPlane
            target.update(repeating: bias?[channel] ?? 0, count: shape.inputPlane)
            for filter in channel * shape.groupFilters..<(channel + 1) * shape.groupFilters {
                spreadPlane(
                    shape, gy + (image * shape.filters + filter) * shape.outputPlane, w + filter * shape.taps,
                    into: target)
            }
        }
    }
}

private func spreadPlane<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ gy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    into gx: UnsafeMutablePointer<Scalar>
) {
    let kernels = Scalar.windowKernels(Kernels.current)
    for depth in 0..<shape.output.x {
        let taps = shape.insideRows(Band(image: 0, depth: depth, firstRow: 0, rows: shape.output.y))
        for (tap, factor) in zip(taps, UnsafeBufferPointer(start: w, count: shape.taps)) {
            tap.add(gy + depth * shape.output.y * shape.output.z, factor: factor, kernels, into: gx)
        }
    }
}
