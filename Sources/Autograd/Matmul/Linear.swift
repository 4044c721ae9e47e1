import PinionTensor

/// `x · weightᵀ + bias`: a linear layer. As PyTorch's `F.linear`.
///
/// - Parameters:
///   - x: of shape [..., in].
///   - weight: of shape [out, in], or [in] for a result of shape [...].
///   - bias: of shape [out], or nil.
/// - Returns: a tensor of shape [..., out].
public func linear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) -> Tensor {
    if let layer = LinearLayer(x, weight, bias) { return recorded(layer, x, weight, bias) }
    return attempt { () throws(TensorError) in
        if x.ndim == 0 || weight.ndim == 0 || weight.ndim > 2 || x.size(-1) != weight.size(-1) {
            throw TensorError(
                "linear", .shape,
                "an input of shape \(x.shape) does not fit a weight of shape \(weight.shape); "
                    + "expected [..., in] and [out, in]")
        }
        let matrix = weight.ndim == 2 ? weight.mT : weight
        guard let bias else {
            return x.product("linear", x.ndim == 2 ? "MmBackward0" : "UnsafeViewBackward0", matrix)
        }
        let node: StaticString = x.ndim == 2 ? "AddmmBackward0" : "ViewBackward0"
        return AddedProduct(name: "linear", node: node)(bias, x, matrix)
    }
}

/// The usual case, one operation without views; its gradients of gradients are compositions.
private func recorded(_ layer: LinearLayer, _ x: Tensor, _ weight: Tensor, _ bias: Tensor?) -> Tensor {
    let y = layer.forward(x, weight, bias)
    let (needsX, needsWeight, needsBias) = (x.requiresGrad, weight.requiresGrad, bias?.requiresGrad ?? false)
    guard needsX || needsWeight || needsBias, GradMode.isEnabled else { return y }
    let gradient = LinearGradient(
        layer: layer, x: needsWeight ? SavedTensor(x) : nil, weight: needsX ? SavedTensor(weight) : nil,
        needsBias: needsBias)
    guard let bias else {
        return record(x.ndim == 2 ? "MmBackward0" : "UnsafeViewBackward0", y, x, weight) { g in
            let (_, byX, byWeight) = gradient(g)
            return (byX, byWeight)
        }
    }
    return record(x.ndim == 2 ? "AddmmBackward0" : "ViewBackward0", y, bias, x, weight) { g in gradient(g) }
}

/// What the gradients of a linear layer need: the weight for x's, x for the weight's.
private struct LinearGradient {
    let layer: LinearLayer
    let x: SavedTensor?
    let weight: SavedTensor?
    let needsBias: Bool

    func callAsFunction(_ g: Tensor) -> (bias: Tensor?, x: Tensor?, weight: Tensor?) {
        if GradMode.isEnabled {
            return (
                needsBias ? g.flatten(0, -2).sum(dim: 0) : nil, weight.map { g.matmul($0.tensor) },
                x.map { g.flatten(0, -2).mT.matmul($0.tensor.flatten(0, -2)) }
            )
        }
        return (
            needsBias ? layer.byBias(g) : nil, weight.map { layer.byX(g, $0.tensor) },
            x.map { layer.byWeight(g, $0.tensor) }
        )
    }
}
