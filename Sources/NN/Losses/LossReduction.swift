import PinionAutograd

/// What a loss function makes of the losses of the elements.
public enum LossReduction: String, Sendable, WordArgument, CaseIterable {
    /// They stay as they are.
    case none
    /// Their mean; of some functions a weighted one.
    case mean
    /// Their sum.
    case sum

    func callAsFunction(_ losses: Tensor) -> Tensor {
        switch self {
        case .none: losses
        case .mean: losses.mean()
        case .sum: losses.sum()
        }
    }

    /// What each element's derivative is multiplied by, from the gradient of the reduced loss of `count` elements.
    func spread(_ g: Tensor, over count: Int) -> Tensor { self == .mean ? g / Double(count) : g }
}

/// A loss function of pairs of elements, with its derivative.
struct PointwiseLoss {
    let name: StaticString
    let node: StaticString
    /// The elements' losses.
    let losses: (_ input: Tensor, _ target: Tensor) -> Tensor
    /// Their derivatives, written with differentiable operations.
    let derivative: (_ input: Tensor, _ target: Tensor) -> Tensor
    /// Whether a weighted mean divides by the weights' sum, not by their number.
    var dividesByWeights = true
    /// By the target; nil where it is that by the input with the other sign.
    var targetDerivative: ((_ input: Tensor, _ target: Tensor) -> Tensor)?

    func callAsFunction(
        _ input: Tensor, _ target: Tensor, _ weight: Tensor? = nil, _ reduction: LossReduction
    ) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try Raw.broadcast(.tensor(input), .tensor(target), name)
            if let weight, weight.shape != input.shape {
                throw TensorError(
                    "\(name)", .shape,
                    "a weight of shape \(weight.shape) for an input of shape \(input.shape); expected the same")
            }
            let elements = noGrad { losses(input, target) }
            if !elements.isFloatingPoint && reduction == .mean {
                throw TensorError(
                    "\(name)", .dtype, "the mean needs floating-point numbers, got \(input.dtype) and \(target.dtype)")
            }
            if let weight {
                let weighted = recorded(input, target, elements, .none) * weight
                return reduction == .mean && dividesByWeights ? weighted.sum() / weight.sum() : reduction(weighted)
            }
            return recorded(input, target, noGrad { reduction(elements) }, reduction)
        }
    }

    private func recorded(
        _ input: Tensor, _ target: Tensor, _ result: Tensor, _ reduction: LossReduction
    ) -> Tensor {
        if !isRecorded(input, target) { return result }
        let (savedInput, savedTarget) = (SavedTensor(input), SavedTensor(target))
        let needs = (input.requiresGrad, target.requiresGrad)
        let (derivative, targetDerivative) = (derivative, targetDerivative)
        return record(node, result, input, target) { g in
            let (x, t) = (savedInput.tensor, savedTarget.tensor)
            let count = Layout.broadcast(x.layout, t.layout)?.count ?? 0
            let g = reduction.spread(g, over: count)
            if let targetDerivative {
                return (needs.0 ? derivative(x, t) * g : nil, needs.1 ? targetDerivative(x, t) * g : nil)
            }
            let gradient = derivative(x, t) * g
            return (needs.0 ? gradient : nil, needs.1 ? -gradient : nil)
        }
    }
}

/// Throws unless two tensors of a loss function have the same shape.
func checkSameShape(_ input: Tensor, _ target: Tensor, _ name: StaticString) throws(TensorError) {
    if input.shape != target.shape {
        throw TensorError(
            "\(name)", .shape,
            "a target of shape \(target.shape) for an input of shape \(input.shape); expected the same")
    }
}
