#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Leads the learning rates to a fixed one, for stochastic weight averaging. As PyTorch's
/// `torch.optim.swa_utils.SWALR`.
open class SWALR: LRScheduler {
    /// The way to the last learning rate.
    public typealias Anneal = OneCycleLR.Anneal

    /// The same last learning rate for all groups.
    ///
    /// - Parameters:
    ///   - optimizer: whose learning rates are changed.
    ///   - swaLR: the last learning rate.
    ///   - annealEpochs: the epochs on the way to it.
    ///   - annealStrategy: the way to it.
    ///   - lastEpoch: the last epoch seen.
    public convenience init(
        _ optimizer: Optimizer, swaLR: Double, annealEpochs: Int = 10, annealStrategy: Anneal = .cos,
        lastEpoch: Int = -1
    ) {
        self.init(
            optimizer, swaLR: optimizer.paramGroups.map { _ in swaLR }, annealEpochs: annealEpochs,
            annealStrategy: annealStrategy, lastEpoch: lastEpoch)
    }

    /// A last learning rate for each group.
    public init(
        _ optimizer: Optimizer, swaLR: [Double], annealEpochs: Int = 10, annealStrategy: Anneal = .cos,
        lastEpoch: Int = -1
    ) {
        for (group, rate) in zip(optimizer.paramGroups, swaLR) { group["swa_lr"] = .double(rate) }
        super.init(
            optimizer, lastEpoch: lastEpoch,
            fields: ["_anneal_strategy": .string(annealStrategy.rawValue), "anneal_epochs": .int(max(annealEpochs, 0))])
        if swaLR.count != optimizer.paramGroups.count {
            mistake("\(swaLR.count) values of swaLR for \(optimizer.paramGroups.count) parameter groups")
        }
        if annealEpochs < 0 { mistake("annealEpochs must be equal or greater than 0, got \(annealEpochs)") }
    }

    /// How much of the way is done at a step.
    private func share(_ step: Double) -> Double {
        let t = max(0, min(1, step / max(1, number("anneal_epochs"))))
        return fields["_anneal_strategy"]?.string == Anneal.linear.rawValue ? t : (1 - cos(.pi * t)) / 2
    }

    open override func getLR() -> [Double] {
        let step = Double(number("anneal_epochs") == 0 ? max(1, stepCount - 1) : stepCount - 1)
        let (former, share) = (share(step - 1), share(step))
        return optimizer.paramGroups.map { group in
            let last = group.number("swa_lr")
            let first = former == 1 ? last : (group.lr - former * last) / (1 - former)
            return last * share + first * (1 - share)
        }
    }
}
