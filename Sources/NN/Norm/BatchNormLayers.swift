import PinionAutograd

/// What the batch norms of all ranks have in common: channels are standardized over the batch in training, by running
/// statistics otherwise (Ioffe and Szegedy, 2015).
open class BatchNorm: RunningNorm {
    /// The ranks of inputs.
    var ranks: [Int] { [] }

    /// - Parameters:
    ///   - numFeatures: the channels.
    ///   - eps: added to the variance.
    ///   - momentum: how far the running statistics move with each batch; nil for the mean over all batches.
    ///   - affine: whether channels have a weight and a bias that are trained.
    ///   - trackRunningStats: whether statistics are kept; without them each batch has its own, in use too.
    ///   - dtype: the parameters' dtype.
    public init(
        _ numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true,
        trackRunningStats: Bool = true, dtype: DType? = nil
    ) {
        super.init(numFeatures, eps, momentum, affine: affine, trackRunningStats: trackRunningStats, dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try checkRank(x, ranks)
            let momentum = nextMomentum()
            let usesBatch = isTraining || runningMean == nil
            return batchNorm(
                x, runningMean, runningVar, weight: weight, bias: bias, training: usesBatch, momentum: momentum,
                eps: eps)
        }
    }
}

/// Batch normalization of [N, C] or [N, C, L]. As PyTorch's `nn.BatchNorm1d`.
public final class BatchNorm1d: BatchNorm {
    override var ranks: [Int] { [2, 3] }
}

/// Batch normalization of [N, C, H, W]. As PyTorch's `nn.BatchNorm2d`.
public final class BatchNorm2d: BatchNorm {
    override var ranks: [Int] { [4] }
}

/// Batch normalization of [N, C, D, H, W]. As PyTorch's `nn.BatchNorm3d`.
public final class BatchNorm3d: BatchNorm {
    override var ranks: [Int] { [5] }
}
