import PinionAutograd

/// The distance `|input - target|`. As PyTorch's `F.l1_loss`.
///
/// - Parameters:
///   - input: of any shape.
///   - target: of the input's shape, or one that broadcasts with it.
///   - reduction: what is made of the elements' losses.
///   - weight: what each element's loss is multiplied by; the mean divides by the weights' sum.
public func l1Loss(
    _ input: Tensor, _ target: Tensor, reduction: LossReduction = .mean, weight: Tensor? = nil
) -> Tensor {
    PointwiseLoss(
        name: "l1Loss",
        node: reduction == .mean ? "MeanBackward0" : reduction == .sum ? "SumBackward0" : "AbsBackward0",
        losses: { ($0 - $1).abs() }, derivative: { ($0 - $1).sign() })(input, target, weight, reduction)
}

/// The square `(input - target)²`. As PyTorch's `F.mse_loss`.
///
/// - Parameters:
///   - input: of any shape.
///   - target: of the input's shape, or one that broadcasts with it.
///   - reduction: what is made of the elements' losses.
///   - weight: what each element's loss is multiplied by; the mean divides by the weights' sum.
public func mseLoss(
    _ input: Tensor, _ target: Tensor, reduction: LossReduction = .mean, weight: Tensor? = nil
) -> Tensor {
    PointwiseLoss(
        name: "mseLoss", node: "MseLossBackward0", op: .squaredError, losses: { ($0 - $1).square() },
        derivative: { ($0 - $1) * 2 })(input, target, weight, reduction)
}

/// `d² / 2β` where the distance d is below `beta`, `d - β/2` elsewhere. As PyTorch's `F.smooth_l1_loss`.
public func smoothL1Loss(
    _ input: Tensor, _ target: Tensor, reduction: LossReduction = .mean, beta: Double = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        if !(beta >= 0) { throw TensorError("smoothL1Loss", .value, "beta is \(beta), expected no negative value") }
        if beta == 0 {
            _ = try Raw.broadcast(.tensor(input), .tensor(target), "smoothL1Loss")
            return l1Loss(input, target, reduction: reduction)
        }
        return PointwiseLoss(
            name: "smoothL1Loss", node: "SmoothL1LossBackward0",
            losses: { x, t in
                let d = (x - t).abs()
                return .where(d .< beta, d.square() / (2 * beta), d - beta / 2)
            }, derivative: { ($0 - $1).clamp(min: -beta, max: beta) / beta })(input, target, nil, reduction)
    }
}

/// `d² / 2` where the distance d is at most `delta`, `δ (d - δ/2)` elsewhere. As PyTorch's `F.huber_loss`.
public func huberLoss(
    _ input: Tensor, _ target: Tensor, reduction: LossReduction = .mean, delta: Double = 1, weight: Tensor? = nil
) -> Tensor {
    attempt { () throws(TensorError) in
        if !(delta > 0) { throw TensorError("huberLoss", .value, "delta is \(delta), expected a positive value") }
        return PointwiseLoss(
            name: "huberLoss", node: "HuberLossBackward0",
            losses: { x, t in
                let d = (x - t).abs()
                return .where(d .<= delta, d.square() / 2, (d - delta / 2) * delta)
            }, derivative: { ($0 - $1).clamp(min: -delta, max: delta) }, dividesByWeights: false)(
                input, target, weight, reduction)
    }
}

/// `log(1 + e^(-target · input))` for targets 1 and -1. As PyTorch's `F.soft_margin_loss`.
public func softMarginLoss(_ input: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
    PointwiseLoss(
        name: "softMarginLoss", node: "SoftMarginLossBackward0",
        losses: { x, t in -logSigmoid(t * x) }, derivative: { x, t in -(t * sigmoid(-(t * x))) },
        targetDerivative: { x, t in -(x * sigmoid(-(t * x))) })(input, target, nil, reduction)
}
