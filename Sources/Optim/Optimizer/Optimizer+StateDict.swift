import PinionTensor

extension Optimizer {
    /// The whole state in PyTorch's layout: `state` by the parameters' indices, and `param_groups`.
    ///
    /// Tensors are the optimizer's own, which later steps change; saving writes them as they are.
    public func stateDict() -> StateTree {
        var (states, groups) = (StateTree(), [StateValue]())
        var index = 0
        for group in paramGroups {
            var packed = group.options
            packed["params"] = .list(group.params.indices.map { .int(index + $0) })
            groups.append(.dictionary(packed))
            for p in group.params {
                let entries = state[p].entries
                if !entries.isEmpty { states[number: index] = .dictionary(entries) }
                index += 1
            }
        }
        return ["state": .dictionary(states), "param_groups": .list(groups)]
    }

    /// Takes over a state that `stateDict()` of the same kind of optimizer gave, or PyTorch's.
    ///
    /// Parameters are matched by their order. Tensors are copied, and converted to the parameter's dtype; options that
    /// are missing get the defaults.
    /// - Throws: `StateTreeError` where something does not fit; then nothing has changed.
    public func loadStateDict(_ stateDict: StateTree) throws(StateTreeError) {
        let groups = try loadedGroups(stateDict)
        var parameters: [Int: (Tensor, ParamGroup)] = [:]
        for (own, loaded) in zip(paramGroups, groups) {
            for (p, index) in zip(own.params, loaded.indices) {
                if parameters.updateValue((p, loaded.group), forKey: index) != nil {
                    throw error(["param_groups"], "the parameter \(index) appears twice")
                }
            }
        }
        guard let states = stateDict["state"]?.dictionary else {
            throw error(["state"], "expected a dictionary")
        }
        var loaded: [(Tensor, StateTree)] = []
        for (key, value) in states {
            let path = ["state", "\(key)"]
            guard let index = Int("\(key)"), let (p, group) = parameters[index] else {
                throw error(path, "no parameter group has this parameter")
            }
            guard let tree = value.dictionary else { throw error(path, "expected a dictionary") }
            if !tree.isEmpty { loaded.append((p, try loadedState(tree, p, group, path))) }
        }
        for (own, loaded) in zip(paramGroups, groups) { own.options = loaded.group.options }
        state.replace(with: loaded)
    }

    private func loadedGroups(
        _ stateDict: StateTree
    ) throws(StateTreeError) -> [(group: ParamGroup, indices: [Int])] {
        guard let given = stateDict["param_groups"]?.elements else {
            throw error(["param_groups"], "expected a list of parameter groups")
        }
        if given.count != paramGroups.count {
            throw error(
                ["param_groups"],
                "loaded state dict has a different number of parameter groups: \(given.count), "
                    + "expected \(paramGroups.count)")
        }
        var result: [(group: ParamGroup, indices: [Int])] = []
        for (place, own) in paramGroups.enumerated() {
            let path = ["param_groups", "\(place)"]
            guard var tree = given[place].dictionary else { throw error(path, "expected a dictionary") }
            let params = tree["params"]?.elements
            guard let params, params.count == own.params.count else {
                throw error(
                    path + ["params"],
                    "loaded state dict contains a parameter group that doesn't match the size of optimizer's group: "
                        + "\(params?.count ?? 0) parameters, expected \(own.params.count)")
            }
            let indices = params.compactMap(\.int)
            if indices.count != params.count { throw error(path + ["params"], "expected integers") }
            tree["params"] = nil
            if tree["param_names"] == nil, let names = own["param_names"] { tree["param_names"] = names }
            for (key, usual) in defaults {
                tree[key] = try usual.fitted(tree[key] ?? usual, name, path + ["\(key)"])
            }
            let group = ParamGroup(own.params, options: tree)
            do { try check(group) } catch { throw self.error(path, error.message) }
            result.append((group, indices))
        }
        return result
    }

    private func loadedState(
        _ tree: StateTree, _ p: Tensor, _ group: ParamGroup, _ path: [String]
    ) throws(StateTreeError) -> StateTree {
        for key in stateKeys(group) where tree[key] == nil { throw error(path + [key], "is missing") }
        var result = StateTree()
        for (key, value) in tree {
            result[key] = try loadedValue(value, "\(key)", p, path + ["\(key)"])
        }
        return result
    }

    private func loadedValue(
        _ value: StateValue, _ name: String, _ p: Tensor, _ path: [String]
    ) throws(StateTreeError) -> StateValue {
        switch value {
        case .tensor(let tensor):
            if !takesState(name, of: tensor.shape, for: p) {
                throw error(path, "a tensor of shape \(tensor.shape) for a parameter of shape \(p.shape)")
            }
            // Counts do not fit every dtype of parameters; what is one number has a dtype of its own.
            let dtype =
                tensor.shape.isEmpty && !p.shape.isEmpty || name == "step" ? tensor.dtype : p.dtype
            return .tensor(noGrad { tensor.detach().to(dtype, copy: true) })
        case .int(let count) where name == "step":
            return .tensor(Tensor.full([], Double(count), dtype: .float32))
        case .double(let count) where name == "step":
            return .tensor(Tensor.full([], count, dtype: .float32))
        case .list(let values), .tuple(let values):
            var result: [StateValue] = []
            for (place, value) in values.enumerated() {
                result.append(try loadedValue(value, name, p, path + ["\(place)"]))
            }
            return .list(result)
        default: return value
        }
    }

    private func error(_ path: [String], _ message: String) -> StateTreeError {
        StateTreeError(name, path, message)
    }
}
