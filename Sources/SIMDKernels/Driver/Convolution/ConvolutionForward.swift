/// y = x ⋆ w [+ bias], the cross-correlation that deep learning calls a convolution.
///
/// Arrays are contiguous: x [images, channels, input], w [filters, channels / groups, kernel], bias [filters],
/// y [images, filters, output]. Sums run over channels and taps in one order, whatever the number of threads. Filters
/// that are packed already are those of `w`; the result is the same with them.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func convolution<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    packed: PackedFilters<Scalar>? = nil, bias: UnsafePointer<Scalar>? = nil, into y: UnsafeMutablePointer<Scalar>
) {
    shape.check("convolution")
    if shape.images * shape.filters * shape.outputPlane == 0 { return }
    let forward = ConvolutionForward(shape: shape, x: x, w: w, bias: bias, y: y)
    let method = ConvolutionMethod(shape, Scalar.self)
    let filters = packed.flatMap { $0.method == method ? $0.memory : nil }
    switch method {
    case .biasAlone: forward.writeBias()
    case .images: forward.multiplyImages()
    case .winograd(let tile): convolveByWinograd(shape, tile, x, w, packed: filters, bias: bias, into: y)
    case .depthwise: DepthwiseConvolution<Scalar>(shape).run(x, w, bias: bias, into: y)
    case .interleaved: InterleavedConvolution<Scalar>(shape).run(x, w, packed: filters, bias: bias, into: y)
    case .grid: GridConvolution<Scalar>(shape).run(x, w, packed: filters, bias: bias, into: y)
    case .columns: forward.multiplyColumns()
    }
}

private struct ConvolutionForward<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let x: UnsafePointer<Scalar>
    let w: UnsafePointer<Scalar>
    let bias: UnsafePointer<Scalar>?
    let y: UnsafeMutablePointer<Scalar>

    func epilogue(_ group: Int) -> Epilogue<Scalar> {
        Epilogue(rowBias: bias.map { $0 + group * shape.groupFilters })
    }

    func weights(_ group: Int) -> MatrixOperand<Scalar> {
        MatrixOperand(
            w + group * shape.groupFilters * shape.filterSize, leadingDimension: max(1, shape.filterSize))
    }

    /// Without channels or taps there is only the bias.
    func writeBias() {
        for image in 0..<shape.images {
            gemm(
                m: shape.filters, n: shape.outputPlane, k: 0, weights(0), weights(0),
                into: y + shape.outputOffset(image: image, group: 0), ldc: shape.outputPlane, epilogue: epilogue(0))
        }
    }

    /// Windows of one place: each image is a matrix as it lies.
    func multiplyImages() {
        for group in 0..<shape.groups {
            gemm(
                batch: shape.images, m: shape.groupFilters, n: shape.outputPlane, k: shape.filterSize,
                weights(group), aStride: 0,
                MatrixOperand(
                    x + shape.inputOffset(image: 0, group: group), leadingDimension: shape.inputPlane),
                bStride: shape.channels * shape.inputPlane, into: y + shape.outputOffset(image: 0, group: group),
                ldc: shape.outputPlane, cStride: shape.filters * shape.outputPlane, epilogue: epilogue(group))
        }
    }

    func multiplyColumns() {
        let blocks = PixelBlocks(
            shape, elementSize: MemoryLayout<Scalar>.stride, Scalar.gemmKernels(Kernels.current).blocking)
        let work = shape.groupFilters * shape.filterSize * blocks.length
        parallelFor(0..<blocks.count * shape.groups, grain: max(1, (1 << 19) / work), isLong: shape.isLong) { tasks in
            let columns = Columns<Scalar>(
                packed: shape, count: blocks.length, Scalar.gemmKernels(Kernels.current).blocking)
            let panelBytes = columns.elementCount(channels: shape.groupChannels) * MemoryLayout<Scalar>.stride
            let foldedBytes = blocks.folds ? shape.groupFilters * blocks.length * MemoryLayout<Scalar>.stride : 64
            withScratch(byteCount: panelBytes) { panels in
                withScratch(byteCount: foldedBytes) { folded in
                    for task in tasks {
                        let (group, block) = task.quotientAndRemainder(dividingBy: blocks.count)
                        multiply(
                            blocks[block], group: group, panels.assumingMemoryBound(to: Scalar.self),
                            folded: blocks.folds ? folded.assumingMemoryBound(to: Scalar.self) : nil)
                    }
                }
            }
        }
    }

    /// One block of pixels; those of several images go through `folded`, since each image has a place of its own in y.
    private func multiply(
        _ block: PixelBlock, group: Int, _ panels: UnsafeMutablePointer<Scalar>,
        folded: UnsafeMutablePointer<Scalar>?
    ) {
        let count = block.pixels.count
        let columns = Columns<Scalar>(packed: shape, count: count, Scalar.gemmKernels(Kernels.current).blocking)
        columns.fill(
            x + shape.inputOffset(image: block.image, group: group), pixels: block.pixels,
            channels: 0..<shape.groupChannels, into: panels)
        let target = y + shape.outputOffset(image: block.image, group: group)
        let product = Product(
            m: shape.groupFilters, n: count, k: shape.filterSize, a: weights(group),
            c: folded ?? target + block.pixels.lowerBound, ldc: folded == nil ? shape.outputPlane : count,
            epilogue: epilogue(group))
        product.multiplyPanels(panels, firstColumn: 0, columns: count)
        guard let folded else { return }
        let plane = shape.outputPlane
        for image in 0..<count / plane {
            for filter in 0..<shape.groupFilters {
                (target + (image * shape.filters + filter) * plane).update(
                    from: folded + filter * count + image * plane, count: plane)
            }
        }
    }
}
