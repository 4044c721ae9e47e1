import PinionAutograd

/// `-w (t log x + (1 - t) log(1 - x))` of probabilities x, with logarithms not below -100. As PyTorch's
/// `F.binary_cross_entropy`.
///
/// - Parameters:
///   - input: probabilities, from 0 to 1.
///   - target: of the input's shape, from 0 to 1 too.
///   - weight: what each element's loss is multiplied by.
///   - reduction: what is made of the elements' losses.
public func binaryCrossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        try checkSameShape(input, target, "binaryCrossEntropy")
        let losses = PointwiseLoss(
            name: "binaryCrossEntropy", node: "BinaryCrossEntropyBackward0", op: .binaryCrossEntropy,
            losses: { x, t in (t - 1) * (-x).log1p().clamp(min: -100) - t * x.log().clamp(min: -100) },
            derivative: { x, t in (x - t) / ((1 - x) * x).clamp(min: Double(1e-12 as Float)) },
            targetDerivative: { x, t in (-x).log1p() - x.log() })
        let loss = losses(input, target, nil, weight == nil ? reduction : .none)
        // The kernel's loss is NaN where either is outside, and so is every sum with it.
        if input.dtype != target.dtype || loss.numel != 1 || noGrad({ loss.isNaN().item(as: Bool.self) }) {
            try checkProbabilities(input, "input")
            try checkProbabilities(target, "target")
        }
        guard let weight else { return loss }
        if Layout.broadcast(weight.layout, input.layout)?.shape != input.shape {
            throw TensorError(
                "binaryCrossEntropy", .shape, "a weight of shape \(weight.shape) for an input of shape \(input.shape)")
        }
        return reduction(loss * weight)
    }
}

private func checkProbabilities(_ x: Tensor, _ argument: String) throws(TensorError) {
    if noGrad({ !((x .>= 0).logicalAnd(x .<= 1)).all().item(as: Bool.self) }) {
        throw TensorError(
            "binaryCrossEntropy", .value, "all elements of the \(argument) of shape \(x.shape) must be from 0 to 1")
    }
}

/// The binary cross entropy of `sigmoid(input)`, without leaving the logarithms:
/// `w ((1 - t) x + (1 + (p - 1) t) log(1 + e^-x))`. As PyTorch's `F.binary_cross_entropy_with_logits`.
///
/// - Parameters:
///   - input: any numbers.
///   - target: of the input's shape.
///   - weight: what each element's loss is multiplied by.
///   - reduction: what is made of the elements' losses.
///   - posWeight: p above, the weight of positive targets; broadcasts to the input.
public func binaryCrossEntropyWithLogits(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: LossReduction = .mean,
    posWeight: Tensor? = nil
) -> Tensor {
    attempt { () throws(TensorError) in
        try checkSameShape(input, target, "binaryCrossEntropyWithLogits")
        for (name, factor) in [("weight", weight), ("posWeight", posWeight)] {
            if let factor, Layout.broadcast(factor.layout, input.layout)?.shape != input.shape {
                throw TensorError(
                    "binaryCrossEntropyWithLogits", .shape,
                    "\(name): of shape \(factor.shape) does not broadcast to the input's shape \(input.shape)")
            }
        }
        let factor = posWeight.map { ($0 - 1).detach() }
        let losses = PointwiseLoss(
            name: "binaryCrossEntropyWithLogits", node: "BinaryCrossEntropyWithLogitsBackward0",
            op: posWeight == nil ? .logisticLoss : nil,
            losses: { x, t in
                let rest = logSigmoid(x)
                return (1 - t) * x - (factor.map { ($0 * t + 1) * rest } ?? rest)
            },
            derivative: { x, t in
                let p = sigmoid(x)
                return factor.map { (1 + $0 * t) * p - t - $0 * t } ?? p - t
            },
            targetDerivative: { x, t in factor.map { -x - $0 * logSigmoid(x) } ?? -x })
        guard let weight else { return losses(input, target, nil, reduction) }
        return reduction(losses(input, target, nil, .none) * weight)
    }
}
