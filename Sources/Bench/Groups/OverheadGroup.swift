import PinionAutograd

/// What an operation costs beside its arithmetic: tensors of four elements.
let overheadGroup: Group = Group(name: "overhead", summary: "the cost of an operation on four elements") {
    let values: [Float] = [1, 2, 3, 4]
    func tensor(_ requiresGrad: Bool) -> Tensor { Tensor(values, requiresGrad: requiresGrad) }
    return [
        operation("add") {
            let (a, b) = (tensor(false), tensor(false))
            return { _ = a + b }
        },
        operation("addNumber") {
            let a = tensor(false)
            return { _ = a + 1.5 }
        },
        operation("exp") {
            let a = tensor(false)
            return { _ = a.exp() }
        },
        operation("sum") {
            let a = tensor(false)
            return { _ = a.sum() }
        },
        operation("addInPlace") {
            let (a, b) = (tensor(false), Tensor.zeros(4))
            return { a.addInPlace(b) }
        },
        operation("recordedAdd") {
            let (a, b) = (tensor(true), tensor(true))
            return { _ = a + b }
        },
        operation("recordedExp") {
            let a = tensor(true)
            return { _ = a.exp() }
        },
    ]
}

/// Whole passes forward and backward.
let autogradGroup: Group = Group(name: "autograd", summary: "forward and backward of small graphs") {
    let values: [Float] = [1, 2, 3, 4]
    return [
        operation("mulAddSum", group: "autograd") {
            let (a, b) = (Tensor(values, requiresGrad: true), Tensor(values, requiresGrad: true))
            return { (a * b + a).sum().backward() }
        },
        operation("chainOf1000", group: "autograd") {
            let a = Tensor(values, requiresGrad: true)
            return {
                var y = a
                for _ in 0..<1000 { y = y * 1.001 }
                y.sum().backward()
            }
        },
    ]
}

private func operation(
    _ name: String, group: String = "overhead", _ prepare: @escaping () -> () -> Void
) -> Benchmark {
    Benchmark(name: "\(group)/f32/\(name)/4", prepare: prepare)
}
