/// Leads the learning rate up from `baseLR` to `maxLR` and back again and again, and the momentum the other way.
open class CyclicLR: LRScheduler {
    /// How the height of a cycle changes.
    public enum Mode: String, Sendable, WordArgument, CaseIterable {
        /// Not at all.
        case triangular
        /// Half as high each cycle.
        case triangular2
        /// By `gamma` each step.
        case expRange = "exp_range"
    }

    /// What a function of one's own for the height is called with.
    public enum ScaleMode: String, Sendable, WordArgument, CaseIterable {
        /// The number of the cycle, from 1 on.
        case cycle
        /// The number of the step.
        case iterations
    }

    private let scaleFn: ((Double) -> Double)?

    /// - Parameters:
    ///   - optimizer: whose learning rates are changed.
    ///   - baseLR: the lowest learning rate, for all groups or one for each.
    ///   - maxLR: the highest, likewise.
    ///   - stepSizeUp: the steps of a rise.
    ///   - stepSizeDown: the steps of a fall; by default as many.
    ///   - mode: how the height of a cycle changes.
    ///   - gamma: the factor of the height for each step in `expRange`.
    ///   - scaleFn: how high the cycles are, in place of `mode`: 1 for their whole height.
    ///   - scaleMode: whether `scaleFn` is a function of the cycle or of the step.
    ///   - cycleMomentum: whether the momentum, or `beta1`, goes the other way.
    ///   - baseMomentum: the lowest momentum, for all groups or one for each.
    ///   - maxMomentum: the highest, likewise.
    ///   - lastEpoch: the last step seen.
    public init(
        _ optimizer: Optimizer, baseLR: any GroupValues, maxLR: any GroupValues, stepSizeUp: Int = 2000,
        stepSizeDown: Int? = nil, mode: Mode = .triangular, gamma: Double = 1, scaleFn: ((Double) -> Double)? = nil,
        scaleMode: ScaleMode = .cycle, cycleMomentum: Bool = true, baseMomentum: any GroupValues = 0.8,
        maxMomentum: any GroupValues = 0.9, lastEpoch: Int = -1
    ) {
        self.scaleFn = scaleFn
        let lowest = baseLR.values(optimizer, "baseLR", "CyclicLR")
        let highest = maxLR.values(optimizer, "maxLR", "CyclicLR")
        let (up, down) = (Double(stepSizeUp), Double(stepSizeDown ?? stepSizeUp))
        if lastEpoch == -1 {
            for (group, lr) in zip(optimizer.paramGroups, lowest) { group.lr = lr }
            if cycleMomentum { optimizer.beginMomentumCycle(baseMomentum, maxMomentum, "CyclicLR") }
        }
        super.init(
            optimizer, lastEpoch: lastEpoch,
            fields: [
                "max_lrs": .list(highest.map { .double($0) }), "total_size": .double(up + down),
                "step_ratio": .double(up / (up + down)), "mode": .string(mode.rawValue), "gamma": .double(gamma),
                "scale_mode": .string((scaleFn == nil ? mode.scaleMode : scaleMode).rawValue),
                "cycle_momentum": .bool(cycleMomentum),
            ])
        baseLRs = lowest
        if cycleMomentum { checkMomentum() }
    }

    open override func getLR() -> [Double] {
        let (epoch, size, ratio) = (Double(lastEpoch), number("total_size"), number("step_ratio"))
        let cycle = (1 + epoch / size).rounded(.down)
        let x = 1 + epoch / size - cycle
        let share = x <= ratio ? x / ratio : (x - 1) / (ratio - 1)
        let isOfCycles = fields["scale_mode"]?.string != ScaleMode.iterations.rawValue
        let height = height(isOfCycles ? cycle : epoch)
        if fields["cycle_momentum"]?.bool == true {
            for group in optimizer.paramGroups {
                let (low, high) = (group.number("base_momentum"), group.number("max_momentum"))
                group.cycledMomentum = high - (high - low) * share * height
            }
        }
        return zip(baseLRs, fields["max_lrs"]?.numbers ?? []).map { $0 + ($1 - $0) * share * height }
    }

    /// How high a cycle is, by its number or the step's.
    private func height(_ x: Double) -> Double {
        if let scaleFn { return scaleFn(x) }
        switch fields["mode"]?.string.flatMap(Mode.init(rawValue:)) ?? .triangular {
        case .triangular: return 1
        case .triangular2: return 1 / power(2, x - 1)
        case .expRange: return power(number("gamma"), x)
        }
    }
}

extension CyclicLR.Mode {
    fileprivate var scaleMode: CyclicLR.ScaleMode { self == .expRange ? .iterations : .cycle }
}

extension LRScheduler {
    func checkMomentum() {
        if optimizer.defaults["momentum"] == nil && optimizer.defaults["betas"] == nil {
            mistake("optimizer must support momentum or beta1 with `cycleMomentum` option enabled")
        }
    }
}

extension Optimizer {
    func beginMomentumCycle(_ low: any GroupValues, _ high: any GroupValues, _ scheduler: String) {
        let lowest = low.values(self, "baseMomentum", scheduler)
        let highest = high.values(self, "maxMomentum", scheduler)
        for (group, (low, high)) in zip(paramGroups, zip(lowest, highest)) {
            group.cycledMomentum = high
            group["max_momentum"] = .double(high)
            group["base_momentum"] = .double(low)
        }
    }
}

extension ParamGroup {
    /// The momentum, or Adam's first beta, whichever the optimizer has.
    var cycledMomentum: Double {
        get { self["betas"]?.numbers?.first ?? self["momentum"]?.number ?? 0 }
        set {
            if let betas = self["betas"]?.elements {
                self["betas"] = .tuple([.double(newValue)] + betas.dropFirst())
            } else if self["momentum"] != nil {
                self["momentum"] = .double(newValue)
            }
        }
    }
}
