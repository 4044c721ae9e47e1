import PinionAutograd

/// The cross entropy of the softmax of scores with class indices or probabilities. As PyTorch's `F.cross_entropy`.
///
/// For class t it is `-weight[t] · log softmax(input)[t]`, for probabilities p `-Σ weight · p · log softmax(input)`.
/// The mean over class indices is weighted and leaves out what is ignored; over probabilities it is over the batch.
/// - Parameters:
///   - input: scores [N, C], [N, C, d1, …] or [C].
///   - target: class indices [N], [N, d1, …] or [] of int64 or uint8, or probabilities of the input's shape.
///   - weight: a weight for each class, [C].
///   - ignoreIndex: the class index that counts for nothing.
///   - reduction: what is made of the losses.
///   - labelSmoothing: how much of each target, from 0 to 1, is spread evenly over the classes.
public func crossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
    reduction: LossReduction = .mean, labelSmoothing: Double = 0
) -> Tensor {
    attempt { () throws(TensorError) in
        if !(labelSmoothing >= 0 && labelSmoothing <= 1) {
            throw TensorError("crossEntropy", .value, "labelSmoothing is \(labelSmoothing), expected from 0 to 1")
        }
        if !input.isFloatingPoint {
            throw TensorError("crossEntropy", .dtype, "expected floating-point scores, got \(input.dtype)")
        }
        if input.ndim > 0 && target.shape == input.shape && target.isFloatingPoint {
            return try withProbabilities(input, target, weight, ignoreIndex, reduction, labelSmoothing)
        }
        let targets = try ClassTargets(input, target, weight, ignoreIndex: ignoreIndex, "crossEntropy")
        if labelSmoothing == 0 { return targets.recordedWithSoftmax(input, reduction) }
        let x = input.logSoftmax(dim: targets.classDim)
        var even = -(broadcast(weight, over: x, targets.classDim).map { x * $0 } ?? x).sum(dim: targets.classDim)
        if let ignored = targets.ignored { even = even.maskedFill(ignored, 0) }
        if reduction != .none { even = even.sum() }
        if reduction == .mean { even = even / targets.total }
        let share = labelSmoothing / Double(input.size(targets.classDim))
        return targets.recorded(x, reduction) * (1 - labelSmoothing) + even * share
    }
}

private func withProbabilities(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: LossReduction,
    _ labelSmoothing: Double
) throws(TensorError) -> Tensor {
    let classDim = input.ndim > 1 ? 1 : 0
    let classes = input.size(classDim)
    if ignoreIndex >= 0 {
        throw TensorError("crossEntropy", .value, "ignoreIndex is \(ignoreIndex), but the targets are probabilities")
    }
    if let weight, weight.shape != [classes] {
        throw TensorError(
            "crossEntropy", .shape, "a weight of shape \(weight.shape) for \(classes) classes; expected [\(classes)]")
    }
    let target = labelSmoothing > 0 ? target * (1 - labelSmoothing) + labelSmoothing / Double(classes) : target
    var losses = input.logSoftmax(dim: classDim) * target
    if let factor = broadcast(weight, over: input, classDim) { losses = losses * factor }
    switch reduction {
    case .none: return -losses.sum(dim: classDim)
    case .sum: return -losses.sum()
    case .mean: return -losses.sum() / (Double(input.numel) / Double(max(classes, 1)))
    }
}

/// A weight for each class, in a shape that broadcasts over scores.
private func broadcast(_ weight: Tensor?, over x: Tensor, _ classDim: Int) -> Tensor? {
    weight.map { $0.detach().reshape([$0.numel] + [Int](repeating: 1, count: x.ndim - 1 - classDim)) }
}
