import PinionOptim
import Testing

@Suite struct StateDictTests {
    @Test func layoutIsPyTorchs() {
        let (p, q) = (Tensor([1.0, 2.0], requiresGrad: true), Tensor([3.0], requiresGrad: true))
        let optimizer = SGD([ParamGroup([p]), ParamGroup([q], lr: 0.5)], lr: 0.25, momentum: 0.5)
        (p.sum() * 2 + q.sum()).backward()
        optimizer.step()
        let common =
            "'weight_decay': 0, 'nesterov': False, 'maximize': False, 'foreach': None, "
            + "'differentiable': False, 'fused': None"
        let state = "{0: {'momentum_buffer': tensor([2., 2.])}, 1: {'momentum_buffer': tensor([1.])}}"
        let first = "{'lr': 0.25, 'momentum': 0.5, 'dampening': 0, \(common), 'params': [0]}"
        let second = "{'lr': 0.5, 'momentum': 0.5, 'dampening': 0, \(common), 'params': [1]}"
        #expect("\(optimizer.stateDict())" == "{'state': \(state), 'param_groups': [\(first), \(second)]}")
    }

    /// Training goes on exactly where it was left.
    @Test(arguments: StepCases.all.keys.sorted()) func continues(_ name: String) throws {
        let make = try #require(StepCases.all[name])
        for dtype in [DType.float32, .float64] {
            let problem = SmallProblem(dtype)
            let optimizer = make(problem.params)
            problem.step(optimizer, times: 5)
            let other = SmallProblem(dtype)
            noGrad {
                other.w.copyInPlace(problem.w)
                other.b.copyInPlace(problem.b)
            }
            let loaded = make(other.params)
            try loaded.loadStateDict(optimizer.stateDict())
            problem.step(optimizer, times: 5)
            other.step(loaded, times: 5)
            #expect(problem.values == other.values)
        }
    }

    @Test func whatDoesNotFitChangesNothing() throws {
        let problem = SmallProblem(.float32)
        let adam = Adam(problem.params, lr: 0.1)
        problem.step(adam, times: 2)
        let good = adam.stateDict()
        let before = "\(good)"

        func path(_ change: (inout StateTree) -> Void) -> String {
            var tree = good
            change(&tree)
            do {
                try adam.loadStateDict(tree)
                return "loaded"
            } catch {
                #expect("\(adam.stateDict())" == before)
                return error.path
            }
        }
        func group(_ key: String, _ value: StateValue) -> String {
            path { tree in
                var group = tree["param_groups"]?.elements?.first?.dictionary ?? [:]
                group[key] = value
                tree["param_groups"] = .list([.dictionary(group)])
            }
        }
        func state(_ key: String, _ value: StateValue?) -> String {
            path { tree in
                var states = tree["state"]?.dictionary ?? [:]
                var state = states[number: 1]?.dictionary ?? [:]
                state[key] = value
                states[number: 1] = .dictionary(state)
                tree["state"] = .dictionary(states)
            }
        }
        #expect(path { $0["state"] = nil } == "state")
        #expect(path { $0["param_groups"] = [] } == "param_groups")
        #expect(path { $0["state"] = [7: ["step": 1.0]] } == "state.7")
        #expect(group("params", [0]) == "param_groups.0.params")
        #expect(group("params", [0, 0]) == "param_groups")
        #expect(group("lr", "fast") == "param_groups.0.lr")
        #expect(group("lr", -1.0) == "param_groups.0")
        #expect(group("betas", [0.9]) == "param_groups.0.betas")
        #expect(group("amsgrad", 1) == "param_groups.0.amsgrad")
        #expect(group("amsgrad", true) == "state.0.max_exp_avg_sq")
        #expect(state("exp_avg", nil) == "state.1.exp_avg")
        #expect(state("exp_avg", .tensor(Tensor.zeros(4))) == "state.1.exp_avg")
        #expect(state("exp_avg", .tensor(Tensor.zeros(3))) == "loaded")
    }

    /// Options that an older PyTorch did not know have the defaults; numbers may stand in tensors; names are kept.
    @Test func olderFiles() throws {
        let p = Tensor([1.0, 2.0], requiresGrad: true)
        let adam = Adam([ParamGroup(named: [("weight", p)])], lr: 0.5, amsgrad: true)
        try adam.loadStateDict([
            "state": [
                0: [
                    "step": 3, "exp_avg": .tensor(Tensor([1.0, 2.0], dtype: .float64)),
                    "exp_avg_sq": .tensor(Tensor([1.0, 2.0])), "max_exp_avg_sq": .tensor(Tensor([1.0, 2.0])),
                ]
            ],
            "param_groups": [["lr": .tensor(Tensor([0.25])), "betas": [0.5, 0.5], "params": [0]]],
        ])
        let group = adam.paramGroups[0]
        #expect(group.lr == 0.25)
        #expect(group.pair("betas") == (0.5, 0.5))
        #expect(group.flag("amsgrad"))
        #expect("\(group["param_names"] ?? nil)" == "['weight']")
        #expect(adam.state[p]["exp_avg"]?.tensor?.dtype == .float32)
        #expect(adam.state[p]["step"]?.tensor?.item == 3)
    }
}
