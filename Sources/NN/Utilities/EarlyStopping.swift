/// Says when training stops paying: after `patience` results in a row that were no better than the best.
public struct EarlyStopping {
    /// Which results are better.
    public enum Mode: String, Sendable, WordArgument, CaseIterable { case min, max }

    public let patience: Int
    public let minDelta: Double
    public let mode: Mode
    /// The best result so far.
    public private(set) var best: Double?
    /// How many results since the best.
    public private(set) var counter = 0

    /// - Parameters:
    ///   - patience: how many results may be no better.
    ///   - minDelta: by how much a result must be better to count.
    ///   - mode: whether smaller results are better, as of a loss, or larger, as of an accuracy.
    public init(patience: Int = 5, minDelta: Double = 0, mode: Mode = .min) {
        (self.patience, self.minDelta, self.mode) = (patience, minDelta, mode)
    }

    /// Whether training should stop.
    public var shouldStop: Bool { counter >= patience }

    /// Takes a result. Returns whether it is the best so far; NaN never is.
    @discardableResult
    public mutating func update(_ result: Double) -> Bool {
        let isBetter = best.map { mode == .min ? result < $0 - minDelta : result > $0 + minDelta } ?? !result.isNaN
        if isBetter {
            best = result
            counter = 0
        } else {
            counter += 1
        }
        return isBetter
    }
}

/// Keeps a copy of a model's parameters and buffers as they were at the best result.
public struct BestModel {
    private var judge: EarlyStopping
    /// The state at the best result; nil before the first.
    public private(set) var stateDict: StateDict?

    /// - Parameter mode: whether smaller results are better or larger.
    public init(mode: EarlyStopping.Mode = .min) { judge = EarlyStopping(mode: mode) }

    /// The best result so far.
    public var best: Double? { judge.best }

    /// Takes a result, and copies the model's state where it is the best so far. Returns whether it is.
    @discardableResult
    public mutating func update(_ result: Double, _ model: Module) -> Bool {
        let isBetter = judge.update(result)
        if isBetter { stateDict = model.stateDict().clone() }
        return isBetter
    }

    /// Puts the best state back into the model.
    public func restore(_ model: Module) throws {
        if let stateDict { try model.loadStateDict(stateDict) }
    }
}
