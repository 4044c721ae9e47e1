import Pinion

/// Models in use. Sizes are batches.
let inferGroup: Group = Group(name: "infer", summary: "a model in use: forward in eval mode, without gradients") {
    [
        inference("mlp", [1, 784], Models.mlp),
        inference("mlp", [64, 784], Models.mlp),
        inference("cifar", [64, 3, 32, 32], Models.cifar),
        inference("resnet18", [1, 3, 224, 224], ResNet18.init),
        inference("resnet18", [8, 3, 224, 224], ResNet18.init),
    ]
}

private func inference(_ name: String, _ shape: [Int], _ makeModel: @escaping () -> Module) -> Benchmark {
    Benchmark(
        name: "infer/f32/\(name)/\(shape[0])",
        remark: { decimal(Double(shape[0]) / $0, places: 0) + " examples/s" },
        prepare: {
            manualSeed(0)
            let model = makeModel().eval()
            let x = Tensor.randn(shape)
            return { noGrad { _ = model(x) } }
        })
}
