import PinionAutograd

/// `1 - cos(input1, input2)` for target 1, `max(0, cos - margin)` for target -1. As PyTorch's
/// `F.cosine_embedding_loss`.
///
/// Inputs are [N, D] with a target [N], or [D] with one of shape [].
public func cosineEmbeddingLoss(
    _ input1: Tensor, _ input2: Tensor, _ target: Tensor, margin: Double = 0, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        let rank = target.ndim
        if rank > 1 || input1.ndim != rank + 1 || input2.ndim != rank + 1 {
            throw TensorError(
                "cosineEmbeddingLoss", .shape,
                "inputs of shapes \(input1.shape) and \(input2.shape) with a target of shape \(target.shape); expected "
                    + "[N, D] with [N], or [D] with []")
        }
        _ = try Raw.broadcast(.tensor(input1), .tensor(input2), "cosineEmbeddingLoss")
        let product = (input1 * input2).sum(dim: rank)
        let squares = (input1.square().sum(dim: rank) + 1e-12) * (input2.square().sum(dim: rank) + 1e-12)
        let cosine = product / squares.sqrt()
        let unlike: Tensor = .where(target .== -1, (cosine - margin).clamp(min: 0), 0)
        return reduction(.where(target .== 1, 1 - cosine, 0) + unlike)
    }
}

/// `max(0, -target (input1 - input2) + margin)`: target 1 says that input1 is to be larger. As PyTorch's
/// `F.margin_ranking_loss`.
public func marginRankingLoss(
    _ input1: Tensor, _ input2: Tensor, _ target: Tensor, margin: Double = 0, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        if input1.ndim != input2.ndim || input1.ndim != target.ndim {
            throw TensorError(
                "marginRankingLoss", .shape,
                "inputs and target must have as many dimensions, got shapes \(input1.shape), \(input2.shape) and "
                    + "\(target.shape)")
        }
        let layout = try Raw.broadcast(.tensor(input1), .tensor(input2), "marginRankingLoss")
        if Layout.broadcast(layout, target.layout) == nil {
            throw TensorError("marginRankingLoss", .shape, Layout.mismatch(layout.shape, target.shape))
        }
        return reduction((-target * (input1 - input2) + margin).clamp(min: 0))
    }
}

/// The input itself for target 1, `max(0, margin - input)` for target -1. As PyTorch's `F.hinge_embedding_loss`.
public func hingeEmbeddingLoss(
    _ input: Tensor, _ target: Tensor, margin: Double = 1, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        _ = try Raw.broadcast(.tensor(input), .tensor(target), "hingeEmbeddingLoss")
        let unlike: Tensor = .where(target .!= 1, (margin - input).clamp(min: 0), 0)
        return reduction(unlike + .where(target .!= -1, input, 0))
    }
}

/// `max(0, d(anchor, positive) - d(anchor, negative) + margin)` of p-norm distances. As PyTorch's
/// `F.triplet_margin_loss`.
///
/// - Parameters:
///   - anchor: vectors [N, D] or [D].
///   - positive: what is to be near it.
///   - negative: what is to be far.
///   - margin: how much farther, positive.
///   - p: the norm.
///   - eps: added to differences.
///   - swap: whether the negative's distance is the smaller one of those from anchor and positive.
///   - reduction: what is made of the losses.
public func tripletMarginLoss(
    _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, margin: Double = 1, p: Double = 2, eps: Double = 1e-6,
    swap: Bool = false, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        if anchor.ndim != positive.ndim || anchor.ndim != negative.ndim {
            throw TensorError(
                "tripletMarginLoss", .shape,
                "the anchor, positive and negative must have as many dimensions, got shapes \(anchor.shape), "
                    + "\(positive.shape) and \(negative.shape)")
        }
        _ = try Raw.broadcast(.tensor(anchor), .tensor(positive), "tripletMarginLoss")
        _ = try Raw.broadcast(.tensor(anchor), .tensor(negative), "tripletMarginLoss")
        return try tripletLoss(anchor, positive, negative, margin, swap, reduction, "tripletMarginLoss") {
            pairwiseDistance($0, $1, p: p, eps: eps)
        }
    }
}

/// `max(0, d(anchor, positive) - d(anchor, negative) + margin)` of distances of one's own. As PyTorch's
/// `F.triplet_margin_with_distance_loss`.
///
/// - Parameters:
///   - anchor: in shapes that `distanceFunction` takes.
///   - positive: what is to be near it.
///   - negative: what is to be far.
///   - distanceFunction: `pairwiseDistance` by default.
///   - margin: how much farther, positive.
///   - swap: whether the negative's distance is the smaller one of those from anchor and positive.
///   - reduction: what is made of the losses.
public func tripletMarginWithDistanceLoss(
    _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, distanceFunction: ((Tensor, Tensor) -> Tensor)? = nil,
    margin: Double = 1, swap: Bool = false, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        let distance = distanceFunction ?? { pairwiseDistance($0, $1) }
        return try tripletLoss(
            anchor, positive, negative, margin, swap, reduction, "tripletMarginWithDistanceLoss", distance)
    }
}

