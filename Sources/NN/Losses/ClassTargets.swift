import PinionAutograd

/// Class indices beside scores [N, C, d1, …] or [C]: which scores they pick, and what each is worth.
struct ClassTargets {
    let classDim: Int
    /// The classes, of the shape of the scores with one class; 0 where they are ignored.
    let index: Tensor
    /// Where they are ignored, of the losses' shape; nil where none is.
    let ignored: Tensor?
    /// The weight of each, of the losses' shape; nil for 1.
    let weights: Tensor?
    /// The sum of the weights.
    let total: Tensor

    init(
        _ scores: Tensor, _ target: Tensor, _ weight: Tensor?, ignoreIndex: Int, _ name: StaticString
    ) throws(TensorError) {
        classDim = scores.ndim > 1 ? 1 : 0
        var expected = scores.shape
        if !expected.isEmpty { expected.remove(at: classDim) }
        if scores.ndim == 0 || target.shape != expected {
            throw TensorError(
                "\(name)", .shape,
                "a target of shape \(target.shape) for scores of shape \(scores.shape); expected class indices of shape "
                    + "\(expected), from scores of shape [N, C, d1, …] or [C]")
        }
        if target.dtype != .int64 && target.dtype != .uint8 {
            throw TensorError("\(name)", .dtype, "class indices are int64 or uint8, got \(target.dtype)")
        }
        let classes = scores.size(classDim)
        if let weight, weight.shape != [classes] {
            throw TensorError(
                "\(name)", .shape, "a weight of shape \(weight.shape) for \(classes) classes; expected [\(classes)]")
        }
        let target = target.to(.int64)
        var (hasIgnored, count) = (false, 0)
        for value in target.toArray(Int64.self) {
            if value == ignoreIndex {
                hasIgnored = true
            } else if value < 0 || value >= classes {
                throw TensorError("\(name)", .index, "target \(value) is out of bounds for \(classes) classes")
            } else {
                count += 1
            }
        }
        let mask = hasIgnored ? target .== ignoreIndex : nil
        let safe = mask.map { target.maskedFill($0, 0) } ?? target
        let own = weight.map { $0.detach().to(scores.dtype).take(safe) }
        index = safe.unsqueeze(classDim)
        ignored = mask
        if let mask {
            weights = own.map { $0.maskedFill(mask, 0) } ?? mask.logicalNot().to(scores.dtype)
        } else {
            weights = own
        }
        total = own == nil ? Tensor.full([], Double(count), dtype: scores.dtype) : (weights?.sum() ?? Tensor(1))
    }

    /// The loss of log-probabilities.
    func loss(_ x: Tensor, _ reduction: LossReduction) -> Tensor {
        var losses = -x.gather(classDim, index).squeeze(classDim)
        if let ignored { losses = losses.maskedFill(ignored, 0) }
        if let weights { losses = losses * weights }
        switch reduction {
        case .none: return losses
        case .sum: return losses.sum()
        case .mean: return losses.sum() / total
        }
    }

    /// The gradient by the log-probabilities, of layout `layout`.
    func gradient(_ g: Tensor, _ layout: Layout, _ reduction: LossReduction) -> Tensor {
        var g = reduction == .mean ? -(g / total) : -g
        if let weights { g = g * weights }
        // Without a target that counts, the mean divides by 0.
        if let ignored { g = g.expand(ignored.shape).maskedFill(ignored, 0) }
        return Tensor.zeros(layout.shape, dtype: g.dtype).scatter(
            classDim, index, g.expand(index.squeeze(classDim).shape).unsqueeze(classDim))
    }
}

/// The loss `-weight[t] · input[t]` of log-probabilities for class indices t. As PyTorch's `F.nll_loss`.
///
/// The mean is weighted, and leaves out what is ignored.
/// - Parameters:
///   - input: log-probabilities [N, C], [N, C, d1, …] or [C].
///   - target: class indices [N], [N, d1, …] or [].
///   - weight: a weight for each class, [C].
///   - ignoreIndex: the target that counts for nothing.
///   - reduction: what is made of the losses, which have the target's shape.
public func nllLoss(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
    reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        let targets = try ClassTargets(input, target, weight, ignoreIndex: ignoreIndex, "nllLoss")
        return targets.recorded(input, reduction)
    }
}

extension ClassTargets {
    /// The recorded loss of log-probabilities.
    func recorded(_ x: Tensor, _ reduction: LossReduction) -> Tensor {
        let result = noGrad { loss(x, reduction) }
        if !isRecorded(x) { return result }
        let layout = x.layout
        let node: StaticString = x.ndim > 2 ? "NllLoss2DBackward0" : "NllLossBackward0"
        return record(node, result, x, isReusable: true) { g in gradient(g, layout, reduction) }
    }

    /// The recorded loss of scores, as one node.
    func recordedWithSoftmax(_ x: Tensor, _ reduction: LossReduction) -> Tensor {
        let y = Raw.softmax(.logarithms, x, classDim)
        let result = noGrad { loss(y, reduction) }
        if !isRecorded(x) { return result }
        let (saved, logarithms) = (SavedTensor(x), SavedTensor(y))
        let node: StaticString = x.ndim > 2 ? "NllLoss2DBackward0" : "NllLossBackward0"
        return record(node, result, x) { g in
            let first = gradient(g, logarithms.tensor.layout, reduction)
            if !isGradEnabled() {
                return Raw.softmaxBackward(.logarithms, first, logarithms.tensor, classDim)
            }
            return first - saved.tensor.softmax(dim: classDim) * first.sum(dim: classDim, keepDim: true)
        }
    }
}
