import Pinion

/// Layers by PyTorch's names. Sizes are inputs.
let layersGroup: Group = Group(
    name: "layers", summary: "layers in use (eval mode, no gradients), and forward and backward as in training"
) {
    let images = [32, 64, 28, 28]
    return [
        layer("Linear", [64, 784]) { Linear(784, 512) },
        layer("Conv2d", [16, 64, 32, 32]) { Conv2d(64, 64, kernelSize: 3, padding: 1) },
        layer("BatchNorm2d", images) { BatchNorm2d(64) },
        layer("LayerNorm", [8, 128, 256]) { LayerNorm(256) },
        layer("GroupNorm", images) { GroupNorm(8, 64) },
        layer("MaxPool2d", images) { MaxPool2d(2) },
        layer("AvgPool2d", images) { AvgPool2d(2) },
        layer("AdaptiveAvgPool2d", [32, 512, 7, 7]) { AdaptiveAvgPool2d(1) },
        // Out of training it gives its input back.
        [benchmark("Dropout", [64, 4096], .backward, .normal) { Dropout(0.5) }],
        layer("ReLU", images) { ReLU() },
        layer("GELU", [8, 128, 1024]) { GELU() },
        layer("Softmax", [64, 128, 128]) { Softmax(dim: -1) },
        layer("CrossEntropyLoss", [64, 1000]) { Classification() },
        layer("Embedding", [64, 32], .indices(10_000)) { Embedding(10_000, 256) },
        layer("LSTM", [64, 32, 256]) { LSTM(256, 256) },
        layer("MultiheadAttention", [8, 128, 256]) { SelfAttention() },
        layer("Upsample", [8, 64, 28, 28]) { Upsample(scaleFactor: 2, mode: .bilinear) },
    ].flatMap { $0 }
}

/// A loss as a layer of logits.
private final class Classification: Module {
    let criterion = CrossEntropyLoss()
    let labels = Tensor.randint(0, 1000, [64])

    override func forward(_ x: Tensor) -> Tensor { criterion(x, labels) }
}

/// Attention of a sequence to itself, as in an encoder.
private final class SelfAttention: Module {
    let attention = MultiheadAttention(256, 8, batchFirst: true)

    override func forward(_ x: Tensor) -> Tensor { attention(x, x, x, needWeights: false).output }
}

private enum Pass: String, CaseIterable {
    case forward, backward
}

private enum Input {
    case normal
    case indices(Int)
}

private func layer(
    _ name: String, _ shape: [Int], _ input: Input = .normal, _ makeLayer: @escaping () -> Module
) -> [Benchmark] {
    Pass.allCases.map { benchmark(name, shape, $0, input, makeLayer) }
}

private func benchmark(
    _ name: String, _ shape: [Int], _ pass: Pass, _ input: Input, _ makeLayer: @escaping () -> Module
) -> Benchmark {
    Benchmark(name: "layers/f32/\(name)-\(pass.rawValue)/\(shape.map(String.init).joined(separator: "x"))") {
        manualSeed(0)
        let layer = makeLayer()
        let x =
            switch input {
            case .normal: Tensor.randn(shape)
            case .indices(let count): Tensor.randint(0, count, shape)
            }
        if pass == .forward {
            layer.eval()
            return { noGrad { _ = layer(x) } }
        }
        let parameters = layer.parameters()
        if case .normal = input { x.requiresGradInPlace() }
        let gradient = Tensor.onesLike(noGrad { layer(x) })
        return {
            layer(x).backward(gradient: gradient)
            x.grad = nil
            for p in parameters { p.grad = nil }
        }
    }
}