private func tripletLoss(
    _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ margin: Double, _ swap: Bool,
    _ reduction: LossReduction, _ name: String, _ distance: (Tensor, Tensor) -> Tensor
) throws(TensorError) -> Tensor {
    if !(margin > 0) { throw TensorError(name, .value, "margin must be greater than 0, got \(margin)") }
    let near = distance(anchor, positive)
    var far = distance(anchor, negative)
    if swap { far = far.minimum(distance(positive, negative)) }
    return reduction((near - far + margin).clamp(min: 0))
}

/// `Σ weight[t] max(0, margin - input[t] + input[j])^p / C` over the classes j but t. As PyTorch's `F.multi_margin_loss`.
///
/// Scores are [N, C] with classes [N], or [C] with one of shape [].
public func multiMarginLoss(
    _ input: Tensor, _ target: Tensor, p: Int = 1, margin: Double = 1, weight: Tensor? = nil,
    reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        if p != 1 && p != 2 { throw TensorError("multiMarginLoss", .value, "p is \(p), expected 1 or 2") }
        if input.ndim > 2 {
            throw TensorError("multiMarginLoss", .shape, "scores of shape \(input.shape), expected [N, C] or [C]")
        }
        let x = input.ndim == 2 ? input : input.reshape(1, -1)
        let targets = try ClassTargets(x, target.reshape(-1), weight, ignoreIndex: Int.min, "multiMarginLoss")
        if target.ndim != input.ndim - 1 && !(input.ndim < 2 && target.numel == 1) {
            throw TensorError(
                "multiMarginLoss", .shape, "a target of shape \(target.shape) for scores of shape \(input.shape)")
        }
        var distances = (x - x.gather(1, targets.index) + margin).clamp(min: 0)
        if p == 2 { distances = distances.square() }
        if let weights = targets.weights { distances = distances * weights.unsqueeze(1) }
        let own = Tensor.zeros(x.shape, dtype: .bool).scatter(1, targets.index, true)
        let losses = distances.maskedFill(own, 0).mean(dim: 1)
        return reduction(input.ndim == 2 ? losses : losses.squeeze(0))
    }
}

/// `Σ max(0, 1 - input[t] + input[j]) / C` over the targets t and the classes j that are none. As PyTorch's
/// `F.multilabel_margin_loss`.
///
/// Scores are [N, C] or [C]; the target has their shape and int64 class indices, up to the first -1 of each row.
public func multilabelMarginLoss(_ input: Tensor, _ target: Tensor, reduction: LossReduction = .mean) -> Tensor {
    attempt { () throws(TensorError) in
        try checkSameShape(input, target, "multilabelMarginLoss")
        if input.ndim > 2 || input.ndim == 0 || target.dtype != .int64 {
            throw TensorError(
                "multilabelMarginLoss", input.ndim > 2 || input.ndim == 0 ? .shape : .dtype,
                "scores of shape \(input.shape) with a target of \(target.dtype); expected [N, C] or [C] with int64")
        }
        let (x, t) = input.ndim == 2 ? (input, target) : (input.unsqueeze(0), target.unsqueeze(0))
        let classes = x.size(1)
        if let wrong = t.toArray(Int64.self).first(where: { $0 < -1 || $0 >= classes }) {
            throw TensorError("multilabelMarginLoss", .index, "target \(wrong) is out of bounds for \(classes) classes")
        }
        let isTarget = (t .< 0).to(.int64).cumsum(dim: 1) .== 0
        let places = t.maskedFill(isTarget.logicalNot(), 0)
        let counts = Tensor.zeros(x.shape, dtype: .int64).scatterAdd(1, places, isTarget.to(.int64))
        let pairs = isTarget.unsqueeze(2).logicalAnd((counts .== 0).unsqueeze(1))
        let distances = (1 - x.gather(1, places).unsqueeze(2) + x.unsqueeze(1)).clamp(min: 0)
        let losses = distances.maskedFill(pairs.logicalNot(), 0).sum(dims: [1, 2]) / Double(max(classes, 1))
        return reduction(input.ndim == 2 ? losses : losses.squeeze(0))
    }
}

/// The mean over classes of `-w (t log σ(input) + (1 - t) log σ(-input))`. As PyTorch's
/// `F.multilabel_soft_margin_loss`.
public func multilabelSoftMarginLoss(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        let layout = try Raw.broadcast(.tensor(input), .tensor(target), "multilabelSoftMarginLoss")
        if let weight, Layout.broadcast(layout, weight.layout) == nil {
            throw TensorError("multilabelSoftMarginLoss", .shape, Layout.mismatch(layout.shape, weight.shape))
        }
        if input.ndim == 0 {
            throw TensorError("multilabelSoftMarginLoss", .shape, "expected scores of shape [..., C], got a 0-d tensor")
        }
        var losses = -(target * logSigmoid(input) + (1 - target) * logSigmoid(-input))
        if let weight { losses = losses * weight }
        return reduction(losses.mean(dim: -1))
    }
}
