// Groups of one channel: every filter reads one plane. Each tap adds a multiple of the input's rows to the output's, so
// rows stay in the first-level cache and nothing is gathered.

extension ConvolutionShape {
    /// Calls `body` for each part of an output row that a tap reaches: the offset of the output's first element in its
    /// plane, the input's in its own, and the count. The input's elements are `stride.z` apart.
    @inline(__always)
    fileprivate func forEachRow(_ body: (_ tap: Int, _ output: Int, _ input: Int, _ count: Int) -> Void) {
        for z in 0..<output.x {
            for y in 0..<output.y {
                let run = PixelRun(image: 0, place: SIMD3(z, y, 0), count: output.z, column: 0)
                let row = (z * output.y + y) * output.z
                var tap = 0
                for kz in 0..<kernel.x {
                    for ky in 0..<kernel.y {
                        for kx in 0..<kernel.z {
                            insidePart(of: run, tap: SIMD3(kz, ky, kx)) { before, count, source in
                                if count > 0 { body(tap, row + before, source, count) }
                            }
                            tap += 1
                        }
                    }
                }
            }
        }
    }

    private func forEachPlane(_ count: Int, _ body: (_ image: Int, _ index: Int) -> Void) {
        let work = max(1, outputPlane * taps * max(1, filters / max(1, count)))
        parallelFor(0..<images * count, grain: max(1, (1 << 17) / work)) { part in
            for index in part { body(index / count, index % count) }
        }
    }

    fileprivate func forEachFilter(_ body: (_ image: Int, _ filter: Int) -> Void) { forEachPlane(filters, body) }
    fileprivate func forEachChannel(_ body: (_ image: Int, _ channel: Int) -> Void) { forEachPlane(channels, body) }
}

/// y for groups of one channel.
func convolveDepthwise<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
    into y: UnsafeMutablePointer<Scalar>
) {
    shape.forEachFilter { image, filter in
        let channel = filter / shape.groupFilters
        let target = y + (image * shape.filters + filter) * shape.outputPlane
        target.update(repeating: bias?[filter] ?? 0, count: shape.outputPlane)
        addPlane(
            shape, x + (image * shape.channels + channel) * shape.inputPlane, w + filter * shape.taps, into: target)
    }
}

/// The gradient by x for groups of one channel.
func convolveDepthwiseBackward<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ gy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
    into gx: UnsafeMutablePointer<Scalar>
) {
    shape.forEachChannel { image, channel in
        let target = gx + (image * shape.channels + channel) * shape.inputPlane
        target.update(repeating: bias?[channel] ?? 0, count: shape.inputPlane)
        for filter in channel * shape.groupFilters..<(channel + 1) * shape.groupFilters {
            spreadPlane(
                shape, gy + (image * shape.filters + filter) * shape.outputPlane, w + filter * shape.taps,
                into: target)
        }
    }
}

/// The gradient by w for groups of one channel: a filter a task, images in order.
func convolveDepthwiseWeights<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>,
    into gw: UnsafeMutablePointer<Scalar>
) {
    let work = max(1, shape.images * shape.outputPlane * shape.taps)
    parallelFor(0..<shape.filters, grain: max(1, (1 << 17) / work)) { filters in
        for filter in filters {
            let target = gw + filter * shape.taps
            target.update(repeating: 0, count: shape.taps)
            for image in 0..<shape.images {
                addProducts(
                    shape, x + (image * shape.channels + filter / shape.groupFilters) * shape.inputPlane,
                    gy + (image * shape.filters + filter) * shape.outputPlane, into: target)
            }
        }
    }
}

private func addPlane<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    into y: UnsafeMutablePointer<Scalar>
) {
    let step = shape.stride.z
    shape.forEachRow { tap, output, input, count in
        let (target, source, factor) = (y + output, x + input, w[tap])
        if step == 1 {
            for i in 0..<count { target[i] += factor * source[i] }
        } else {
            for i in 0..<count { target[i] += factor * source[i * step] }
        }
    }
}

private func spreadPlane<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ gy: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    into gx: UnsafeMutablePointer<Scalar>
) {
    let step = shape.stride.z
    shape.forEachRow { tap, output, input, count in
        let (source, target, factor) = (gy + output, gx + input, w[tap])
        if step == 1 {
            for i in 0..<count { target[i] += factor * source[i] }
        } else {
            for i in 0..<count { target[i * step] += factor * source[i] }
        }
    }
}

private func addProducts<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, _ gy: UnsafePointer<Scalar>,
    into gw: UnsafeMutablePointer<Scalar>
) {
    let step = shape.stride.z
    shape.forEachRow { tap, output, input, count in
        let (left, right) = (gy + output, x + input)
        // Four sums, which the compiler makes one vector of.
        var (s0, s1, s2, s3): (Scalar, Scalar, Scalar, Scalar) = (0, 0, 0, 0)
        var i = 0
        if step == 1 {
            while i + 4 <= count {
                s0 += left[i] * right[i]
                s1 += left[i + 1] * right[i + 1]
                s2 += left[i + 2] * right[i + 2]
                s3 += left[i + 3] * right[i + 3]
                i += 4
            }
        }
        var sum = (s0 + s1) + (s2 + s3)
        while i < count {
            sum += left[i] * right[i * step]
            i += 1
        }
        gw[tap] += sum
    }
}
