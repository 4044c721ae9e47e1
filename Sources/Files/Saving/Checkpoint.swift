import PinionOptim

/// A training run as it stands: the epoch, and the states of model, optimizer and scheduler, with whatever else belongs
/// to it. In a `.pth` file it is the dictionary that PyTorch programs use: `epoch`, `model_state_dict`,
/// `optimizer_state_dict`, `scheduler_state_dict`, and the extra entries under their own names.
///
/// ```swift
/// try save(Checkpoint(epoch: 3, model: model, optimizer: optimizer, extra: ["loss": 0.12]), to: "checkpoint.pth")
/// let checkpoint = try Checkpoint.load(from: "checkpoint.pth", into: model, optimizer: optimizer)
/// for epoch in (checkpoint.epoch + 1)..<10 { … }
/// ```
public struct Checkpoint: Savable {
    /// The epoch that was finished last.
    public var epoch: Int
    /// The model's parameters and buffers.
    public var model: StateDict
    /// The optimizer's state.
    public var optimizer: StateTree?
    /// The scheduler's state.
    public var scheduler: StateTree?
    /// All other entries.
    public var extra: StateTree

    /// The states as they are now; the tensors share the model's memory until they are saved.
    ///
    /// - Parameters:
    ///   - epoch: the epoch that was finished last.
    ///   - model: whose parameters and buffers are saved.
    ///   - optimizer: whose state is saved.
    ///   - scheduler: whose state is saved.
    ///   - extra: other entries, such as the loss.
    public init(
        epoch: Int, model: Module, optimizer: Optimizer? = nil, scheduler: LRScheduler? = nil,
        extra: KeyValuePairs<String, any Savable> = [:]
    ) {
        self.epoch = epoch
        self.model = model.stateDict()
        self.optimizer = optimizer?.stateDict()
        self.scheduler = scheduler?.stateDict()
        self.extra = StateTree(extra.map { (key: .string($0.key), value: $0.value.stateValue) })
    }

    private init(_ tree: StateTree) throws {
        func take(_ names: [String]) -> StateValue? { names.lazy.compactMap { tree[$0] }.first }
        guard let model = take(Names.model) else {
            throw FileError(.value, "expected a checkpoint with model_state_dict, found \(tree.stateValue.kind)")
        }
        epoch = tree["epoch"]?.int ?? 0
        self.model = try StateDict.from(stateValue: model)
        optimizer = try take(Names.optimizer).map { try StateTree.from(stateValue: $0) }
        scheduler = try take(Names.scheduler).flatMap { try StateTree?.from(stateValue: $0) }
        let own = Set(["epoch"] + Names.model + Names.optimizer + Names.scheduler)
        extra = StateTree(tree.filter { !own.contains($0.key.description) })
    }

    /// The names that are written, and those that other programs use.
    private enum Names {
        static let model = ["model_state_dict", "state_dict", "model", "model_state"]
        static let optimizer = ["optimizer_state_dict", "optimizer", "optim_state_dict", "optimizer_state"]
        static let scheduler = ["scheduler_state_dict", "lr_scheduler", "scheduler", "lr_scheduler_state_dict"]
    }

    public var stateValue: StateValue {
        var tree: StateTree = ["epoch": .int(epoch), "model_state_dict": model.stateValue]
        if let optimizer { tree["optimizer_state_dict"] = .dictionary(optimizer) }
        if let scheduler { tree["scheduler_state_dict"] = .dictionary(scheduler) }
        for (key, value) in extra { tree[key] = value }
        return .dictionary(tree)
    }

    public static func from(stateValue: StateValue) throws -> Checkpoint {
        try Checkpoint(StateTree.from(stateValue: stateValue))
    }

    /// Reads a checkpoint, of Pinion or of PyTorch.
    public static func load(_ path: String) throws -> Checkpoint { try PinionFiles.load(path) }

    /// Reads a checkpoint and restores model, optimizer and scheduler from it.
    ///
    /// All or nothing: when anything does not fit, an error is thrown and all of them are as they were.
    /// - Parameters:
    ///   - path: the file.
    ///   - model: whose parameters and buffers are restored.
    ///   - optimizer: whose state is restored; the file must have one.
    ///   - scheduler: whose state is restored; the file must have one.
    ///   - strict: whether the names of parameters and buffers must be the same ones.
    /// - Returns: the checkpoint, with the epoch and the extra entries.
    /// - Throws: `FileError`, `StateDictError` or `StateTreeError`.
    @discardableResult
    public static func load(
        from path: String, into model: Module, optimizer: Optimizer? = nil, scheduler: LRScheduler? = nil,
        strict: Bool = true
    ) throws -> Checkpoint {
        let checkpoint = try load(path)
        do {
            try checkpoint.restore(model, optimizer: optimizer, scheduler: scheduler, strict: strict)
        } catch let error as FileError { throw error.inFile(path) }
        return checkpoint
    }

    /// Restores model, optimizer and scheduler; all or nothing, as `load(from:into:optimizer:scheduler:strict:)`.
    public func restore(
        _ model: Module, optimizer: Optimizer? = nil, scheduler: LRScheduler? = nil, strict: Bool = true
    ) throws {
        // Each part is all or nothing by itself. The model comes last, so that only states that are cheap to keep
        // must be put back when a later part does not fit.
        var undo: [() throws -> Void] = []
        do {
            if let optimizer {
                let former = optimizer.stateDict()
                try optimizer.loadStateDict(Self.present(self.optimizer, "optimizer_state_dict"))
                undo.append { try optimizer.loadStateDict(former) }
            }
            if let scheduler {
                let former = scheduler.stateDict()
                try scheduler.loadStateDict(Self.present(self.scheduler, "scheduler_state_dict"))
                undo.append { try scheduler.loadStateDict(former) }
            }
            try model.loadStateDict(self.model, strict: strict)
        } catch {
            for step in undo.reversed() { try step() }
            throw error
        }
    }

    private static func present(_ tree: StateTree?, _ name: String) throws(FileError) -> StateTree {
        guard let tree else { throw FileError(.value, "the checkpoint has no \(name)") }
        return tree
    }
}
