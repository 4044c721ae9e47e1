import PinionAutograd

/// What batch and instance norms have in common: weight and bias for each channel, and statistics that move with what
/// the module sees.
open class RunningNorm: Module {
    public let numFeatures: Int
    public let eps: Double
    /// How far the statistics move with each batch; nil for the mean over all batches.
    public var momentum: Double?
    public let affine: Bool
    public let trackRunningStats: Bool
    @Parameter public var weight: Tensor?
    @Parameter public var bias: Tensor?
    @Buffer public var runningMean: Tensor?
    @Buffer public var runningVar: Tensor?
    @Buffer public var numBatchesTracked: Tensor?

    init(
        _ numFeatures: Int, _ eps: Double, _ momentum: Double?, affine: Bool, trackRunningStats: Bool, _ dtype: DType?
    ) {
        (self.numFeatures, self.eps, self.momentum) = (numFeatures, eps, momentum)
        (self.affine, self.trackRunningStats) = (affine, trackRunningStats)
        weight = affine ? .ones(numFeatures, dtype: dtype) : nil
        bias = affine ? .zeros(numFeatures, dtype: dtype) : nil
        runningMean = trackRunningStats ? .zeros(numFeatures, dtype: dtype) : nil
        runningVar = trackRunningStats ? .ones(numFeatures, dtype: dtype) : nil
        numBatchesTracked = trackRunningStats ? .zeros([], dtype: .int64) : nil
    }

    public override class var stateDictNames: [String: String] {
        ["runningMean": "running_mean", "runningVar": "running_var", "numBatchesTracked": "num_batches_tracked"]
    }

    open override var extraRepr: String {
        "\(numFeatures), eps=\(eps), momentum=\(momentum.map { "\($0)" } ?? "None"), "
            + "affine=\(PythonText.bool(affine)), bias=\(PythonText.bool(affine)), "
            + "track_running_stats=\(PythonText.bool(trackRunningStats))"
    }

    /// Forgets what the statistics have seen.
    public func resetRunningStats() {
        noGrad {
            runningMean?.zeroInPlace()
            runningVar?.fillInPlace(1)
            numBatchesTracked?.zeroInPlace()
        }
    }

    /// Counts a batch in training; gives how far the statistics move.
    func nextMomentum() -> Double {
        guard isTraining, let count = numBatchesTracked else { return momentum ?? 0 }
        noGrad { count += 1 }
        return momentum ?? 1 / count.item
    }

    /// Throws unless the input has one of these ranks.
    func checkRank(_ x: Tensor, _ ranks: [Int]) throws(TensorError) {
        if ranks.contains(x.ndim) { return }
        let expected = ranks.map { "\($0)-d" }.joined(separator: " or ")
        throw TensorError(typeName, .shape, "expected a \(expected) input, got shape \(x.shape)")
    }
}
