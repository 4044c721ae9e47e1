import PinionTensor

/// Newton's method with an approximate Hessian from the last steps, as PyTorch's `LBFGS`.
///
/// `step` needs a closure that computes the loss and its gradients, and calls it up to `maxEval` times. Takes one
/// group of parameters.
open class LBFGS: Optimizer {
    /// How long a step is.
    public enum LineSearch: String, Sendable, WordArgument, CaseIterable {
        /// Until the strong Wolfe conditions hold; without a search a step has the length `lr`.
        case strongWolfe = "strong_wolfe"
    }

    /// - Parameters:
    ///   - params: tensors, or one group.
    ///   - lr: the learning rate.
    ///   - maxIter: the most iterations a step makes.
    ///   - maxEval: the most calls of the closure in a step; by default 5/4 of `maxIter`.
    ///   - toleranceGrad: a step ends where no element of the gradient is larger.
    ///   - toleranceChange: a step ends where neither the loss nor a parameter changes by more.
    ///   - historySize: how many steps the Hessian is made from.
    ///   - lineSearchFn: how the length of a step is searched.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1, maxIter: Int = 20, maxEval: Int? = nil,
        toleranceGrad: Double = 1e-7,
        toleranceChange: Double = 1e-9, historySize: Int = 100, lineSearchFn: LineSearch? = nil
    ) {
        super.init(
            params,
            defaults: [
                "lr": .number(lr, default: 1), "max_iter": .int(maxIter),
                "max_eval": .int(maxEval ?? maxIter * 5 / 4),
                "tolerance_grad": .double(toleranceGrad), "tolerance_change": .double(toleranceChange),
                "history_size": .int(historySize),
                "line_search_fn": lineSearchFn.map { .string($0.rawValue) } ?? .null,
            ])
        if paramGroups.count > 1 {
            report(
                TensorError(name, .value, "LBFGS doesn't support per-parameter options (parameter groups)"))
        }
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        try group.check("history_size", "history_size", "at least 1") { $0 >= 1 }
        guard let search = group["line_search_fn"], !search.isNull else { return }
        if search.string.flatMap(LineSearch.init(rawValue:)) == nil {
            throw TensorError(name, .value, "only 'strong_wolfe' is supported, not \(search)")
        }
    }

    /// The state of all parameters lies with the first, in one row.
    open override func takesState(_ name: String, of shape: [Int], for parameter: Tensor) -> Bool {
        shape.isEmpty || shape == [paramGroups[0].params.reduce(0) { $0 + $1.numel }]
    }

    open override func perform(_ closure: (() -> Tensor)?) -> Tensor? {
        guard let closure, let group = paramGroups.first else {
            report(
                TensorError(name, .value, "step needs a closure that computes the loss and its gradients"))
            return nil
        }
        let loss = enableGrad(closure)
        var run = LBFGSRun(group, state[group.params[0]], closure)
        run.descend(from: loss.item)
        return loss
    }
}
