import PinionAutograd

/// What the instance norms of all ranks have in common: each channel of each sample is standardized by itself (Ulyanov
/// et al., 2016).
open class InstanceNorm: RunningNorm {
    /// The rank of a batch; an input without the batch has one less.
    var rank: Int { 0 }

    /// - Parameters:
    ///   - numFeatures: the channels.
    ///   - eps: added to the variance.
    ///   - momentum: how far the running statistics move with each batch.
    ///   - affine: whether channels have a weight and a bias that are trained.
    ///   - trackRunningStats: whether statistics are kept and used after training.
    ///   - dtype: the parameters' dtype.
    public init(
        _ numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = false,
        trackRunningStats: Bool = false, dtype: DType? = nil
    ) {
        super.init(numFeatures, eps, momentum, affine: affine, trackRunningStats: trackRunningStats, dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try checkRank(x, [rank - 1, rank])
            let batch = x.ndim == rank ? x : x.unsqueeze(0)
            let result = instanceNorm(
                batch, runningMean, runningVar, weight: weight, bias: bias,
                useInputStats: isTraining || !trackRunningStats, momentum: momentum ?? 0, eps: eps)
            return x.ndim == rank ? result : result.squeeze(0)
        }
    }
}

/// Instance normalization of [N, C, L] or [C, L]. As PyTorch's `nn.InstanceNorm1d`.
public final class InstanceNorm1d: InstanceNorm {
    override var rank: Int { 3 }
}

/// Instance normalization of [N, C, H, W] or [C, H, W]. As PyTorch's `nn.InstanceNorm2d`.
public final class InstanceNorm2d: InstanceNorm {
    override var rank: Int { 4 }
}

/// Instance normalization of [N, C, D, H, W] or [C, D, H, W]. As PyTorch's `nn.InstanceNorm3d`.
public final class InstanceNorm3d: InstanceNorm {
    override var rank: Int { 5 }
}
