import PinionTensor

/// Adam with the largest gradient in place of the root of the mean square, as PyTorch's `Adamax`.
open class Adamax: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - betas: how much of the mean and of the largest gradient a step keeps.
    ///   - eps: is added to the gradient's magnitude.
    ///   - weightDecay: the factor of the parameter that is added to its gradient.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 2e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
        weightDecay: Double = 0, maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "betas": .tuple([.double(betas.0), .double(betas.1)]),
                "eps": .double(eps),
                "weight_decay": .number(weightDecay, default: 0), "foreach": nil,
                "maximize": .bool(maximize),
                "differentiable": false, "capturable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) { try group.checkLikeAdam() }

    open override func stateKeys(_ group: ParamGroup) -> [String] { ["step", "exp_avg", "exp_inf"] }

    open override func update(_ group: ParamGroup) {
        let (lr, eps, (beta1, beta2)) = (group.lr, group.number("eps"), group.pair("betas"))
        for (p, grad) in withDecayedGradients(group) {
            let state = state[p]
            let step = state.nextStep()
            let (mean, largest) = (state.tensor("exp_avg"), state.tensor("exp_inf"))
            mean.lerpInPlace(grad, 1 - beta1)
            largest.copyInPlace((largest * beta2).maximum(grad.abs() + eps))
            p.addcdivInPlace(mean, largest, value: -lr / (1 - power(beta1, step)))
        }
    }
}
