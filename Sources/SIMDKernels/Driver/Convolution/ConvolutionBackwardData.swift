/// The gradient of a convolution by its input, from the gradient gy by its output and its weights; with a bias for each
/// channel, the forward pass of a transposed convolution.
///
/// Arrays as in `convolution`. Sums run in one order, whatever the number of threads.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func convolutionBackwardData<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ gy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>? = nil, into gx: UnsafeMutablePointer<Scalar>
) {
    shape.check("convolutionBackwardData")
    if shape.images * shape.channels * shape.inputPlane == 0 { return }
    let gradient = DataGradient(shape: shape, gy: gy, w: w, bias: bias, gx: gx)
    if shape.filters * shape.taps * shape.outputPlane == 0 {
        for group in 0..<shape.groups {
            shape.writeBias(
                bias, images: 0..<shape.images, group: group, channels: 0..<shape.groupChannels, into: gx)
        }
        return
    }
    if shape.isPointwise && shape.inputPlane >= 64 {
        gradient.multiplyImages()
    } else if gradient.isConvolution {
        gradient.convolve()
    } else if shape.groups > 1 && shape.groupChannels == 1 {
        convolveDepthwiseBackward(shape, gy, w, bias: bias, into: gx)
    } else {
        ColumnSpread(shape, w, bias: bias).run(gy, into: gx)
    }
}

private struct DataGradient<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let gy: UnsafePointer<Scalar>
    let w: UnsafePointer<Scalar>
    let bias: UnsafePointer<Scalar>?
    let gx: UnsafeMutablePointer<Scalar>

    /// wᵀ of a group, [channels · taps, filters].
    private func transposedWeights(_ group: Int) -> MatrixOperand<Scalar> {
        MatrixOperand(
            w + group * shape.groupFilters * shape.filterSize, leadingDimension: shape.filterSize, transposed: true)
    }

    /// Windows of one place: each image is a matrix as it lies.
    func multiplyImages() {
        for group in 0..<shape.groups {
            gemm(
                batch: shape.images, m: shape.groupChannels, n: shape.inputPlane, k: shape.groupFilters,
                transposedWeights(group), aStride: 0,
                MatrixOperand(
                    gy + shape.outputOffset(image: 0, group: group), leadingDimension: shape.outputPlane),
                bStride: shape.filters * shape.outputPlane, into: gx + shape.inputOffset(image: 0, group: group),
                ldc: shape.inputPlane, cStride: shape.channels * shape.inputPlane,
                epilogue: Epilogue(rowBias: bias.map { $0 + group * shape.groupChannels }))
        }
    }

    /// With stride 1, the convolution of gy with filters that are turned around and have channels and filters exchanged.
    private var back: ConvolutionShape {
        ConvolutionShape(
            images: shape.images, channels: shape.filters, filters: shape.channels, groups: shape.groups,
            input: shape.output, output: shape.input, kernel: shape.kernel, dilation: shape.dilation,
            padding: (shape.kernel &- .one) &* shape.dilation &- shape.padding)
    }

    /// Whether it is computed as that convolution: tiles of few channels are not filled, and wait for memory where they
    /// sum over many filters.
    var isConvolution: Bool {
        guard shape.stride == .one else { return false }
        return shape.groupChannels >= 8 || shape.groups > 1 || shape.taps == 1
            || (shape.filters <= 12 * shape.channels && InterleavedConvolution<Scalar>.pays(back))
    }

    func convolve() {
        let back = back
        switch ConvolutionMethod(back, Scalar.self) {
        case .winograd(let tile): return convolveByWinograd(back, tile, gy, w, isTurned: true, bias: bias, into: gx)
        case .interleaved:
            let convolution = InterleavedConvolution<Scalar>(back, isTurned: true)
            return convolution.run(gy, w, packed: nil, bias: bias, into: gx)
        default: break
        }
        let size = MemoryLayout<Scalar>.stride
        let taps = shape.taps
        withScratch(byteCount: shape.filters * shape.filterSize * size) { scratch in
            let turned = scratch.assumingMemoryBound(to: Scalar.self)
            let groupSize = shape.groupFilters * shape.filterSize
            copy(
                elementSize: size, sizes: [shape.groups, shape.groupChannels, shape.groupFilters, taps],
                from: w + taps - 1, strides: [groupSize, taps, shape.filterSize, -1], into: turned,
                strides: [groupSize, shape.groupFilters * taps, taps, 1])
            convolution(back, gy, turned, bias: bias, into: gx)
        }
    }
}
