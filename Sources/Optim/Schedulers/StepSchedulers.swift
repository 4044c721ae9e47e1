/// Multiplies the learning rate by `gamma` every `stepSize` epochs.
open class StepLR: LRScheduler {
    public init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1, lastEpoch: Int = -1) {
        super.init(
            optimizer, lastEpoch: lastEpoch, fields: ["step_size": .int(max(stepSize, 1)), "gamma": .double(gamma)])
        if stepSize < 1 { mistake("the step size is \(stepSize), expected at least 1") }
    }

    private var stepSize: Int { fields["step_size"]?.int ?? 1 }

    open override func getLR() -> [Double] {
        let isChange = lastEpoch != 0 && lastEpoch % stepSize == 0
        return isChange ? currentLRs.map { $0 * number("gamma") } : currentLRs
    }

    open override func getClosedFormLR() -> [Double]? {
        baseLRs.map { $0 * power(number("gamma"), Double(lastEpoch / stepSize)) }
    }
}

/// Multiplies the learning rate by `gamma` at each of the milestones; at one given twice, twice.
open class MultiStepLR: LRScheduler {
    public init(_ optimizer: Optimizer, milestones: [Int], gamma: Double = 0.1, lastEpoch: Int = -1) {
        var counts = StateTree()
        for epoch in milestones { counts[number: epoch] = .int((counts[number: epoch]?.int ?? 0) + 1) }
        super.init(
            optimizer, lastEpoch: lastEpoch, fields: ["milestones": .dictionary(counts), "gamma": .double(gamma)])
    }

    private var milestones: StateTree { fields["milestones"]?.dictionary ?? [:] }

    open override func getLR() -> [Double] {
        guard let count = milestones[number: lastEpoch]?.number else { return currentLRs }
        return currentLRs.map { $0 * power(number("gamma"), count) }
    }

    open override func getClosedFormLR() -> [Double]? {
        var count = 0.0
        for case (.int(let epoch), let times) in milestones where epoch <= lastEpoch { count += times.number ?? 0 }
        return baseLRs.map { $0 * power(number("gamma"), count) }
    }
}

/// Multiplies the learning rate by `factor` for the first `totalIters` epochs.
open class ConstantLR: LRScheduler {
    public init(_ optimizer: Optimizer, factor: Double = 1.0 / 3, totalIters: Int = 5, lastEpoch: Int = -1) {
        super.init(
            optimizer, lastEpoch: lastEpoch, fields: ["factor": .double(factor), "total_iters": .int(totalIters)])
        if !(0...1).contains(factor) {
            mistake("Constant multiplicative factor expected to be between 0 and 1, not \(factor)")
        }
    }

    open override func getLR() -> [Double] {
        let factor = number("factor")
        if lastEpoch == 0 { return currentLRs.map { $0 * factor } }
        return Double(lastEpoch) == number("total_iters") ? currentLRs.map { $0 * (1 / factor) } : currentLRs
    }

    open override func getClosedFormLR() -> [Double]? {
        let isOver = Double(lastEpoch) >= number("total_iters")
        return baseLRs.map { $0 * (isOver ? 1 : number("factor")) }
    }
}

/// Multiplies the learning rate by `gamma` every epoch.
open class ExponentialLR: LRScheduler {
    public init(_ optimizer: Optimizer, gamma: Double, lastEpoch: Int = -1) {
        super.init(optimizer, lastEpoch: lastEpoch, fields: ["gamma": .double(gamma)])
    }

    open override func getLR() -> [Double] {
        isInitial ? currentLRs : currentLRs.map { $0 * number("gamma") }
    }

    open override func getClosedFormLR() -> [Double]? {
        baseLRs.map { $0 * power(number("gamma"), Double(lastEpoch)) }
    }
}
