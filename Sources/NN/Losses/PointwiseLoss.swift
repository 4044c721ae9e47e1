import PinionAutograd
import PinionSIMDKernels

/// A loss function of pairs of elements, with its derivatives.
struct PointwiseLoss {
    let name: StaticString
    let node: StaticString
    /// The kernel that has losses and derivatives in one pass each, for two floating-point tensors of one dtype.
    var op: BinaryOp?
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
            let elements = try elements(input, target)
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

    /// The kernel where it takes these tensors.
    private func kernel(_ input: Tensor, _ target: Tensor) -> BinaryOp? {
        guard let op, input.dtype == target.dtype, input.isFloatingPoint else { return nil }
        return op
    }

    private func elements(_ input: Tensor, _ target: Tensor) throws(TensorError) -> Tensor {
        guard let op = kernel(input, target) else { return noGrad { losses(input, target) } }
        return try Raw.binary(op, .tensor(input), .tensor(target), name: name)
    }

    private func recorded(
        _ input: Tensor, _ target: Tensor, _ result: Tensor, _ reduction: LossReduction
    ) -> Tensor {
        if !isRecorded(input, target) { return result }
        let (savedInput, savedTarget) = (SavedTensor(input), SavedTensor(target))
        let needs = (input.requiresGrad, target.requiresGrad)
        return record(node, result, input, target) { g in
            let (x, t) = (savedInput.tensor, savedTarget.tensor)
            guard let layout = Layout.broadcast(x.layout, t.layout) else { return (nil, nil) }
            let g = reduction.spread(g, over: layout.count)
            return (
                needs.0 ? gradient(.left, g, x, t, layout) : nil, needs.1 ? gradient(.right, g, x, t, layout) : nil
            )
        }
    }

    /// `g` times the derivative by the input or the target, of the shape that both broadcast to.
    private func gradient(_ side: Side, _ g: Tensor, _ x: Tensor, _ t: Tensor, _ layout: Layout) -> Tensor {
        if let op = kernel(x, t), !isGradEnabled() {
            return attempt { () throws(TensorError) in
                try Raw.binaryBackward(op, by: side, g.expand(layout.shape), .tensor(x), .tensor(t))
            }
        }
        return switch side {
        case .left: derivative(x, t) * g
        case .right: targetDerivative.map { $0(x, t) * g } ?? -(derivative(x, t) * g)
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
