/// Leads the learning rate's factor from `startFactor` to `endFactor` in `totalIters` epochs, along a line.
open class LinearLR: LRScheduler {
    public init(
        _ optimizer: Optimizer, startFactor: Double = 1.0 / 3, endFactor: Double = 1, totalIters: Int = 5,
        lastEpoch: Int = -1
    ) {
        super.init(
            optimizer, lastEpoch: lastEpoch,
            fields: [
                "start_factor": .double(startFactor), "end_factor": .double(endFactor),
                "total_iters": .int(totalIters),
            ])
        if !(startFactor > 0 && startFactor <= 1) {
            mistake("Starting multiplicative factor expected to be greater than 0 and at most 1, not \(startFactor)")
        }
        if !(0...1).contains(endFactor) {
            mistake("Ending multiplicative factor expected to be between 0 and 1, not \(endFactor)")
        }
    }

    open override func getLR() -> [Double] {
        let (start, end) = (number("start_factor"), number("end_factor"))
        let (epoch, total) = (Double(lastEpoch), number("total_iters"))
        if lastEpoch == 0 { return currentLRs.map { $0 * start } }
        if isInitial || epoch > total { return currentLRs }
        let factor = 1 + (end - start) / (total * start + (epoch - 1) * (end - start))
        return currentLRs.map { $0 * factor }
    }

    open override func getClosedFormLR() -> [Double]? {
        let (start, end, total) = (number("start_factor"), number("end_factor"), number("total_iters"))
        return baseLRs.map { $0 * (start + (end - start) * min(total, Double(lastEpoch)) / total) }
    }
}

/// Leads the learning rate to 0 in `totalIters` epochs, as a power of what is left of them.
open class PolynomialLR: LRScheduler {
    public init(_ optimizer: Optimizer, totalIters: Int = 5, power: Double = 1, lastEpoch: Int = -1) {
        super.init(
            optimizer, lastEpoch: lastEpoch, fields: ["total_iters": .int(totalIters), "power": .double(power)])
    }

    open override func getLR() -> [Double] {
        let (epoch, total) = (Double(lastEpoch), number("total_iters"))
        if isInitial || epoch > total { return currentLRs }
        let factor = power((1 - epoch / total) / (1 - (epoch - 1) / total), number("power"))
        return currentLRs.map { $0 * factor }
    }

    open override func getClosedFormLR() -> [Double]? {
        let total = number("total_iters")
        return baseLRs.map { $0 * power(1 - min(total, Double(lastEpoch)) / total, number("power")) }
    }
}

/// Leads the learning rate from its beginning to `etaMin` in `tMax` epochs, along a cosine, and back.
open class CosineAnnealingLR: LRScheduler {
    public init(_ optimizer: Optimizer, tMax: Int, etaMin: Double = 0, lastEpoch: Int = -1) {
        super.init(
            optimizer, lastEpoch: lastEpoch, fields: ["T_max": .int(tMax), "eta_min": .double(etaMin)])
    }

    open override func getLR() -> [Double] {
        if isInitial { return currentLRs }
        let (epoch, period, least) = (Double(lastEpoch), number("T_max"), number("eta_min"))
        if stepCount == 1 && lastEpoch > 0 { return closedForm() }
        if (epoch - 1 - period).truncatingRemainder(dividingBy: 2 * period) == 0 {
            return zip(currentLRs, baseLRs).map { $0 + ($1 - least) * (1 - cosine(.pi / period)) / 2 }
        }
        let factor = (1 + cosine(.pi * epoch / period)) / (1 + cosine(.pi * (epoch - 1) / period))
        return currentLRs.map { factor * ($0 - least) + least }
    }

    open override func getClosedFormLR() -> [Double]? { closedForm() }

    private func closedForm() -> [Double] {
        let (period, least) = (number("T_max"), number("eta_min"))
        return baseLRs.map { least + ($0 - least) * (1 + cosine(.pi * Double(lastEpoch) / period)) / 2 }
    }
}

/// Leads the learning rate to `etaMin` along a cosine in `t0` epochs, then begins again, each time `tMult` times as
/// long.
open class CosineAnnealingWarmRestarts: LRScheduler {
    public init(_ optimizer: Optimizer, t0: Int, tMult: Int = 1, etaMin: Double = 0, lastEpoch: Int = -1) {
        super.init(
            optimizer, lastEpoch: lastEpoch,
            fields: [
                "T_0": .int(t0), "T_i": .int(t0), "T_mult": .int(tMult), "eta_min": .double(etaMin),
                "T_cur": .int(lastEpoch),
            ])
        if t0 <= 0 { mistake("Expected positive integer t0, but got \(t0)") }
        if tMult < 1 { mistake("Expected integer tMult >= 1, but got \(tMult)") }
    }

    open override func getLR() -> [Double] {
        let (now, period, least) = (number("T_cur"), number("T_i"), number("eta_min"))
        return baseLRs.map { least + ($0 - least) * (1 + cosine(.pi * now / period)) / 2 }
    }

    open override func step() {
        if lastEpoch < 0 {
            fields["T_i"] = fields["T_0"]
            fields["T_cur"] = 0
        } else {
            let (now, period) = (number("T_cur") + 1, max(fields["T_i"]?.int ?? 1, 1))
            if now >= Double(period) {
                place(now - Double(period), period * (fields["T_mult"]?.int ?? 1))
            } else {
                place(now, period)
            }
        }
        lastEpoch += 1
        set(getLR())
    }

    /// Goes to an epoch, or a part of one: `step(epoch + i / iterations)` after each batch.
    open func step(_ epoch: Double) {
        if !(epoch >= 0) || epoch.isInfinite { return mistake("Expected non-negative epoch, but got \(epoch)") }
        let (t0, tMult) = (number("T_0"), number("T_mult"))
        if epoch < t0 {
            place(epoch, Int(t0))
        } else if tMult == 1 {
            place(epoch.truncatingRemainder(dividingBy: t0), fields["T_i"]?.int ?? Int(t0))
        } else {
            // Cycles of t0, t0 tMult, t0 tMult², …: the one that epoch lies in.
            var (start, period) = (0.0, t0)
            while epoch >= start + period { (start, period) = (start + period, period * tMult) }
            place(epoch - start, Int(period))
        }
        lastEpoch = Int(epoch.rounded(.down))
        set(getLR())
    }

    /// How far the present cycle has gone, and how long it is.
    private func place(_ now: Double, _ period: Int) {
        fields["T_cur"] = now == now.rounded() ? .int(Int(now)) : .double(now)
        fields["T_i"] = .int(period)
    }
}
