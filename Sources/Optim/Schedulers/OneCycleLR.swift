/// One rise of the learning rate to `maxLR` and a long fall to almost nothing, and the momentum the other way.
open class OneCycleLR: LRScheduler {
    /// The way from one learning rate to the next.
    public enum Anneal: String, Sendable, WordArgument, CaseIterable { case cos, linear }

    /// - Parameters:
    ///   - optimizer: whose learning rates are changed.
    ///   - maxLR: the highest learning rate, for all groups or one for each.
    ///   - totalSteps: all steps; or give `epochs` and `stepsPerEpoch`.
    ///   - epochs: how many epochs there are.
    ///   - stepsPerEpoch: how many steps an epoch has.
    ///   - pctStart: the share of the steps that rise.
    ///   - annealStrategy: the way from one learning rate to the next.
    ///   - cycleMomentum: whether the momentum, or `beta1`, goes the other way.
    ///   - baseMomentum: the lowest momentum, for all groups or one for each.
    ///   - maxMomentum: the highest, likewise.
    ///   - divFactor: the highest learning rate over the first.
    ///   - finalDivFactor: the first learning rate over the last.
    ///   - threePhase: whether to fall to the first learning rate as fast as it rose, and only then to the last.
    ///   - lastEpoch: the last step seen.
    public init(
        _ optimizer: Optimizer, maxLR: any GroupValues, totalSteps: Int? = nil, epochs: Int? = nil,
        stepsPerEpoch: Int? = nil, pctStart: Double = 0.3, annealStrategy: Anneal = .cos, cycleMomentum: Bool = true,
        baseMomentum: any GroupValues = 0.85, maxMomentum: any GroupValues = 0.95, divFactor: Double = 25,
        finalDivFactor: Double = 1e4, threePhase: Bool = false, lastEpoch: Int = -1
    ) {
        let total = totalSteps ?? (epochs ?? 0) * (stepsPerEpoch ?? 0)
        if lastEpoch == -1 {
            for (group, lr) in zip(optimizer.paramGroups, maxLR.values(optimizer, "maxLR", "OneCycleLR")) {
                group["initial_lr"] = .double(lr / divFactor)
                group["max_lr"] = .double(lr)
                group["min_lr"] = .double(lr / divFactor / finalDivFactor)
            }
            if cycleMomentum { optimizer.beginMomentumCycle(baseMomentum, maxMomentum, "OneCycleLR") }
        }
        super.init(
            optimizer, lastEpoch: lastEpoch,
            fields: [
                "total_steps": .int(total),
                "_schedule_phases": .list(Self.phases(Double(total), pctStart, threePhase)),
                "_anneal_func_type": .string(annealStrategy.rawValue), "cycle_momentum": .bool(cycleMomentum),
            ])
        if total <= 0 { mistake("You must define either totalSteps OR (epochs AND stepsPerEpoch), above 0") }
        if !(0...1).contains(pctStart) { mistake("Expected pctStart between 0 and 1, but got \(pctStart)") }
        if cycleMomentum { checkMomentum() }
    }

    private static func phases(_ total: Double, _ start: Double, _ isThreefold: Bool) -> [StateValue] {
        func phase(_ end: Double, _ rates: (String, String), _ momentums: (String, String)) -> StateValue {
            [
                "end_step": .double(end), "start_lr": .string(rates.0), "end_lr": .string(rates.1),
                "start_momentum": .string(momentums.0), "end_momentum": .string(momentums.1),
            ]
        }
        let (down, up) = (("max_momentum", "base_momentum"), ("base_momentum", "max_momentum"))
        let rise = phase(start * total - 1, ("initial_lr", "max_lr"), down)
        if !isThreefold { return [rise, phase(total - 1, ("max_lr", "min_lr"), up)] }
        return [
            rise, phase(2 * start * total - 2, ("max_lr", "initial_lr"), up),
            phase(total - 1, ("initial_lr", "min_lr"), ("max_momentum", "max_momentum")),
        ]
    }

    open override func getLR() -> [Double] {
        let (step, total) = (Double(lastEpoch), number("total_steps"))
        if step > total && total > 0 {
            mistake("Tried to step \(lastEpoch) times. The specified number of total steps is \(Int(total))")
            return currentLRs
        }
        let phases = fields["_schedule_phases"]?.elements?.compactMap(\.dictionary) ?? []
        var start = 0.0
        for (index, phase) in phases.enumerated() {
            let end = phase["end_step"]?.number ?? 0
            if step > end && index < phases.count - 1 {
                start = end
                continue
            }
            let share = (step - start) / (end - start)
            func value(_ group: ParamGroup, _ kind: String) -> Double {
                func at(_ side: String) -> Double { group.number(phase[side + kind]?.string ?? "") }
                return annealed(at("start_"), at("end_"), share)
            }
            if fields["cycle_momentum"]?.bool == true {
                for group in optimizer.paramGroups { group.cycledMomentum = value(group, "momentum") }
            }
            return optimizer.paramGroups.map { value($0, "lr") }
        }
        return currentLRs
    }

    private func annealed(_ start: Double, _ end: Double, _ share: Double) -> Double {
        if fields["_anneal_func_type"]?.string == Anneal.linear.rawValue { return (end - start) * share + start }
        return end + (start - end) / 2 * (cosine(.pi * share) + 1)
    }
}
