import PinionNN
import PinionTestSupport
import Testing

/// Arguments under their names and by position mean the same as in the usual form.
@Suite struct LabelTests {
    /// Both print the same and begin with the same draws.
    private func same(_ first: @autoclosure @escaping () -> Module, _ second: @autoclosure @escaping () -> Module) {
        let own = OwnGenerator()
        defer { own.end() }
        let modules = [first, second].map { make in
            manualSeed(2)
            return make()
        }
        #expect("\(modules[0])" == "\(modules[1])")
        for (a, b) in zip(modules[0].parameters(), modules[1].parameters()) { #expect(a.equal(b)) }
    }

    @Test func convolutions() {
        same(Conv1d(inChannels: 2, outChannels: 4, kernelSize: 3, groups: 2), Conv1d(2, 4, kernelSize: 3, groups: 2))
        same(Conv2d(2, 4, 3, stride: 2, padding: 1), Conv2d(2, 4, kernelSize: 3, stride: 2, padding: 1))
        same(Conv2d(2, 4, 3, 2, 1, bias: false), Conv2d(2, 4, kernelSize: 3, stride: 2, padding: 1, bias: false))
        same(Conv3d(1, 2, 2, 2, dilation: 2), Conv3d(1, 2, kernelSize: 2, stride: 2, dilation: 2))
        same(
            Conv2d(1, 1, 3, padding: "same", paddingMode: "reflect"),
            Conv2d(1, 1, kernelSize: 3, padding: .same, paddingMode: .reflect))
        same(
            ConvTranspose2d(2, 4, 3, 2, 1, outputPadding: 1),
            ConvTranspose2d(2, 4, kernelSize: 3, stride: 2, padding: 1, outputPadding: 1))
        same(ConvTranspose1d(inChannels: 2, outChannels: 1, kernelSize: 2), ConvTranspose1d(2, 1, 2))
        #expect(ConvTranspose2d(1, 1, 3, stride: 2)(.ones(1, 1, 4, 4), outputSize: [10, 10]).shape == [1, 1, 10, 10])
        let (x, w, b) = (Tensor.ones(1, 1, 3), Tensor.ones(1, 1, 2), Tensor([0.5]))
        #expect(conv1d(x, w, bias: b).equal(conv1d(x, w, b)))
        #expect(convTranspose1d(x, w, bias: b).equal(convTranspose1d(x, w, b)))
    }

    @Test func pools() {
        same(MaxPool2d(kernelSize: 3, stride: 2, padding: 1), MaxPool2d(3, stride: 2, padding: 1))
        same(MaxPool2d(3, 2, 1, ceilMode: true), MaxPool2d(3, stride: 2, padding: 1, ceilMode: true))
        same(AvgPool2d(kernelSize: 3, stride: 2, divisorOverride: 2), AvgPool2d(3, 2, divisorOverride: 2))
        same(AvgPool1d(2, 1), AvgPool1d(kernelSize: 2, stride: 1))
        same(LPPool2d(normType: 2, kernelSize: 3), LPPool2d(2, 3))
        same(AdaptiveAvgPool2d(outputSize: [2, 3]), AdaptiveAvgPool2d([2, 3]))
        let x = Tensor.arange(16.0).reshape(1, 1, 4, 4)
        #expect(maxPool2d(x, kernelSize: 2).equal(maxPool2d(x, 2)))
        #expect(maxPool2d(x, 2, 1).equal(maxPool2d(x, 2, stride: 1)))
        #expect(avgPool2d(x, kernelSize: 2, stride: 1).equal(avgPool2d(x, 2, 1)))
        let (values, indices) = MaxPool2d(2, returnIndices: true)(x)
        let (others, places) = maxPool2d(x, 2, returnIndices: true)
        #expect(values.equal(others) && indices.equal(places))
        #expect(indices.toArray(Int.self) == [5, 7, 13, 15])
        #expect(MaxUnpool2d(kernelSize: 2)(values, indices).sum().item == 40)
    }

    @Test func others() {
        same(Linear(inFeatures: 2, outFeatures: 3, bias: false), Linear(2, 3, bias: false))
        same(Bilinear(in1Features: 2, in2Features: 3, outFeatures: 1), Bilinear(2, 3, 1))
        same(Embedding(numEmbeddings: 4, embeddingDim: 2, paddingIdx: 1), Embedding(4, 2, paddingIdx: 1))
        same(EmbeddingBag(numEmbeddings: 4, embeddingDim: 2, mode: "sum"), EmbeddingBag(4, 2, mode: .sum))
        same(Embedding.fromPretrained(.ones(2, 3), freeze: false), Embedding(pretrained: .ones(2, 3), freeze: false))
        same(BatchNorm2d(numFeatures: 3, momentum: 0.2), BatchNorm2d(3, momentum: 0.2))
        same(InstanceNorm1d(numFeatures: 3, affine: true), InstanceNorm1d(3, affine: true))
        same(LayerNorm(normalizedShape: 3), LayerNorm(normalizedShape: [3]))
        same(RMSNorm(normalizedShape: 3, eps: 1e-3), RMSNorm([3], eps: 1e-3))
        same(GroupNorm(numGroups: 2, numChannels: 4), GroupNorm(2, 4))
        same(LocalResponseNorm(size: 2), LocalResponseNorm(2))
        same(LSTM(inputSize: 2, hiddenSize: 3, numLayers: 2), LSTM(2, 3, 2))
        same(GRU(2, 3, 2, batchFirst: true), GRU(2, 3, numLayers: 2, batchFirst: true))
        same(RNN(inputSize: 2, hiddenSize: 3, nonlinearity: "relu"), RNN(2, 3, nonlinearity: .relu))
        same(LSTMCell(inputSize: 2, hiddenSize: 3), LSTMCell(2, 3))
        same(PReLU(2, init: 0.1), PReLU(2, initial: 0.1))
        same(Unfold(kernelSize: 2, stride: 2), Unfold(2, stride: 2))
        same(Fold(outputSize: [3, 3], kernelSize: 2), Fold([3, 3], 2))
        same(PixelShuffle(upscaleFactor: 2), PixelShuffle(2))
    }

    @Test func functions() {
        let own = OwnGenerator()
        defer { own.end() }
        let x = Tensor.randn(3, 4)
        func pair(_ first: () -> Tensor, _ second: () -> Tensor) {
            manualSeed(4)
            let one = first()
            manualSeed(4)
            #expect(one.equal(second()))
        }
        pair {
            dropout(x, 0.3)
        } _: {
            dropout(x, p: 0.3)
        }
        pair {
            normal(.empty(3), mean: 1, std: 2)
        } _: {
            normal(.empty(3), 1, 2)
        }
        pair {
            normal(.empty(3), std: 0.02)
        } _: {
            normal(.empty(3), 0, 0.02)
        }
        pair {
            uniform(.empty(3), a: -1, b: 1)
        } _: {
            uniform(.empty(3), -1, 1)
        }
        pair {
            uniform(.empty(3), b: 3)
        } _: {
            uniform(.empty(3), 0, 3)
        }
        pair {
            constant(.empty(3), val: 3)
        } _: {
            constant(.empty(3), 3)
        }
        pair {
            kaimingNormal(.empty(3, 4), mode: "fan_out", nonlinearity: "leaky_relu")
        } _: {
            kaimingNormal(.empty(3, 4), mode: .fanOut, nonlinearity: .leakyRelu)
        }
        pair {
            leakyRelu(x, 0.2)
        } _: {
            leakyReLU(x, negativeSlope: 0.2)
        }
        pair {
            logsigmoid(x)
        } _: {
            logSigmoid(x)
        }
        pair {
            layerNorm(x, normalizedShape: [4])
        } _: {
            layerNorm(x, [4])
        }
        pair {
            rmsNorm(x, normalizedShape: [4])
        } _: {
            rmsNorm(x, [4])
        }
        pair {
            batchNorm(x, runningMean: nil, runningVar: nil, training: true)
        } _: {
            batchNorm(x, nil, nil, training: true)
        }
        pair {
            klDiv(x, x.softmax(dim: 1), reduction: "batchmean")
        } _: {
            klDiv(x, x.softmax(dim: 1), reduction: .batchMean)
        }
        pair {
            mseLoss(x, x * 2, reduction: "sum")
        } _: {
            mseLoss(x, x * 2, reduction: .sum)
        }
        let weight = Tensor.ones(2, requiresGrad: true)
        (weight * 10).sum().backward()
        #expect(clipGradNorm([weight], 0.5).item > 14)
        #expect(abs((weight.grad?.norm().item ?? 0) - 0.5) < 1e-5)
    }
}
