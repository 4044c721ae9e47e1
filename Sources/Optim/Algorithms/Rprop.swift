import PinionTensor

/// Steps by the gradient's sign, longer where it stays and shorter where it turns, as PyTorch's `Rprop`.
open class Rprop: Optimizer {
    /// - Parameters:
    ///   - params: tensors, or groups with options of their own.
    ///   - lr: the length of the first step.
    ///   - etas: the factors of a step after the sign has turned, and after it has stayed.
    ///   - stepSizes: the shortest and the longest step.
    ///   - maximize: whether to climb instead.
    public init<P: Optimizable>(
        _ params: [P], lr: Double = 1e-2, etas: (Double, Double) = (0.5, 1.2),
        stepSizes: (Double, Double) = (1e-6, 50), maximize: Bool = false
    ) {
        super.init(
            params,
            defaults: [
                "lr": .double(lr), "etas": .tuple([.double(etas.0), .double(etas.1)]),
                "step_sizes": .tuple([.double(stepSizes.0), .number(stepSizes.1, default: 50)]),
                "foreach": nil,
                "maximize": .bool(maximize), "differentiable": false, "capturable": false,
            ])
    }

    open override func check(_ group: ParamGroup) throws(TensorError) {
        try group.check("lr", "learning rate")
        let etas = group.pair("etas")
        if !(0 < etas.0 && etas.0 < 1 && 1 < etas.1) {
            throw TensorError(
                name, .value, "Invalid eta values: \(etas.0), \(etas.1); expected one below 1 and one above"
            )
        }
    }

    open override func stateKeys(_ group: ParamGroup) -> [String] { ["step", "prev", "step_size"] }

    open override func update(_ group: ParamGroup) {
        let (lr, etas, sizes) = (group.lr, group.pair("etas"), group.pair("step_sizes"))
        for (p, grad) in withGradients(group) {
            let state = state[p]
            _ = state.nextStep()
            let former = state.tensor("prev")
            let size = state.tensor("step_size") { Tensor.fullLike($0, lr) }
            let sign = grad * former
            let turned = sign .< 0
            size.mulInPlace(
                Tensor.onesLike(size).maskedFill(sign .> 0, etas.1).maskedFill(turned, etas.0))
            size.clampInPlace(min: sizes.0, max: sizes.1)
            let kept = grad.maskedFill(turned, 0)
            p.addcmulInPlace(kept.sign(), size, value: -1)
            former.copyInPlace(kept)
        }
    }
}
