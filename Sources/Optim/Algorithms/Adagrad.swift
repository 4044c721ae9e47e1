import PinionTensor

/// Steps by the gradient over the root of the sum of its squares, as PyTorch's `Adagrad`.
open class Adagrad: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - lrDecay: how fast the learning rate falls with the steps: `lr / (1 + (n - 1) · lrDecay)`.
    ///   - weightDecay: the factor of the parameter that is added to its gradient.
    ///   - initialAccumulatorValue: what the sums of squares begin with.
    ///   - eps: is added to the denominator.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-2, lrDecay: Double = 0, weightDecay: Double = 0,
        initialAccumulatorValue: Double = 0, eps: Double = 1e-10, maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "lr_decay": .number(lrDecay, default: 0), "eps": .double(eps),
                "weight_decay": .number(weightDecay, default: 0),
                "initial_accumulator_value": .number(initialAccumulatorValue, default: 0), "foreach": nil,
                "maximize": .bool(maximize), "differentiable": false, "fused": nil,
            ])
        for p in paramGroups.lazy.flatMap(\.params) { _ = (state[p].scalar("step", 0), sum(p)) }
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        try group.check("lr_decay", "lr_decay value")
        try group.check("weight_decay", "weight_decay value")
        try group.check("initial_accumulator_value", "initial_accumulator_value value")
        try group.check("eps", "epsilon value")
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] { ["step", "sum"] }

    private func sum(_ p: Tensor) -> Tensor {
        state[p].tensor("sum") {
            Tensor.fullLike($0, defaults["initial_accumulator_value"]?.number ?? 0)
        }
    }

    open override func update(_ group: ParamGroup) {
        let (lr, eps, lrDecay) = (group.lr, group.number("eps"), group.number("lr_decay"))
        for (p, grad) in withDecayedGradients(group) {
            let step = state[p].nextStep()
            let sum = sum(p)
            sum.addcmulInPlace(grad, grad)
            p.addcdivInPlace(grad, sum.sqrt().addInPlace(eps), value: -lr / (1 + (step - 1) * lrDecay))
        }
    }
}
