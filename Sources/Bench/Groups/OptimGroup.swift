import Pinion

/// Steps of optimizers. Sizes are the models' parameters.
let optimGroup: Group = Group(name: "optim", summary: "a step of an optimizer over a model's parameters") {
    let optimizers: [(name: String, make: ([Tensor]) -> Optimizer)] = [
        ("SGD", { SGD($0, lr: 0.01, momentum: 0.9) }),
        ("Adam", { Adam($0) }),
        ("AdamW", { AdamW($0) }),
        ("RMSprop", { RMSprop($0) }),
        ("Adagrad", { Adagrad($0) }),
    ]
    return optimizers.map { step($0.name, "mlp", 575_050, Models.mlp, $0.make) }
        + optimizers.map { step($0.name, "resnet18", 11_689_512, ResNet18.init, $0.make) }
}

private func step(
    _ name: String, _ modelName: String, _ count: Int, _ makeModel: @escaping () -> Module,
    _ makeOptimizer: @escaping ([Tensor]) -> Optimizer
) -> Benchmark {
    Benchmark(name: "optim/f32/\(name)-\(modelName)/\(count)", elements: count) {
        manualSeed(0)
        let parameters = makeModel().parameters()
        for p in parameters { p.grad = Tensor.randnLike(p) }
        let optimizer = makeOptimizer(parameters)
        return { optimizer.step() }
    }
}
