import PinionTensor

/// Multiplies the learning rate by `factor` when a measure has not improved for `patience` epochs.
open class ReduceLROnPlateau: LRScheduler {
    /// Whether small or large measures are good.
    public enum Mode: String, Sendable, WordArgument, CaseIterable { case min, max }
    /// Whether the threshold is a share of the best measure or a difference.
    public enum ThresholdMode: String, Sendable, WordArgument, CaseIterable { case rel, abs }

    /// - Parameters:
    ///   - optimizer: whose learning rates are changed.
    ///   - mode: whether small or large measures are good.
    ///   - factor: what the learning rate is multiplied by, below 1.
    ///   - patience: how many epochs without improvement are let pass.
    ///   - threshold: by how much a measure must be better than the best.
    ///   - thresholdMode: whether the threshold is a share of the best or a difference.
    ///   - cooldown: how many epochs after a change are not counted.
    ///   - minLR: what the learning rate does not fall below, for all groups or one for each.
    ///   - eps: the least change worth making.
    public init(
        _ optimizer: Optimizer, mode: Mode = .min, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
        thresholdMode: ThresholdMode = .rel, cooldown: Int = 0, minLR: any GroupValues = 0.0, eps: Double = 1e-8
    ) {
        let worst: Double = mode == .min ? .infinity : -.infinity
        super.init(
            bare: optimizer, lastEpoch: 0,
            fields: [
                "factor": .double(factor),
                "min_lrs": .list(minLR.values(optimizer, "minLR", "ReduceLROnPlateau").map { .double($0) }),
                "patience": .int(patience), "cooldown": .int(cooldown), "eps": .double(eps),
                "mode": .string(mode.rawValue), "threshold": .double(threshold),
                "threshold_mode": .string(thresholdMode.rawValue), "best": .double(worst), "cooldown_counter": 0,
                "num_bad_epochs": 0,
            ])
        if factor >= 1 { mistake("Factor should be < 1.0, not \(factor)") }
    }

    open override func step() { mistake("step needs the measure: step(loss)") }

    /// Notes the measure of an epoch.
    public func step(_ metrics: Tensor) { step(noGrad { metrics.item }) }

    /// Notes the measure of an epoch.
    public func step(metrics: Tensor) { step(metrics) }

    /// Notes the measure of an epoch.
    public func step(metrics: Double) { step(metrics) }

    /// Notes the measure of an epoch.
    public func step(_ metrics: Double) {
        lastEpoch += 1
        var (bad, cooldown) = (fields["num_bad_epochs"]?.int ?? 0, fields["cooldown_counter"]?.int ?? 0)
        bad += 1
        if isBetter(metrics) {
            fields["best"] = .double(metrics)
            bad = 0
        }
        if cooldown > 0 {
            cooldown -= 1
            bad = 0
        }
        if Double(bad) > number("patience") {
            for (group, least) in zip(optimizer.paramGroups, fields["min_lrs"]?.numbers ?? []) {
                let rate = max(group.lr * number("factor"), least)
                if group.lr - rate > number("eps") { group.lr = rate }
            }
            cooldown = fields["cooldown"]?.int ?? 0
            bad = 0
        }
        (fields["num_bad_epochs"], fields["cooldown_counter"]) = (.int(bad), .int(cooldown))
        rememberLRs()
    }

    private func isBetter(_ value: Double) -> Bool {
        let (best, threshold) = (number("best"), number("threshold"))
        let isRelative = fields["threshold_mode"]?.string == ThresholdMode.rel.rawValue
        if fields["mode"]?.string == Mode.min.rawValue {
            return value < (isRelative ? best * (1 - threshold) : best - threshold)
        }
        return value > (isRelative ? best * (threshold + 1) : best + threshold)
    }
}
