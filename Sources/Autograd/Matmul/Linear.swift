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
    guard isRecorded(x, weight) || bias.map({ isRecorded($0) }) ?? false else { return y }
    let node: StaticString =
        switch (x.ndim == 2, bias == nil) {
        case (true, true): "MmBackward0"
        case (true, false): "AddmmBackward0"
        case (false, true): "UnsafeViewBackward0"
        case (false, false): "ViewBackward0"
        }
    let (needsX, needsWeight) = (x.requiresGrad, weight.requiresGrad)
    let (savedX, savedWeight) = (needsWeight ? SavedTensor(x) : nil, needsX ? SavedTensor(weight) : nil)
    func gradients(_ g: Tensor) -> (Tensor?, Tensor?) {
        if isGradEnabled() {
            return (
                savedWeight.map { g.matmul($0.tensor) },
                savedX.map { g.flatten(0, -2).mT.matmul($0.tensor.flatten(0, -2)) }
            )
        }
        return (
            savedWeight.map { layer.byX(g, $0.tensor) }, savedX.map { layer.byWeight(g, $0.tensor) }
        )
    }
    guard let bias else { return record(node, y, x, weight, gradients) }
    let needsBias = bias.requiresGrad
    return record(node, y, bias, x, weight) { g in
        let (byX, byWeight) = gradients(g)
        let byBias = !needsBias ? nil : isGradEnabled() ? g.flatten(0, -2).sum(dim: 0) : layer.byBias(g)
        return (byBias, byX, byWeight)
    }
}
