import PinionTensor

extension Optimizer {
    /// The parameters of a group that have a gradient, with it, after weight decay: added to the gradient, or taken
    /// off the parameter where the group says it is decoupled.
    func withDecayedGradients(_ group: ParamGroup) -> [(parameter: Tensor, gradient: Tensor)] {
        let decay = group.number("weight_decay")
        let pairs = withGradients(group)
        if decay == 0 { return pairs }
        if group.flag("decoupled_weight_decay") {
            for (p, _) in pairs { p.mulInPlace(1 - group.lr * decay) }
            return pairs
        }
        return pairs.map { ($0, $1.add($0, alpha: decay)) }
    }
}
