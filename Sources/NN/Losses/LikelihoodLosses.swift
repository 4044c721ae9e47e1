import PinionAutograd

/// What `klDiv` makes of the losses of the elements.
public enum KLDivReduction: String, Sendable, WordArgument, CaseIterable {
    /// They stay as they are.
    case none
    /// Their mean, as PyTorch has it: not the divergence of the definition.
    case mean
    /// Their sum.
    case sum
    /// Their sum by the size of the first dimension: the mean divergence of a batch.
    case batchMean = "batchmean"

    /// The same as `batchMean`.
    public static var batchmean: KLDivReduction { .batchMean }
}

/// The Kullback-Leibler divergence `t (log t - input)` of log-probabilities from probabilities t. As PyTorch's `F.kl_div`.
///
/// - Parameters:
///   - input: log-probabilities.
///   - target: probabilities.
///   - reduction: what is made of the elements' losses; the divergence itself is `.batchMean` or `.sum`.
///   - logTarget: whether the target is log-probabilities too.
public func klDiv(
    _ input: Tensor, _ target: Tensor, reduction: KLDivReduction = .mean, logTarget: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        _ = try Raw.broadcast(.tensor(input), .tensor(target), "klDiv")
        let losses = logTarget ? target.exp() * (target - input) : target.xlogy(target) - target * input
        switch reduction {
        case .none: return losses
        case .mean: return losses.mean()
        case .sum: return losses.sum()
        case .batchMean: return input.ndim == 0 ? losses.sum() : losses.sum() / Double(input.size(0))
        }
    }
}

/// The negative log-likelihood of counts under Poisson distributions: `e^x - t x`. As PyTorch's `F.poisson_nll_loss`.
///
/// - Parameters:
///   - input: the distributions' expectations, or their logarithms.
///   - target: counts.
///   - logInput: whether the input is logarithms; otherwise the loss is `x - t log(x + eps)`.
///   - full: whether to add Stirling's approximation of `log t!`.
///   - eps: kept from a logarithm of 0.
///   - reduction: what is made of the elements' losses.
public func poissonNLLLoss(
    _ input: Tensor, _ target: Tensor, logInput: Bool = true, full: Bool = false, eps: Double = 1e-8,
    reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        _ = try Raw.broadcast(.tensor(input), .tensor(target), "poissonNLLLoss")
        var losses = logInput ? input.exp() - target * input : input - target * (input + eps).log()
        if full {
            let stirling = target * target.log() - target + (target * (2 * Double.pi)).log() * 0.5
            losses = losses + stirling.maskedFill(target .<= 1, 0)
        }
        return reduction(losses)
    }
}

/// The negative log-likelihood under normal distributions: `(log v + (input - target)² / v) / 2`. As PyTorch's
/// `F.gaussian_nll_loss`.
///
/// - Parameters:
///   - input: the distributions' expectations.
///   - target: samples of them.
///   - variance: of the input's shape, without its last dimension, or with size 1 in one place.
///   - full: whether to add the constant `log 2π / 2`.
///   - eps: variances are not below this; no gradient sees that.
///   - reduction: what is made of the elements' losses.
public func gaussianNLLLoss(
    _ input: Tensor, _ target: Tensor, _ variance: Tensor, full: Bool = false, eps: Double = 1e-6,
    reduction: LossReduction = .mean
) -> Tensor {
    attempt { () throws(TensorError) in
        _ = try Raw.broadcast(.tensor(input), .tensor(target), "gaussianNLLLoss")
        if (variance.detach() .< 0).any().item(as: Bool.self) {
            throw TensorError("gaussianNLLLoss", .value, "the variance has negative elements")
        }
        var v = variance
        if v.shape != input.shape {
            if Array(input.shape.dropLast()) == v.shape {
                v = v.unsqueeze(-1)
            } else if v.ndim != input.ndim
                || zip(input.shape, v.shape).reduce(0, { $0 + ($1.0 == $1.1 ? 0 : $1.1) }) != 1
            {
                throw TensorError(
                    "gaussianNLLLoss", .shape,
                    "a variance of shape \(variance.shape) does not fit an input of shape \(input.shape)")
            }
        }
        // The lower limit moves the value and lets the gradient through.
        let lift = v.detach()
        v = v + (lift.clamp(min: eps) - lift)
        var losses = (v.log() + (input - target).square() / v) * 0.5
        if full { losses = losses + 0.918938533204672741780329736406 }
        return reduction(losses)
    }
}

/// The negative log-likelihood of a Gaussian whose variance is one number, as `gaussianNLLLoss` of a tensor.
public func gaussianNLLLoss(
    _ input: Tensor, _ target: Tensor, _ variance: Double, full: Bool = false, eps: Double = 1e-6,
    reduction: LossReduction = .mean
) -> Tensor {
    gaussianNLLLoss(
        input, target, Tensor.fullLike(input.detach(), variance), full: full, eps: eps, reduction: reduction)
}

/// The same as `poissonNLLLoss`.
public func poissonNllLoss(
    _ input: Tensor, _ target: Tensor, logInput: Bool = true, full: Bool = false, eps: Double = 1e-8,
    reduction: LossReduction = .mean
) -> Tensor {
    poissonNLLLoss(input, target, logInput: logInput, full: full, eps: eps, reduction: reduction)
}

/// The same as `gaussianNLLLoss`.
public func gaussianNllLoss(
    _ input: Tensor, _ target: Tensor, _ variance: Tensor, full: Bool = false, eps: Double = 1e-6,
    reduction: LossReduction = .mean
) -> Tensor {
    gaussianNLLLoss(input, target, variance, full: full, eps: eps, reduction: reduction)
}
