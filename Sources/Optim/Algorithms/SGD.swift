import PinionSIMDKernels
import PinionTensor

/// Stochastic gradient descent, with momentum, as PyTorch's `SGD`.
///
/// `b = momentum · b + (1 - dampening) · g`, `p = p - lr · b`, with Nesterov `p = p - lr · (g + momentum · b)`.
open class SGD: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the learning rate.
    ///   - momentum: how much of the last step is kept.
    ///   - dampening: how much of a gradient the momentum leaves out.
    ///   - weightDecay: the factor of the parameter that is added to its gradient.
    ///   - nesterov: whether to look ahead by the momentum.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-3, momentum: Double = 0, dampening: Double = 0,
        weightDecay: Double = 0,
        nesterov: Bool = false, maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "momentum": .number(momentum, default: 0),
                "dampening": .number(dampening, default: 0),
                "weight_decay": .number(weightDecay, default: 0),
                "nesterov": .bool(nesterov), "maximize": .bool(maximize), "foreach": nil,
                "differentiable": false,
                "fused": nil,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        try group.check("momentum", "momentum value")
        try group.check("weight_decay", "weight_decay value")
        if group.flag("nesterov") && (group.number("momentum") <= 0 || group.number("dampening") != 0) {
            throw TensorError(name, .value, "Nesterov momentum requires a momentum and zero dampening")
        }
    }

    open override func update(_ group: ParamGroup) {
        var rule = SGDRule(
            learningRate: group.lr, weightDecay: group.number("weight_decay"),
            momentum: group.number("momentum"),
            dampening: group.number("dampening"), isNesterov: group.flag("nesterov"),
            maximizes: group.flag("maximize"))
        for p in group.params {
            guard let grad = p.grad else { continue }
            attempt(else: ()) { () throws(TensorError) in
                guard rule.momentum != 0 else { return try Raw.sgdStep(rule, p, grad, buffer: nil) }
                let state = state[p]
                rule.isFirst = state["momentum_buffer"]?.tensor == nil
                let buffer = state.tensor("momentum_buffer") { Tensor.emptyLike($0) }
                try Raw.sgdStep(rule, p, grad, buffer: buffer)
            }
        }
    }
}
