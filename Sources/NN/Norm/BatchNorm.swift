import PinionAutograd

/// Standardizes each channel over the batch: `(x - mean) / √(variance + eps) · weight + bias`. As PyTorch's
/// `F.batch_norm`.
///
/// - Parameters:
///   - input: of shape [N, C, …].
///   - runningMean: what stands for the mean unless `training`; moved towards it otherwise. [C]
///   - runningVar: the same for the variance, with Bessel's correction.
///   - weight: [C], 1 by default.
///   - bias: [C], 0 by default.
///   - training: whether mean and variance are those of the input.
///   - momentum: how far the running statistics are moved, from 0 to 1.
///   - eps: added to the variance.
public func batchNorm(
    _ input: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil,
    training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-5
) -> Tensor {
    attempt { () throws(TensorError) in
        if input.ndim < 2 {
            throw TensorError("batchNorm", .shape, "an input of shape \(input.shape), expected [N, C, …]")
        }
        if !input.isFloatingPoint {
            throw TensorError("batchNorm", .dtype, "expected a floating-point input, got \(input.dtype)")
        }
        let named = [("runningMean", runningMean), ("runningVar", runningVar), ("weight", weight), ("bias", bias)]
        for (name, parameter) in named {
            try checkParameter(name, parameter, [input.size(1)], "batchNorm")
        }
        let (weight, bias) = (overChannels(weight, input), overChannels(bias, input))
        if !training {
            guard let mean = overChannels(runningMean, input), let variance = overChannels(runningVar, input) else {
                throw TensorError("batchNorm", .value, "without training, running statistics must be given")
            }
            let factor = (variance + eps).rsqrt() * (weight ?? Tensor.onesLike(variance))
            return ((bias ?? 0 * mean) - mean * factor).addcmul(input, factor)
        }
        let count = input.numel / max(input.size(1), 1)
        if count == 1 {
            throw TensorError(
                "batchNorm", .shape,
                "expected more than 1 value per channel when training, got an input of shape \(input.shape)")
        }
        let standardization = Standardization(
            node: "NativeBatchNormBackward0", dims: [0] + Array(2..<max(input.ndim, 2)), eps: eps,
            kind: .channels)
        let (result, mean, variance) = standardization(input, weight, bias)
        noGrad {
            let unbiased = Double(count) / Double(max(count - 1, 1))
            runningMean?.mulInPlace(1 - momentum).addInPlace(mean.reshape(-1), alpha: momentum)
            runningVar?.mulInPlace(1 - momentum).addInPlace(variance.reshape(-1), alpha: momentum * unbiased)
        }
        return result
    }
}

/// Standardizes each channel of each sample. As PyTorch's `F.instance_norm`.
///
/// - Parameters:
///   - input: of shape [N, C, …].
///   - runningMean: what stands for the mean unless `useInputStats`; moved towards the batch's otherwise. [C]
///   - runningVar: the same for the variance, with Bessel's correction.
///   - weight: [C], 1 by default.
///   - bias: [C], 0 by default.
///   - useInputStats: whether mean and variance are those of the input.
///   - momentum: how far the running statistics are moved, from 0 to 1.
///   - eps: added to the variance.
public func instanceNorm(
    _ input: Tensor, _ runningMean: Tensor? = nil, _ runningVar: Tensor? = nil, weight: Tensor? = nil,
    bias: Tensor? = nil, useInputStats: Bool = true, momentum: Double = 0.1, eps: Double = 1e-5
) -> Tensor {
    attempt { () throws(TensorError) in
        if input.ndim < 2 {
            throw TensorError("instanceNorm", .shape, "an input of shape \(input.shape), expected [N, C, …]")
        }
        if !input.isFloatingPoint {
            throw TensorError("instanceNorm", .dtype, "expected a floating-point input, got \(input.dtype)")
        }
        let named = [("runningMean", runningMean), ("runningVar", runningVar), ("weight", weight), ("bias", bias)]
        for (name, parameter) in named {
            try checkParameter(name, parameter, [input.size(1)], "instanceNorm")
        }
        if !useInputStats {
            if runningMean == nil || runningVar == nil {
                throw TensorError("instanceNorm", .value, "without useInputStats, running statistics must be given")
            }
            return batchNorm(input, runningMean, runningVar, weight: weight, bias: bias, eps: eps)
        }
        let count = input.shape.dropFirst(2).reduce(1, *)
        if count == 1 {
            throw TensorError(
                "instanceNorm", .shape,
                "expected more than 1 spatial element when training, got an input of shape \(input.shape)")
        }
        let standardization = Standardization(
            node: "NativeBatchNormBackward0", dims: Array(2..<input.ndim), eps: eps, kind: .planes)
        let (result, mean, variance) = standardization(
            input, overChannels(weight, input), overChannels(bias, input))
        noGrad {
            let unbiased = Double(count) / Double(max(count - 1, 1))
            func batchMean(_ x: Tensor) -> Tensor { x.mean(dim: 0).reshape(-1) }
            runningMean?.mulInPlace(1 - momentum).addInPlace(batchMean(mean), alpha: momentum)
            runningVar?.mulInPlace(1 - momentum).addInPlace(batchMean(variance), alpha: momentum * unbiased)
        }
        return result
    }
}
