import PinionTensor

/// Adam with Nesterov momentum, as PyTorch's `NAdam`.
open class NAdam: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - betas: how much of the means a step keeps.
    ///   - eps: is added to the denominator.
    ///   - weightDecay: the factor of the parameter that is added to its gradient, or, decoupled, taken off itself.
    ///   - momentumDecay: how fast the momentum approaches its full size.
    ///   - decoupledWeightDecay: whether weight decay leaves the means alone.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 2e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
        weightDecay: Double = 0, momentumDecay: Double = 4e-3, decoupledWeightDecay: Bool = false,
        maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "betas": .tuple([.double(betas.0), .double(betas.1)]),
                "eps": .double(eps),
                "weight_decay": .number(weightDecay, default: 0), "momentum_decay": .double(momentumDecay),
                "decoupled_weight_decay": .bool(decoupledWeightDecay), "maximize": .bool(maximize),
                "foreach": nil,
                "capturable": false, "differentiable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.checkLikeAdam()
        try group.check("momentum_decay", "momentum_decay value")
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] {
        ["step", "mu_product", "exp_avg", "exp_avg_sq"]
    }

    open override func update(_ group: ParamGroup) {
        let (lr, eps, (beta1, beta2)) = (group.lr, group.number("eps"), group.pair("betas"))
        let decay = group.number("momentum_decay")
        for (p, grad) in withDecayedGradients(group) {
            let state = state[p]
            let step = state.nextStep()
            let product = state.scalar("mu_product", 1)
            let (mean, square) = (state.tensor("exp_avg"), state.tensor("exp_avg_sq"))
            let momentum = beta1 * (1 - 0.5 * power(0.96, step * decay))
            let next = beta1 * (1 - 0.5 * power(0.96, (step + 1) * decay))
            product.mulInPlace(momentum)
            mean.lerpInPlace(grad, 1 - beta1)
            square.mulInPlace(beta2).addcmulInPlace(grad, grad, value: 1 - beta2)
            let root = (square / (1 - power(beta2, step))).sqrt().addInPlace(eps)
            p.addcdivInPlace(grad, root, value: -lr * (1 - momentum) / (1 - product.item))
            p.addcdivInPlace(mean, root, value: -lr * next / (1 - product.item * next))
        }
    }
}
