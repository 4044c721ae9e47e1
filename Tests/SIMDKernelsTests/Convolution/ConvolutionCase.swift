import PinionSIMDKernels

/// A convolution and its gradients by the kernels and by plain loops in double precision.
struct ConvolutionCase<Scalar: GemmScalar> {
    let shape: ConvolutionShape
    let x: [Scalar]
    let w: [Scalar]
    let bias: [Scalar]
    let gy: [Scalar]

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        var numbers = Numbers(seed: shape.filterSize + shape.outputPlane)
        x = numbers.array(shape.images * shape.channels * shape.inputPlane)
        w = numbers.array(shape.filters * shape.filterSize)
        bias = numbers.array(shape.filters + shape.channels)
        gy = numbers.array(shape.images * shape.filters * shape.outputPlane)
    }

    /// Output, gradient by the input and gradient by the weights; an element more than they have, to see it unchanged.
    func results() -> [[Scalar]] {
        var y = [Scalar](repeating: 7, count: gy.count + 1)
        convolution(shape, x, w, bias: bias, into: &y)
        var gx = [Scalar](repeating: 7, count: x.count + 1)
        convolutionBackwardData(shape, gy, w, bias: bias, into: &gx)
        var gw = [Scalar](repeating: 7, count: w.count + 1)
        convolutionBackwardWeight(shape, x, gy, into: &gw)
        return [y, gx, gw]
    }

    func expected() -> [[Double]] {
        var y = [Double](repeating: 0, count: gy.count)
        var gx = [Double](repeating: 0, count: x.count)
        var gw = [Double](repeating: 0, count: w.count)
        for n in 0..<shape.images {
            for f in 0..<shape.filters {
                for p in 0..<shape.outputPlane { y[(n * shape.filters + f) * shape.outputPlane + p] = Double(bias[f]) }
            }
            for c in 0..<shape.channels {
                for p in 0..<shape.inputPlane { gx[(n * shape.channels + c) * shape.inputPlane + p] = Double(bias[c]) }
            }
        }
        forEachProduct { output, input, weight in
            y[output] += Double(x[input]) * Double(w[weight])
            gx[input] += Double(gy[output]) * Double(w[weight])
            gw[weight] += Double(gy[output]) * Double(x[input])
        }
        return [y, gx, gw]
    }

    private func forEachProduct(_ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void) {
        let s = shape
        for n in 0..<s.images {
            for f in 0..<s.filters {
                for c in 0..<s.groupChannels {
                    let channel = f / s.groupFilters * s.groupChannels + c
                    for p in 0..<s.outputPlane {
                        let place = position(p, in: s.output)
                        for t in 0..<s.taps {
                            let source = place &* s.stride &- s.padding &+ position(t, in: s.kernel) &* s.dilation
                            if source.min() < 0 || any(source .>= s.input) { continue }
                            let inner = (source.x * s.input.y + source.y) * s.input.z + source.z
                            body(
                                (n * s.filters + f) * s.outputPlane + p,
                                (n * s.channels + channel) * s.inputPlane + inner,
                                (f * s.groupChannels + c) * s.taps + t)
                        }
                    }
                }
            }
        }
    }

    private func position(_ index: Int, in sizes: SIMD3<Int>) -> SIMD3<Int> {
        SIMD3(index / (sizes.y * sizes.z), index / sizes.z % sizes.y, index % sizes.z)
    }
}

extension ConvolutionShape {
    /// A shape whose output follows from zeros before and after the image.
    init(
        _ images: Int, _ channels: Int, _ filters: Int, groups: Int = 1, _ input: SIMD3<Int>, _ kernel: SIMD3<Int>,
        stride: SIMD3<Int> = .one, dilation: SIMD3<Int> = .one, before: SIMD3<Int> = .zero, after: SIMD3<Int> = .zero
    ) {
        let room = input &+ before &+ after &- dilation &* (kernel &- .one) &- .one
        self.init(
            images: images, channels: channels, filters: filters, groups: groups, input: input,
            output: room / stride &+ .one, kernel: kernel, stride: stride, dilation: dilation, padding: before)
    }
}
