import PinionSIMDKernels

/// Convolutions; sizes are images x channels x height x width - filters k kernel [s stride] [g groups].
let convGroup: Group = Group(
    name: "conv", summary: "convolutions and their gradients, padded to the input's size but for k5"
) {
    let shapes = [
        Shape(images: 64, channels: 1, size: 28, filters: 32, kernel: 5),
        Shape(images: 32, channels: 3, size: 32, filters: 64),
        Shape(images: 64, channels: 32, size: 14, filters: 64),
        Shape(images: 32, channels: 64, size: 32, filters: 64),
        Shape(images: 8, channels: 256, size: 8, filters: 256),
        Shape(images: 8, channels: 64, size: 56, filters: 64),
        Shape(images: 8, channels: 64, size: 56, filters: 128, stride: 2),
        Shape(images: 8, channels: 256, size: 14, filters: 64, kernel: 1),
        Shape(images: 8, channels: 64, size: 56, filters: 64, groups: 64),
        // Those of the course's CNN.
        Shape(images: 64, channels: 1, size: 28, filters: 10, kernel: 5),
        Shape(images: 64, channels: 10, size: 12, filters: 20, kernel: 5),
        // The others of ResNet-18.
        Shape(images: 8, channels: 3, size: 224, filters: 64, kernel: 7, stride: 2),
        Shape(images: 8, channels: 64, size: 56, filters: 128, kernel: 1, stride: 2),
        Shape(images: 8, channels: 128, size: 28, filters: 128),
        Shape(images: 8, channels: 128, size: 28, filters: 256, stride: 2),
        Shape(images: 8, channels: 128, size: 28, filters: 256, kernel: 1, stride: 2),
        Shape(images: 8, channels: 256, size: 14, filters: 256),
        Shape(images: 8, channels: 256, size: 14, filters: 512, stride: 2),
        Shape(images: 8, channels: 256, size: 14, filters: 512, kernel: 1, stride: 2),
        Shape(images: 8, channels: 512, size: 7, filters: 512),
    ]
    return shapes.flatMap { shape in Pass.allCases.map { convolution($0, shape) } }
}

private enum Pass: String, CaseIterable {
    case forward, backwardData, backwardWeight
}

private struct Shape {
    var images: Int
    var channels: Int
    var size: Int
    var filters: Int
    var kernel = 3
    var stride = 1
    var groups = 1

    var name: String {
        "\(images)x\(channels)x\(size)x\(size)-\(filters)k\(kernel)" + (stride == 1 ? "" : "s\(stride)")
            + (groups == 1 ? "" : "g\(groups)")
    }

    var convolution: ConvolutionShape {
        let padding = kernel == 5 ? 0 : kernel / 2
        let output = (size + 2 * padding - kernel) / stride + 1
        return ConvolutionShape(
            images: images, channels: channels, filters: filters, groups: groups, input: SIMD3(1, size, size),
            output: SIMD3(1, output, output), kernel: SIMD3(1, kernel, kernel), stride: SIMD3(1, stride, stride),
            padding: SIMD3(0, padding, padding))
    }
}

private func convolution(_ pass: Pass, _ named: Shape) -> Benchmark {
    let shape = named.convolution
    return Benchmark(
        name: "conv/f32/\(pass.rawValue)/\(named.name)", flops: 2 * shape.multiplyAdds, limit: .floatPeak
    ) {
        let x = Buffer<Float>(shape.images * shape.channels * shape.inputPlane)
        let w = Buffer<Float>(shape.filters * shape.filterSize)
        let y = Buffer<Float>(shape.images * shape.filters * shape.outputPlane)
        switch pass {
        case .forward:
            let bias = Buffer<Float>(shape.filters)
            return { convolution(shape, x.readOnly, w.readOnly, bias: bias.readOnly, into: y.pointer) }
        case .backwardData: return { convolutionBackwardData(shape, y.readOnly, w.readOnly, into: x.pointer) }
        case .backwardWeight: return { convolutionBackwardWeight(shape, x.readOnly, y.readOnly, into: w.pointer) }
        }
    }
}
