extension Module {
    /// Parameters and persistent buffers by name, those of shared modules under each name. As PyTorch's `state_dict`.
    ///
    /// The tensors share the module's memory: `clone()` keeps them from changing.
    /// - Parameter prefix: stands before the names, with a dot of its own where one is wanted.
    public func stateDict(prefix: String = "") -> StateDict {
        var result = StateDict()
        for (name, tensor) in savedTensors(prefix) { result[name] = tensor.detach() }
        return result
    }

    /// Names that one of the two has and the other has not.
    public struct KeyDifferences: Equatable, Sendable {
        /// Names that the module has and the state dict has not.
        public let missingKeys: [String]
        /// Names that the state dict has and the module has not.
        public let unexpectedKeys: [String]
    }

    /// Copies the tensors of a state dict into the parameters and buffers, converting their dtypes.
    ///
    /// - Parameters:
    ///   - stateDict: tensors by the names of `stateDict()`.
    ///   - strict: whether the names must be the same ones.
    /// - Returns: the names that only one of the two has.
    /// - Throws: `StateDictError` where names (when strict) or shapes differ; nothing is changed then.
    @discardableResult
    public func loadStateDict(_ stateDict: StateDict, strict: Bool = true) throws -> KeyDifferences {
        let own = savedTensors("")
        let names = Set(own.map(\.name))
        let missing = own.map(\.name).filter { stateDict[$0] == nil }
        let unexpected = stateDict.keys.filter { !names.contains($0) }
        let mismatches = own.compactMap { name, tensor in
            stateDict[name].flatMap { given in
                given.shape == tensor.shape
                    ? nil : StateDictError.Mismatch(name: name, given: given.shape, expected: tensor.shape)
            }
        }
        if !mismatches.isEmpty || (strict && !(missing.isEmpty && unexpected.isEmpty)) {
            throw StateDictError(
                module: typeName, missingKeys: strict ? missing : [], unexpectedKeys: strict ? unexpected : [],
                mismatches: mismatches)
        }
        noGrad {
            for (name, tensor) in own {
                if let given = stateDict[name] { tensor.copyInPlace(given) }
            }
        }
        return KeyDifferences(missingKeys: missing, unexpectedKeys: unexpected)
    }

    private func savedTensors(_ prefix: String) -> [(name: String, tensor: Tensor)] {
        let slots = slots
        func named(_ isWanted: (TensorSlot) -> Bool) -> [(name: String, tensor: Tensor)] {
            slots.compactMap { name, slot in isWanted(slot) ? slot.tensor.map { (prefix + name, $0) } : nil }
        }
        let own = named { $0.isParameter } + named { $0.isBuffer(persistent: true) }
        return heldModules.reduce(own) { $0 + $1.module.savedTensors(prefix + $1.name + ".") }
    }
}
