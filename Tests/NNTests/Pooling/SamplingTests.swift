import PinionNN
import PinionTestSupport
import Testing

private func ratio(_ s: OperationCall) -> (any ScaleFactors)? {
    s.double("output_ratio") ?? s.value("output_ratio")?.elements?.compactMap(\.double)
}

private let rows: [OperationRow] = [
    OperationRow("fractional_max_pool2d_with_indices") { s in
        let (values, indices) = fractionalMaxPool2dWithIndices(
            s[0], s.ints("kernel_size", [1]), outputSize: s.ints("output_size"), outputRatio: ratio(s),
            randomSamples: s[1])
        return [values, indices]
    }.named("fractionalMaxPool2d"),
    OperationRow("fractional_max_pool3d_with_indices") { s in
        let (values, indices) = fractionalMaxPool3dWithIndices(
            s[0], s.ints("kernel_size", [1]), outputSize: s.ints("output_size"), outputRatio: ratio(s),
            randomSamples: s[1])
        return [values, indices]
    }.named("fractionalMaxPool3d"),
    OperationRow("interpolate") { s in
        [
            interpolate(
                s[0], size: s.ints("size"), scaleFactor: s.double("scale_factor"),
                mode: InterpolationMode(rawValue: s.string("mode", "")) ?? .nearest,
                alignCorners: s.bool("align_corners"), antialias: s.bool("antialias", false))
        ]
    },
]

@Suite struct SamplingTests {
    @Test(arguments: rows.map(\.name)) func agreesWithPyTorch(_ name: String) throws {
        try FunctionalRows("samplings", rows).check(name)
    }

    @Test func layers() {
        let own = OwnGenerator()
        defer { own.end() }
        let x = Tensor.randn(2, 3, 8, 9)
        manualSeed(1)
        let y = FractionalMaxPool2d(2, outputRatio: 0.5)(x)
        manualSeed(1)
        #expect(y.equal(fractionalMaxPool2d(x, 2, outputSize: [4, 4], randomSamples: Tensor.rand(2, 3, 2))))
        #expect(FractionalMaxPool3d(2, outputSize: [2, 3, 4])(x).shape == [2, 2, 3, 4])
        #expect("\(FractionalMaxPool2d(2, outputSize: 3))" == "FractionalMaxPool2d()")
        #expect(throws: TensorError.self) { try catchingTensorErrors { FractionalMaxPool2d(2) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { FractionalMaxPool2d(2, outputRatio: 1.5) } }
        let nearest = UpsamplingNearest2d(scaleFactor: 2)
        #expect("\(nearest)" == "UpsamplingNearest2d(scale_factor=2.0, mode='nearest')")
        #expect(nearest(x).equal(interpolate(x, size: [16, 18])))
        let bilinear = UpsamplingBilinear2d(scaleFactor: [2.0, 3.0])
        #expect("\(bilinear)" == "UpsamplingBilinear2d(scale_factor=(2.0, 3.0), mode='bilinear')")
        let expected = interpolate(x, scaleFactor: [2.0, 3.0], mode: .bilinear, alignCorners: true)
        #expect(bilinear(x).equal(expected))
    }

    @Test func aSizeForEachDimension() throws {
        let x = Tensor.zeros(1, 1, 4, 5)
        #expect(interpolate(x, size: 3).shape == [1, 1, 3, 3])
        #expect(interpolate(x, scaleFactor: 2).shape == [1, 1, 8, 10])
        let rule = "for each spatial dimension of [4, 5], or one number for all of them; got"
        #expect(mistake { _ = interpolate(x, size: [3]) } == "interpolate: expected a size \(rule) [3]")
        let factor = mistake { _ = interpolate(x, scaleFactor: [2.0]) }
        #expect(factor == "interpolate: expected a scaleFactor \(rule) [2.0]")
    }
}
