import PinionAutograd

// Sizes under their names, as in PyTorch.

extension BatchNorm {
    /// The same with the channels under their name.
    public convenience init(
        numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true,
        trackRunningStats: Bool = true, dtype: DType? = nil
    ) {
        self.init(
            numFeatures, eps: eps, momentum: momentum, affine: affine, trackRunningStats: trackRunningStats,
            dtype: dtype)
    }
}

extension InstanceNorm {
    /// The same with the channels under their name.
    public convenience init(
        numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = false,
        trackRunningStats: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            numFeatures, eps: eps, momentum: momentum, affine: affine, trackRunningStats: trackRunningStats,
            dtype: dtype)
    }
}

extension LayerNorm {
    /// The same with the shape under its name.
    public convenience init(
        normalizedShape: [Int], eps: Double = 1e-5, elementwiseAffine: Bool = true, bias: Bool = true,
        dtype: DType? = nil
    ) {
        self.init(normalizedShape, eps: eps, elementwiseAffine: elementwiseAffine, bias: bias, dtype: dtype)
    }

    /// The same for the last dimension.
    public convenience init(
        normalizedShape: Int, eps: Double = 1e-5, elementwiseAffine: Bool = true, bias: Bool = true,
        dtype: DType? = nil
    ) {
        self.init([normalizedShape], eps: eps, elementwiseAffine: elementwiseAffine, bias: bias, dtype: dtype)
    }
}

extension RMSNorm {
    /// The same with the shape under its name.
    public convenience init(
        normalizedShape: [Int], eps: Double? = nil, elementwiseAffine: Bool = true, dtype: DType? = nil
    ) {
        self.init(normalizedShape, eps: eps, elementwiseAffine: elementwiseAffine, dtype: dtype)
    }

    /// The same for the last dimension.
    public convenience init(
        normalizedShape: Int, eps: Double? = nil, elementwiseAffine: Bool = true, dtype: DType? = nil
    ) {
        self.init([normalizedShape], eps: eps, elementwiseAffine: elementwiseAffine, dtype: dtype)
    }
}

extension GroupNorm {
    /// The same with the sizes under their names.
    public convenience init(
        numGroups: Int, numChannels: Int, eps: Double = 1e-5, affine: Bool = true, dtype: DType? = nil
    ) {
        self.init(numGroups, numChannels, eps: eps, affine: affine, dtype: dtype)
    }
}

extension LocalResponseNorm {
    /// The same with the channels under their name.
    public convenience init(size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1) {
        self.init(size, alpha: alpha, beta: beta, k: k)
    }
}

/// As `layerNorm`, with the shape under its name.
public func layerNorm(
    _ input: Tensor, normalizedShape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
) -> Tensor {
    layerNorm(input, normalizedShape, weight: weight, bias: bias, eps: eps)
}

/// As `rmsNorm`, with the shape under its name.
public func rmsNorm(
    _ input: Tensor, normalizedShape: [Int], weight: Tensor? = nil, eps: Double? = nil
) -> Tensor {
    rmsNorm(input, normalizedShape, weight: weight, eps: eps)
}

/// As `batchNorm`, with the statistics under their names.
public func batchNorm(
    _ input: Tensor, runningMean: Tensor?, runningVar: Tensor?, weight: Tensor? = nil, bias: Tensor? = nil,
    training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-5
) -> Tensor {
    batchNorm(
        input, runningMean, runningVar, weight: weight, bias: bias, training: training, momentum: momentum, eps: eps)
}
