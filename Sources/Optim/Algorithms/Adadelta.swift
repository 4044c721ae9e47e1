import PinionTensor

/// Steps as large as the last ones in proportion to the gradients, as PyTorch's `Adadelta`.
open class Adadelta: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the factor of the steps.
    ///   - rho: how much of the mean squares a step keeps.
    ///   - eps: is added to the mean squares.
    ///   - weightDecay: the factor of the parameter that is added to its gradient.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1, rho: Double = 0.9, eps: Double = 1e-6, weightDecay: Double = 0,
        maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "rho": .double(rho), "eps": .double(eps),
                "weight_decay": .number(weightDecay, default: 0), "maximize": .bool(maximize),
                "capturable": false,
                "foreach": nil, "differentiable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        try group.check("rho", "rho value", "0 to 1") { (0...1).contains($0) }
        try group.check("eps", "epsilon value")
        try group.check("weight_decay", "weight_decay value")
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] {
        ["step", "square_avg", "acc_delta"]
    }

    open override func update(_ group: ParamGroup) {
        let (lr, rho, eps) = (group.lr, group.number("rho"), group.number("eps"))
        for (p, grad) in withDecayedGradients(group) {
            let state = state[p]
            _ = state.nextStep()
            let (square, steps) = (state.tensor("square_avg"), state.tensor("acc_delta"))
            square.mulInPlace(rho).addcmulInPlace(grad, grad, value: 1 - rho)
            let change = (steps + eps).sqrt().divInPlace((square + eps).sqrt()).mulInPlace(grad)
            steps.mulInPlace(rho).addcmulInPlace(change, change, value: 1 - rho)
            p.addInPlace(change, alpha: -lr)
        }
    }
}
