import PinionAutograd

/// A loss function as a module: `criterion(model(x), target)`.
///
/// To be overridden is `loss(_:_:)`; hooks run around it.
open class Loss: Module {
    /// What is made of the losses of the elements.
    public let reduction: LossReduction

    public init(reduction: LossReduction = .mean) { self.reduction = reduction }

    /// The loss of a prediction.
    open func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        report(TensorError("\(typeName)", .value, "loss(_:_:) is not overridden, or the loss takes other arguments"))
        return .failed
    }

    open func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
        withHooks([input, target]) { [self.loss($0[0], $0[1])] }[0]
    }
}

/// A loss whose classes or elements have weights, which are saved with the module.
open class WeightedLoss: Loss {
    /// The weights, a buffer; nil for none.
    @Buffer public var weight: Tensor?

    public init(weight: Tensor? = nil, reduction: LossReduction = .mean) {
        self.weight = weight
        super.init(reduction: reduction)
    }
}
