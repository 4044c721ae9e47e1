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
        return gradient.writeBias(images: 0..<shape.images, channels: 0..<shape.channels)
    }
    if shape.isPointwise && shape.inputPlane >= 64 {
        gradient.multiplyImages()
    } else if shape.stride == .one && (shape.groupChannels >= 8 || shape.groups > 1 || shape.taps == 1) {
        gradient.convolve()
    } else if shape.groups > 1 && shape.groupChannels == 1 {
        convolveDepthwiseBackward(shape, gy, w, bias: bias, into: gx)
    } else {
        gradient.multiplyAndSpread()
    }
}

private struct DataGradient<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let gy: UnsafePointer<Scalar>
    let w: UnsafePointer<Scalar>
    let bias: UnsafePointer<Scalar>?
    let gx: UnsafeMutablePointer<Scalar>

    func writeBias(images: Range<Int>, channels: Range<Int>) {
        for image in images {
            for channel in channels {
                (gx + (image * shape.channels + channel) * shape.inputPlane).update(
                    repeating: bias?[channel] ?? 0, count: shape.inputPlane)
            }
        }
    }

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

    /// Stride 1: a convolution of gy with filters that are turned around and have channels and filters exchanged.
    func convolve() {
        let back = ConvolutionShape(
            images: shape.images, channels: shape.filters, filters: shape.channels, groups: shape.groups,
            input: shape.output, output: shape.input, kernel: shape.kernel, dilation: shape.dilation,
            padding: (shape.kernel &- .one) &* shape.dilation &- shape.padding)
        if ConvolutionMethod(back, Scalar.self) == .winograd {
            return convolveByWinograd(back, gy, w, isTurned: true, bias: bias, into: gx)
        }
        let size = MemoryLayout<Scalar>.stride
        let taps = shape.taps
        withScratch(byteCount: shape.filters * shape.filterSize * size) { scratch in
            let turned = scratch.assumingMemoryBound(to: Scalar.self)
            for group in 0..<shape.groups {
                let offset = group * shape.groupFilters * shape.filterSize
                copy(
                    elementSize: size, sizes: [shape.groupChannels, shape.groupFilters, taps],
                    from: w + offset + taps - 1, strides: [taps, shape.filterSize, -1], into: turned + offset,
                    strides: [shape.groupFilters * taps, taps, 1])
            }
            convolution(back, gy, turned, bias: bias, into: gx)
        }
    }

    /// Columns = wᵀ · gy, added to the places they come from. A task has some channels of an image.
    func multiplyAndSpread() {
        let most = max(1, 512 / shape.taps)
        let parts = (shape.groupChannels + most - 1) / most
        let size = MemoryLayout<Scalar>.stride
        let rows = (shape.groupChannels + parts - 1) / parts * shape.taps
        var single = shape
        single.images = 1
        let blocks = PixelBlocks(
            single, rows: rows, elementSize: size, Scalar.gemmKernels(Kernels.current).blocking)
        let tasks = shape.images * shape.groups * parts
        let work = shape.multiplyAdds / tasks
        parallelFor(0..<tasks, grain: max(1, (1 << 19) / max(1, work)), isLong: shape.isLong) { range in
            withScratch(byteCount: rows * blocks.length * size) { scratch in
                let columns = scratch.assumingMemoryBound(to: Scalar.self)
                for task in range {
                    let (index, part) = task.quotientAndRemainder(dividingBy: parts)
                    let (image, group) = index.quotientAndRemainder(dividingBy: shape.groups)
                    let channels =
                        shape.groupChannels * part / parts..<shape.groupChannels * (part + 1) / parts
                    multiply(image, group, channels, blocks, columns)
                }
            }
        }
    }

    private func multiply(
        _ image: Int, _ group: Int, _ channels: Range<Int>, _ blocks: PixelBlocks,
        _ columns: UnsafeMutablePointer<Scalar>
    ) {
        let first = group * shape.groupChannels
        writeBias(images: image..<image + 1, channels: first + channels.lowerBound..<first + channels.upperBound)
        let source = gy + shape.outputOffset(image: image, group: group)
        let target = gx + shape.inputOffset(image: image, group: group)
        for index in 0..<blocks.count {
            let pixels = blocks[index].pixels
            gemm(
                m: channels.count * shape.taps, n: pixels.count, k: shape.groupFilters,
                transposedWeights(group).advanced(row: channels.lowerBound * shape.taps, column: 0),
                MatrixOperand(source + pixels.lowerBound, leadingDimension: shape.outputPlane), into: columns,
                ldc: pixels.count)
            spread(columns, pixels: pixels, channels: channels, into: target)
        }
    }

    /// Adds row-major columns to the elements of one image they belong to.
    private func spread(
        _ columns: UnsafePointer<Scalar>, pixels: Range<Int>, channels: Range<Int>,
        into image: UnsafeMutablePointer<Scalar>
    ) {
        let pixelRuns = shape.pixelRuns(pixels)
        var runs: [ColumnRun] = []
        shape.forEachTap { index, tap in
            shape.columnRuns(pixelRuns, tap: tap, width: pixels.count, into: &runs)
            for channel in channels {
                let row = (channel - channels.lowerBound) * shape.taps + index
                addRuns(
                    runs, columns + row * pixels.count, step: shape.stride.z, into: image + channel * shape.inputPlane)
            }
        }
    }
}

/// Adds the runs of one row of columns to a channel.
private func addRuns<Scalar: GemmScalar>(
    _ runs: [ColumnRun], _ row: UnsafePointer<Scalar>, step: Int, into channel: UnsafeMutablePointer<Scalar>
) {
    for run in runs where run.source >= 0 {
        let (from, to) = (row + run.lane, channel + run.source)
        if step == 1 {
            for i in 0..<run.count { to[i] += from[i] }
        } else {
            for i in 0..<run.count { to[i * step] += from[i] }
        }
    }
}
