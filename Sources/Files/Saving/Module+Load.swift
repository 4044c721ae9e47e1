import PinionOptim

extension Module {
    /// The same for a part of what was loaded: `try model.loadStateDict(checkpoint["model_state_dict"])`.
    /// - Throws: `FileError` where there is no such part, or it is no state dict; `StateDictError` as above.
    @_disfavoredOverload @discardableResult
    public func loadStateDict(_ value: StateValue?, strict: Bool = true) throws -> KeyDifferences {
        try loadStateDict(StateDict.from(stateValue: present(value)), strict: strict)
    }
}

extension Optimizer {
    /// The same for a part of what was loaded: `try optimizer.loadStateDict(checkpoint["optimizer_state_dict"])`.
    /// - Throws: `FileError` where there is no such part, or it is no dictionary; `StateTreeError` as above.
    @_disfavoredOverload
    public func loadStateDict(_ value: StateValue?) throws {
        try loadStateDict(StateTree.from(stateValue: present(value)))
    }
}

extension LRScheduler {
    /// The same for a part of what was loaded: `try scheduler.loadStateDict(checkpoint["scheduler_state_dict"])`.
    /// - Throws: `FileError` where there is no such part, or it is no dictionary; `StateTreeError` as above.
    @_disfavoredOverload
    public func loadStateDict(_ value: StateValue?) throws {
        try loadStateDict(StateTree.from(stateValue: present(value)))
    }
}

private func present(_ value: StateValue?) throws(FileError) -> StateValue {
    guard let value else { throw FileError(.value, "there is no state dict under this name") }
    return value
}
