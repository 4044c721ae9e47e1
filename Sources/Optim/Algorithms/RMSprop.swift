import PinionTensor

/// Steps by the gradient over the root of its mean square, as PyTorch's `RMSprop`.
open class RMSprop: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - alpha: how much of the mean square a step keeps.
    ///   - eps: is added to the denominator.
    ///   - weightDecay: the factor of the parameter that is added to its gradient.
    ///   - momentum: how much of the last step is kept.
    ///   - centered: whether to divide by the deviation from the mean gradient instead.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-2, alpha: Double = 0.99, eps: Double = 1e-8,
        weightDecay: Double = 0,
        momentum: Double = 0, centered: Bool = false, maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "momentum": .number(momentum, default: 0), "alpha": .double(alpha),
                "eps": .double(eps), "centered": .bool(centered),
                "weight_decay": .number(weightDecay, default: 0),
                "capturable": false, "foreach": nil, "maximize": .bool(maximize), "differentiable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        try group.check("eps", "epsilon value")
        try group.check("momentum", "momentum value")
        try group.check("weight_decay", "weight_decay value")
        try group.check("alpha", "alpha value")
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] {
        ["step", "square_avg"] + (group.number("momentum") > 0 ? ["momentum_buffer"] : [])
            + (group.flag("centered") ? ["grad_avg"] : [])
    }

    open override func update(_ group: ParamGroup) {
        let (lr, alpha, eps) = (group.lr, group.number("alpha"), group.number("eps"))
        let (momentum, isCentered) = (group.number("momentum"), group.flag("centered"))
        for (p, grad) in withDecayedGradients(group) {
            let state = state[p]
            _ = state.nextStep()
            let square = state.tensor("square_avg")
            square.mulInPlace(alpha).addcmulInPlace(grad, grad, value: 1 - alpha)
            var variance = square
            if isCentered {
                let mean = state.tensor("grad_avg")
                mean.lerpInPlace(grad, 1 - alpha)
                variance = square.addcmul(mean, mean, value: -1)
            }
            let root = variance.sqrt().addInPlace(eps)
            if momentum > 0 {
                let buffer = state.tensor("momentum_buffer")
                buffer.mulInPlace(momentum).addcdivInPlace(grad, root)
                p.addInPlace(buffer, alpha: -lr)
            } else {
                p.addcdivInPlace(grad, root, value: -lr)
            }
        }
    }
}
