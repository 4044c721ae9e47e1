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
    case .channelsLast:
        ChannelsLastConvolution<Scalar>(shape).run(x, w, packed: filters, bias: bias, into: y)
    case .columns: ColumnsConvolution<Scalar>(shape).run(x, w, packed: filters, bias: bias, into: y)
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
}
