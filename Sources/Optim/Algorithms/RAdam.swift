import PinionTensor

/// Adam that trusts its mean square only once it is steady, as PyTorch's `RAdam`.
open class RAdam: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - betas: how much of the means a step keeps.
    ///   - eps: is added to the denominator.
    ///   - weightDecay: the factor of the parameter that is added to its gradient, or, decoupled, taken off itself.
    ///   - decoupledWeightDecay: whether weight decay leaves the means alone.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
        weightDecay: Double = 0, decoupledWeightDecay: Bool = false, maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "betas": .tuple([.double(betas.0), .double(betas.1)]),
                "eps": .double(eps),
                "weight_decay": .number(weightDecay, default: 0), "maximize": .bool(maximize),
                "foreach": nil,
                "capturable": false, "decoupled_weight_decay": .bool(decoupledWeightDecay),
                "differentiable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) { try group.checkLikeAdam() }

    open override func stateKeys(_ group: ParamGroup) -> [String] {
        ["step", "exp_avg", "exp_avg_sq"]
    }

    open override func update(_ group: ParamGroup) {
        let (lr, eps, (beta1, beta2)) = (group.lr, group.number("eps"), group.pair("betas"))
        for (p, grad) in withDecayedGradients(group) {
            let state = state[p]
            let step = state.nextStep()
            let (mean, square) = (state.tensor("exp_avg"), state.tensor("exp_avg_sq"))
            mean.lerpInPlace(grad, 1 - beta1)
            square.mulInPlace(beta2).addcmulInPlace(grad, grad, value: 1 - beta2)
            let (correction1, correction2) = (1 - power(beta1, step), 1 - power(beta2, step))
            // The length of a plain mean that would be as steady, at the end and now.
            let limit = 2 / (1 - beta2) - 1
            let length = limit - 2 * step * power(beta2, step) / correction2
            let change = mean / correction1 * lr
            if length > 5 {
                let trust = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
                change.mulInPlace(correction2.squareRoot() / square.sqrt().addInPlace(eps))
                change.mulInPlace(trust.squareRoot())
            }
            p.subInPlace(change)
        }
    }
}
