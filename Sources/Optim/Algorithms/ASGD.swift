import PinionTensor

/// Gradient descent that keeps the average of the parameters in `ax`, as PyTorch's `ASGD`.
open class ASGD: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - lambd: how much a step shrinks the parameters, and how fast the learning rate falls.
    ///   - alpha: the power of the fall.
    ///   - t0: the step after which averaging begins.
    ///   - weightDecay: the factor of the parameter that is added to its gradient.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-2, lambd: Double = 1e-4, alpha: Double = 0.75, t0: Double = 1e6,
        weightDecay: Double = 0, maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "lambd": .double(lambd), "alpha": .double(alpha), "t0": .double(t0),
                "weight_decay": .number(weightDecay, default: 0), "foreach": nil,
                "maximize": .bool(maximize),
                "differentiable": false, "capturable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        try group.check("weight_decay", "weight_decay value")
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] { ["step", "eta", "mu", "ax"] }

    open override func update(_ group: ParamGroup) {
        let (lr, lambd, alpha) = (group.lr, group.number("lambd"), group.number("alpha"))
        let start = group.number("t0")
        for (p, grad) in withDecayedGradients(group) {
            let state = state[p]
            let step = state.nextStep()
            let (rate, share, average) = (
                state.scalar("eta", lr), state.scalar("mu", 1), state.tensor("ax")
            )
            p.mulInPlace(1 - lambd * rate.item).addInPlace(grad, alpha: -rate.item)
            if share.item == 1 {
                average.copyInPlace(p)
            } else {
                average.addInPlace((p - average).mulInPlace(share))
            }
            rate.fillInPlace(lr / power(1 + lambd * lr * step, alpha))
            share.fillInPlace(1 / max(1, step - start))
        }
    }
}
