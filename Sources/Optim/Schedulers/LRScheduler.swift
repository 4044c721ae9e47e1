import PinionTensor

/// Changes an optimizer's learning rates from epoch to epoch; the base of all schedulers, as PyTorch's `LRScheduler`.
///
/// Call `step()` after the optimizer's steps of an epoch. One's own is a subclass that overrides `getLR()`; a cosine
/// after a warm-up:
/// ```swift
/// final class WarmupCosine: LRScheduler {
///     let (warmup, total): (Double, Double)
///     init(_ optimizer: Optimizer, warmup: Int, total: Int) {
///         (self.warmup, self.total) = (Double(warmup), Double(total))
///         super.init(optimizer)
///     }
///     override func getLR() -> [Double] {
///         let epoch = Double(lastEpoch)
///         let factor = epoch < warmup
///             ? (epoch + 1) / warmup : (1 + cos(.pi * (epoch - warmup) / (total - warmup))) / 2
///         return baseLRs.map { $0 * factor }
///     }
/// }
/// ```
open class LRScheduler {
    /// The optimizer whose learning rates are changed.
    public let optimizer: Optimizer
    /// Settings and progress, under PyTorch's names; what `stateDict()` gives.
    var fields: StateTree

    /// Begins with epoch 0, or goes on after `lastEpoch`.
    ///
    /// - Parameters:
    ///   - optimizer: whose learning rates are changed from now on.
    ///   - lastEpoch: the last epoch seen; -1 at the beginning. Later ones need groups with an `initial_lr`.
    ///   - fields: what is to be saved besides, under PyTorch's names.
    public init(_ optimizer: Optimizer, lastEpoch: Int = -1, fields: StateTree = [:]) {
        self.optimizer = optimizer
        self.fields = fields
        for (index, group) in optimizer.paramGroups.enumerated() where group["initial_lr"] == nil {
            if lastEpoch == -1 {
                group["initial_lr"] = group["lr"]
            } else {
                mistake(
                    "param 'initial_lr' is not specified in param_groups[\(index)] when resuming with lastEpoch "
                        + "\(lastEpoch)")
            }
        }
        self.fields["base_lrs"] = .list(optimizer.paramGroups.map { .double($0.number("initial_lr")) })
        self.fields["last_epoch"] = .int(lastEpoch)
        initialStep()
    }

    /// For schedulers that make their own first step.
    init(bare optimizer: Optimizer, lastEpoch: Int, fields: StateTree) {
        self.optimizer = optimizer
        self.fields = fields
        self.fields["last_epoch"] = .int(lastEpoch)
        rememberLRs()
    }

    /// The epoch that the learning rates are for; 0 at first.
    public var lastEpoch: Int {
        get { fields["last_epoch"]?.int ?? 0 }
        set { fields["last_epoch"] = .int(newValue) }
    }

    /// The groups' learning rates before any scheduling.
    public var baseLRs: [Double] {
        get { fields["base_lrs"]?.numbers ?? [] }
        set { fields["base_lrs"] = .list(newValue.map { .double($0) }) }
    }

    /// The groups' present learning rates.
    public var currentLRs: [Double] { optimizer.paramGroups.map(\.lr) }

    /// Whether the first step is being made.
    public private(set) var isInitial = false

    var stepCount: Int {
        get { fields["_step_count"]?.int ?? 0 }
        set { fields["_step_count"] = .int(newValue) }
    }

    /// The learning rates of epoch `lastEpoch`, one a group. Subclasses override it.
    open func getLR() -> [Double] {
        mistake("getLR() is not overridden")
        return currentLRs
    }

    /// The same from the epoch alone, where that is possible.
    open func getClosedFormLR() -> [Double]? { nil }

    /// The learning rates that the last step set, one a group.
    public func getLastLR() -> [Double] { fields["_last_lr"]?.numbers ?? [] }

    /// Goes on to the next epoch.
    open func step() {
        stepCount += 1
        updateLR()
    }

    /// Undoes the epoch that this scheduler has begun with, for one that comes after others.
    func undoInitialStep() { lastEpoch -= 1 }

    func initialStep() {
        stepCount = 0
        isInitial = true
        step()
        isInitial = false
    }

    /// Sets the learning rates of the next epoch, or of a given one.
    func updateLR(epoch: Int? = nil) {
        lastEpoch = epoch ?? lastEpoch + 1
        set(epoch == nil ? getLR() : getClosedFormLR() ?? getLR())
    }

    func set(_ rates: [Double]) {
        if rates.count != optimizer.paramGroups.count {
            return mistake("\(rates.count) learning rates for \(optimizer.paramGroups.count) parameter groups")
        }
        for (group, rate) in zip(optimizer.paramGroups, rates) { group.lr = rate }
        rememberLRs()
    }

    func rememberLRs() { fields["_last_lr"] = .list(currentLRs.map { .double($0) }) }

    func mistake(_ message: String) {
        report(TensorError("\(type(of: self))", .value, message))
    }

    func number(_ name: String) -> Double { fields[name]?.number ?? 0 }

    // MARK: - State

    /// Settings and progress in PyTorch's layout.
    open func stateDict() -> StateTree { fields }

    /// Takes over what `stateDict()` of the same kind of scheduler gave, or PyTorch's.
    /// - Throws: `StateTreeError` where something does not fit; then nothing has changed.
    public func loadStateDict(_ stateDict: StateTree) throws(StateTreeError) {
        let apply = try checked(stateDict, [])
        apply()
    }

    /// Checks a state dict, and returns what takes it over.
    func checked(_ stateDict: StateTree, _ path: [String]) throws(StateTreeError) -> () -> Void {
        let owner = "\(type(of: self))"
        var loaded = fields
        for (key, own) in fields {
            guard let value = stateDict[key] else { throw StateTreeError(owner, path + ["\(key)"], "is missing") }
            let fitted = try own.fitted(value, owner, path + ["\(key)"])
            if let count = own.elements?.count, own.numbers != nil, fitted.elements?.count != count {
                throw StateTreeError(
                    owner, path + ["\(key)"], "\(fitted.elements?.count ?? 0) values, expected \(count)")
            }
            loaded[key] = fitted
        }
        return { self.fields = loaded }
    }
}
