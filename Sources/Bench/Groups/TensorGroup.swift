import PinionAutograd

/// Large operations through `Tensor`, results in new tensors: what programs see of the kernels' speed.
let tensorGroup: Group = Group(
    name: "tensor", summary: "large operations through Tensor: new results, views, gradients"
) {
    let million = [1_000_000]
    let matrix = [1000, 1000]
    return [
        operation("add", million, arrays: 3) { x, y in x + y },
        operation("addNumber", million, arrays: 2) { x, _ in x + 1.5 },
        operation("exp", million, arrays: 2) { x, _ in x.exp() },
        operation("addInPlace", million, arrays: 3) { x, y in y.addInPlace(x, alpha: 1e-9) },
        operation("sum", million, arrays: 1) { x, _ in x.sum() },
        operation("sum-rows", matrix, arrays: 1) { x, _ in x.sum(dim: 1) },
        operation("sum-columns", matrix, arrays: 1) { x, _ in x.sum(dim: 0) },
        operation("max-rows", matrix, arrays: 1) { x, _ in x.max(dim: 1).values },
        operation("softmax", matrix, arrays: 2) { x, _ in x.softmax(dim: 1) },
        operation("logSoftmax", matrix, arrays: 2) { x, _ in x.logSoftmax(dim: 1) },
        operation("addTransposed", matrix, arrays: 3) { x, y in x + y.t() },
        operation("addRow", matrix, arrays: 2) { x, y in x + y[0] },
        operation("cat", matrix, arrays: 4) { x, y in cat([x, y], dim: 1) },
        operation("contiguousTransposed", matrix, arrays: 2) { x, _ in x.t().contiguous() },
        operation("matmul", [512, 512], arrays: 0, flops: 2 * 512 * 512 * 512) { x, y in x.matmul(y) },
        operation("matmulTransposed", [512, 512], arrays: 0, flops: 2 * 512 * 512 * 512) { x, y in x.matmul(y.t()) },
        training("reluSumBackward", million) { x, y in (x * y).relu().sum() },
        training("softmaxBackward", matrix) { x, y in (x.softmax(dim: 1) * y).sum() },
        training("matmulBackward", [512, 512]) { x, y in x.matmul(y).sum() },
    ]
}

/// Numbers between -1 and 1 in a shape.
private func numbers(_ shape: [Int], requiresGrad: Bool = false) -> Tensor {
    let count = shape.reduce(1, *)
    let buffer = Buffer<Float>(count)
    let values = [Float](UnsafeBufferPointer(start: buffer.pointer, count: count))
    return Tensor(values).reshape(shape).requiresGradInPlace(requiresGrad)
}

private func operation(
    _ name: String, _ shape: [Int], arrays: Int, flops: Int = 0, _ call: @escaping (Tensor, Tensor) -> Tensor
) -> Benchmark {
    let size = shape.map(String.init).joined(separator: "x")
    return Benchmark(
        name: "tensor/f32/\(name)/\(size)", flops: flops, bytes: arrays * shape.reduce(4, *),
        limit: flops > 0 ? .floatPeak : .none
    ) {
        let (x, y) = (numbers(shape), numbers(shape))
        return { _ = call(x, y) }
    }
}

/// Forward and backward by the first tensor and the second.
private func training(_ name: String, _ shape: [Int], _ loss: @escaping (Tensor, Tensor) -> Tensor) -> Benchmark {
    let size = shape.map(String.init).joined(separator: "x")
    return Benchmark(name: "tensor/f32/\(name)/\(size)", elements: shape.reduce(1, *)) {
        let (x, y) = (numbers(shape, requiresGrad: true), numbers(shape, requiresGrad: true))
        return {
            loss(x, y).backward()
            (x.grad, y.grad) = (nil, nil)
        }
    }
}
