import PinionNN
import Testing

@Suite struct PoolingLayerTests {
    @Test func printAsPyTorchDoes() {
        #expect(
            "\(MaxPool2d(2))" == "MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)")
        #expect(
            "\(MaxPool2d(3, stride: 2, padding: 1, ceilMode: true))"
                == "MaxPool2d(kernel_size=3, stride=2, padding=1, dilation=1, ceil_mode=True)")
        #expect("\(AvgPool2d(2))" == "AvgPool2d(kernel_size=2, stride=2, padding=0)")
        #expect("\(AvgPool1d(3))" == "AvgPool1d(kernel_size=(3,), stride=(3,), padding=(0,))")
        #expect("\(AdaptiveAvgPool2d(1))" == "AdaptiveAvgPool2d(output_size=1)")
        #expect("\(AdaptiveMaxPool2d([5, 7]))" == "AdaptiveMaxPool2d(output_size=(5, 7))")
        #expect(
            "\(LPPool2d(2, 3))" == "LPPool2d(norm_type=2, kernel_size=3, stride=None, ceil_mode=False)")
        #expect(
            "\(LPPool1d(1.5, 3, stride: 2))" == "LPPool1d(norm_type=1.5, kernel_size=3, stride=2, ceil_mode=False)")
        #expect("\(MaxUnpool2d(2))" == "MaxUnpool2d(kernel_size=(2, 2), stride=(2, 2), padding=(0, 0))")
        #expect("\(Upsample(scaleFactor: 2))" == "Upsample(scale_factor=2.0, mode='nearest')")
        #expect(
            "\(Upsample(size: [3, 4], mode: .bilinear, alignCorners: true))"
                == "Upsample(size=(3, 4), mode='bilinear')")
    }

    @Test func layersDoWhatTheirFunctionsDo() {
        let x = Tensor.randn(2, 3, 8, 8)
        #expect(MaxPool2d(2)(x).equal(maxPool2d(x, 2)))
        #expect(AvgPool2d(3, stride: 2, padding: 1)(x).equal(avgPool2d(x, 3, stride: 2, padding: 1)))
        #expect(AdaptiveAvgPool2d([3, 2])(x).equal(adaptiveAvgPool2d(x, [3, 2])))
        #expect(AdaptiveMaxPool2d(3)(x).equal(adaptiveMaxPool2d(x, 3)))
        #expect(LPPool2d(2, 2)(x.abs()).equal(lpPool2d(x.abs(), 2, 2)))
        let layer = MaxPool2d(2)
        let (values, indices) = layer.withIndices(x)
        let back = MaxUnpool2d(2)(values, indices)
        #expect(back.shape == x.shape)
        #expect(layer(back.abs()).equal(values.abs()))
        #expect(Upsample(scaleFactor: 2, mode: .bilinear)(x).shape == [2, 3, 16, 16])
        #expect(Unfold(3)(x).shape == [2, 27, 36])
        #expect(Fold([8, 8], 2, stride: 2)(Unfold(2, stride: 2)(x)).equal(x))
    }

    @Test func resultsDoNotDependOnTheNumberOfThreads() {
        let former = numThreads
        defer { setNumThreads(former) }
        let x = Tensor.randn(16, 8, 40, 41).requiresGradInPlace()
        func results() -> [Tensor] {
            x.grad = nil
            let outputs = [
                maxPool2d(x, 3, stride: 2, padding: 1), avgPool2d(x, 3, stride: 1, padding: 1),
                adaptiveAvgPool2d(x, [7, 9]), interpolate(x, size: [55, 23], mode: .bicubic),
            ]
            for output in outputs { (output * output).sum().backward() }
            return outputs + [x.grad ?? Tensor.zeros(0)]
        }
        setNumThreads(1)
        let one = results()
        setNumThreads(3)
        #expect(zip(one, results()).allSatisfy { $0.equal($1) })
    }
}
