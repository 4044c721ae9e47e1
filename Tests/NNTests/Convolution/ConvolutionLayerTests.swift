import PinionNN
import PinionTestSupport
import Testing

@Suite struct ConvolutionLayerTests {
    @Test func printAsPyTorchDoes() {
        #expect("\(Conv2d(1, 10, kernelSize: 5))" == "Conv2d(1, 10, kernel_size=(5, 5), stride=(1, 1))")
        let full = Conv2d(
            4, 8, kernelSize: [3, 5], stride: 2, padding: [1, 2], dilation: 2, groups: 2, bias: false,
            paddingMode: .reflect)
        #expect(
            "\(full)" == "Conv2d(4, 8, kernel_size=(3, 5), stride=(2, 2), padding=(1, 2), dilation=(2, 2), groups=2, "
                + "bias=False, padding_mode=reflect)")
        #expect(
            "\(Conv1d(2, 3, kernelSize: 3, padding: .same))"
                == "Conv1d(2, 3, kernel_size=(3,), stride=(1,), padding=same)")
        #expect(
            "\(Conv3d(1, 2, kernelSize: 3, padding: 1))"
                == "Conv3d(1, 2, kernel_size=(3, 3, 3), stride=(1, 1, 1), padding=(1, 1, 1))")
        #expect(
            "\(ConvTranspose2d(4, 8, kernelSize: 3, stride: 2, padding: 1, outputPadding: 1))"
                == "ConvTranspose2d(4, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), output_padding=(1, 1))")
        #expect(
            "\(ConvTranspose1d(4, 8, kernelSize: 3, groups: 2, bias: false, dilation: 2))"
                == "ConvTranspose1d(4, 8, kernel_size=(3,), stride=(1,), dilation=(2,), groups=2, bias=False)")
        #expect("\(Unfold(3))" == "Unfold(kernel_size=3, dilation=1, padding=0, stride=1)")
        #expect(
            "\(Fold([4, 5], [2, 2], stride: 2))"
                == "Fold(output_size=(4, 5), kernel_size=(2, 2), dilation=1, padding=0, stride=2)")
    }

    /// PyTorch's draws after `torch.manual_seed(42)`.
    @Test func beginAsPyTorchsDo() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(42)
        let conv = Conv2d(2, 3, kernelSize: [2, 1])
        expect(
            conv.weight,
            [
                0.382269, 0.415004, -0.117136, 0.459306, -0.109552, 0.100895, -0.243428, 0.293641, 0.440771, -0.366814,
                0.434598, 0.09358,
            ], 1e-6)
        expect(conv.bias, [0.369404, 0.067715, 0.241094], 1e-6)
        let transposed = ConvTranspose1d(2, 4, kernelSize: 2, groups: 2)
        expect(
            transposed.weight,
            [-0.070596, 0.385443, 0.073904, -0.23342, 0.127449, -0.230368, -0.058636, -0.203079], 1e-6)
        expect(transposed.bias, [0.331685, -0.394685, -0.230505, -0.141187], 1e-6)
        #expect(conv.namedParameters().map(\.0) == ["weight", "bias"])
    }

    @Test func paddingModes() {
        let x = Tensor.arange(12.0).reshape(1, 1, 3, 4).float()
        let expected: [(PaddingMode, [Double])] = [
            (.zeros, [0, 4, 11, 18, 9, 16, 34, 44, 54, 24, 40, 74, 84, 94, 40, 16, 26, 29, 32, 11]),
            (.reflect, [16, 18, 28, 38, 36, 32, 34, 44, 54, 52, 72, 74, 84, 94, 92, 56, 58, 68, 78, 76]),
            (.replicate, [0, 6, 16, 26, 30, 28, 34, 44, 54, 58, 68, 74, 84, 94, 98, 80, 86, 96, 106, 110]),
            (.circular, [36, 30, 40, 50, 36, 40, 34, 44, 54, 40, 80, 74, 84, 94, 80, 36, 30, 40, 50, 36]),
        ]
        for (mode, values) in expected {
            let conv = Conv2d(1, 1, kernelSize: 2, padding: 1, bias: false, paddingMode: mode)
            conv.weight = Tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
            expect(conv(x), values)
        }
        let same = Conv1d(1, 1, kernelSize: 4, padding: .same, bias: false, paddingMode: .circular)
        same.weight = Tensor([[[1.0, 2.0, 3.0, 4.0]]])
        expect(same(Tensor([[[0.0, 1.0, 2.0, 3.0, 4.0]]])), [15, 20, 30, 20, 15])
    }

    @Test func outputSizeOfTransposedConvolutions() throws {
        let layer = ConvTranspose2d(1, 1, kernelSize: 3, stride: 2, padding: 1, bias: false)
        layer.weight = Tensor.ones(1, 1, 3, 3)
        let x = Tensor([[[[0.0, 1.0], [2.0, 3.0]]]])
        expect(layer(x), [0, 1, 1, 2, 6, 4, 2, 5, 3])
        let larger = layer.forward(x, outputSize: [4, 4])
        expect(larger, [0, 1, 1, 1, 2, 6, 4, 4, 2, 5, 3, 3, 2, 5, 3, 3])
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { layer.forward(x, outputSize: [5, 4]) }
        }
        #expect(error?.description.contains("range from [3, 3] to [4, 4]") == true)
    }

    @Test func mistakesNameTheRule() {
        let x = Tensor.zeros(1, 3, 5, 5)
        #expect(
            mistake { _ = conv2d(x, Tensor.zeros(4, 2, 3, 3)) }
                == "conv2d: a weight of shape [4, 2, 3, 3] with groups = 1 takes 2 channels, but the input of shape "
                + "[1, 3, 5, 5] has 3")
        #expect(
            mistake { _ = conv2d(x, Tensor.zeros(4, 3, 7, 3), padding: 0) }.contains("kernel of size 7 with dilation 1")
        )
        #expect(
            mistake { _ = conv2d(x, Tensor.zeros(4, 3, 3, 3), stride: 2, padding: .same) }.contains("padding .same"))
        #expect(mistake { _ = conv2d(x, Tensor.zeros(4, 3, 3, 3, dtype: .float64)) }.contains("a weight of float64"))
        #expect(mistake { _ = conv2d(x, Tensor.zeros(4, 3, 3, 3), stride: [1, 2, 3]) }.contains("got [1, 2, 3]"))
        #expect(mistake { _ = Conv2d(3, 4, kernelSize: 3, groups: 2) }.contains("divisible by groups"))
    }

    private func expect(_ x: Tensor?, _ values: [Double], _ tolerance: Double = 0) {
        let elements = x?.toArray(Double.self) ?? []
        #expect(elements.count == values.count)
        #expect(zip(elements, values).allSatisfy { abs($0 - $1) <= tolerance }, "\(elements)")
    }
}
