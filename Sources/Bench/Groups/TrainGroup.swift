import Pinion

/// Whole training steps: forward, loss, backward, optimizer.
let trainGroup: Group = Group(name: "train", summary: "a step of training: forward, loss, backward, optimizer") {
    [
        step("mlp", batch: 64) {
            let model = Models.mlp()
            let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)
            let (x, labels) = (Tensor.randn(64, 784), Tensor.randint(0, 10, [64]))
            return (optimizer, { crossEntropy(model(x), labels) })
        },
        step("sigmoids", batch: 32) {
            let model = Sequential(
                Linear(8, 6), Sigmoid(), Linear(6, 4), Sigmoid(), Linear(4, 1), Sigmoid())
            let optimizer = SGD(model.parameters(), lr: 0.1)
            let (x, target) = (Tensor.randn(32, 8), Tensor.rand(32, 1))
            return (optimizer, { binaryCrossEntropy(model(x), target) })
        },
        step("cnn", batch: 64) {
            let model = Sequential(
                Conv2d(1, 10, kernelSize: 5), MaxPool2d(2), ReLU(), Conv2d(10, 20, kernelSize: 5), MaxPool2d(2),
                ReLU(), Flatten(), Linear(320, 10))
            let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.5)
            let (x, labels) = (Tensor.randn(64, 1, 28, 28), Tensor.randint(0, 10, [64]))
            return (optimizer, { crossEntropy(model(x), labels) })
        },
        step("cifar", batch: 64) {
            let model = Models.cifar()
            let optimizer = Adam(model.parameters())
            let (x, labels) = (Tensor.randn(64, 3, 32, 32), Tensor.randint(0, 10, [64]))
            return (optimizer, { crossEntropy(model(x), labels) })
        },
        step("resnet18", batch: 8) {
            let model = ResNet18()
            let optimizer = SGD(model.parameters(), lr: 0.01, momentum: 0.9)
            let (x, labels) = (Tensor.randn(8, 3, 224, 224), Tensor.randint(0, 1000, [8]))
            return (optimizer, { crossEntropy(model(x), labels) })
        },
        step("lstm", batch: 32) {
            let (embedding, lstm, head) = (Embedding(128, 256), LSTM(256, 256, numLayers: 2), Linear(256, 128))
            let parameters = embedding.parameters() + lstm.parameters() + head.parameters()
            let (x, labels) = (Tensor.randint(0, 128, [64, 32]), Tensor.randint(0, 128, [64 * 32]))
            return (
                Adam(parameters), { crossEntropy(head(lstm(embedding(x)).output).view(-1, 128), labels) }
            )
        },
        step("transformer", batch: 8) {
            let layer = TransformerEncoderLayer(256, 8, dimFeedforward: 1024, batchFirst: true)
            let (encoder, head) = (TransformerEncoder(layer, numLayers: 4), Linear(256, 10))
            let optimizer = Adam(encoder.parameters() + head.parameters())
            let (x, labels) = (Tensor.randn(8, 128, 256), Tensor.randint(0, 10, [8]))
            return (optimizer, { crossEntropy(head(encoder(x).mean(dim: 1)), labels) })
        },
    ]
}

private func step(
    _ name: String, batch: Int, _ prepare: @escaping () -> (optimizer: Optimizer, loss: () -> Tensor)
) -> Benchmark {
    Benchmark(name: "train/f32/\(name)/\(batch)") {
        manualSeed(0)
        let (optimizer, loss) = prepare()
        return {
            let value = loss()
            optimizer.zeroGrad()
            value.backward()
            optimizer.step()
        }
    }
}
