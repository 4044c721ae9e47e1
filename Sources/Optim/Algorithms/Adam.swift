import PinionSIMDKernels
import PinionTensor

/// Steps by the mean of gradients over the root of their mean square, as PyTorch's `Adam`.
///
/// `m = β₁ m + (1 - β₁) g`, `v = β₂ v + (1 - β₂) g²`, `p = p - lr · m̂ / (√v̂ + eps)` with `m̂ = m / (1 - β₁ⁿ)` and
/// `v̂ = v / (1 - β₂ⁿ)`.
open class Adam: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - betas: how much of the means a step keeps.
    ///   - eps: is added to the denominator.
    ///   - weightDecay: the factor of the parameter that is added to its gradient, or, decoupled, taken off itself.
    ///   - amsgrad: whether to divide by the largest mean square so far.
    ///   - maximize: whether to climb instead.
    ///   - decoupledWeightDecay: whether weight decay leaves the means alone, as in AdamW.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
        weightDecay: Double = 0, amsgrad: Bool = false, maximize: Bool = false,
        decoupledWeightDecay: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "betas": .tuple([.double(betas.0), .double(betas.1)]),
                "eps": .double(eps),
                "weight_decay": .number(weightDecay, default: 0), "amsgrad": .bool(amsgrad),
                "maximize": .bool(maximize), "foreach": nil, "capturable": false, "differentiable": false,
                "fused": nil, "decoupled_weight_decay": .bool(decoupledWeightDecay),
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.checkLikeAdam()
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] {
        ["step", "exp_avg", "exp_avg_sq"] + (group.flag("amsgrad") ? ["max_exp_avg_sq"] : [])
    }

    open override func update(_ group: ParamGroup) {
        let (beta1, beta2) = group.pair("betas")
        var rule = AdamRule(
            learningRate: group.lr, beta1: beta1, beta2: beta2, epsilon: group.number("eps"),
            weightDecay: group.number("weight_decay"),
            isDecoupled: group.flag("decoupled_weight_decay") || self is AdamW,
            maximizes: group.flag("maximize"), biasCorrection1: 1, biasCorrection2Root: 1)
        let isAMSGrad = group.flag("amsgrad")
        for p in group.params {
            guard let grad = p.grad else { continue }
            let state = state[p]
            let step = state.nextStep()
            rule.biasCorrection1 = 1 - power(beta1, step)
            rule.biasCorrection2Root = (1 - power(beta2, step)).squareRoot()
            let (mean, square) = (state.tensor("exp_avg"), state.tensor("exp_avg_sq"))
            let largest = isAMSGrad ? state.tensor("max_exp_avg_sq") : nil
            attempt(else: ()) { () throws(TensorError) in
                try Raw.adamStep(rule, p, grad, mean, square, largest: largest)
            }
        }
    }
}

/// Adam with weight decay that shrinks the parameters themselves, as PyTorch's `AdamW`.
open class AdamW: Adam {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - betas: how much of the means a step keeps.
    ///   - eps: is added to the denominator.
    ///   - weightDecay: the share of the parameter that is taken off at a learning rate of 1.
    ///   - amsgrad: whether to divide by the largest mean square so far.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-3, betas: (Double, Double) = (0.9, 0.999), eps: Double = 1e-8,
        weightDecay: Double = 1e-2, amsgrad: Bool = false, maximize: Bool = false
    ) {
        super.init(
            params, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay, amsgrad: amsgrad,
            maximize: maximize,
            decoupledWeightDecay: true)
    }
}

extension ParamGroup {
    /// The checks of Adam and its kin.
    func checkLikeAdam() throws(TensorError) {
        try check("lr", "learning rate")
        try check("eps", "epsilon value")
        try checkBetas()
        try check("weight_decay", "weight_decay value")
    }
}
