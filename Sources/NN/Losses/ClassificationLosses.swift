import PinionAutograd

/// The cross entropy of logits, with class indices or probabilities as targets. As PyTorch's `nn.CrossEntropyLoss`.
public final class CrossEntropyLoss: WeightedLoss {
    public let ignoreIndex: Int
    public let labelSmoothing: Double

    /// - Parameters:
    ///   - weight: a weight for each class.
    ///   - ignoreIndex: targets that count for nothing.
    ///   - reduction: what is made of the samples' losses.
    ///   - labelSmoothing: how much of each target goes to all classes evenly, from 0 to 1.
    public init(
        weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: LossReduction = .mean, labelSmoothing: Double = 0
    ) {
        (self.ignoreIndex, self.labelSmoothing) = (ignoreIndex, labelSmoothing)
        super.init(weight: weight, reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        crossEntropy(
            input, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction,
            labelSmoothing: labelSmoothing)
    }
}

/// The negative of the log-probability of each target's class. As PyTorch's `nn.NLLLoss`.
public final class NLLLoss: WeightedLoss {
    public let ignoreIndex: Int

    /// - Parameters:
    ///   - weight: a weight for each class.
    ///   - ignoreIndex: targets that count for nothing.
    ///   - reduction: what is made of the samples' losses.
    public init(weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: LossReduction = .mean) {
        self.ignoreIndex = ignoreIndex
        super.init(weight: weight, reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        nllLoss(input, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
    }
}

/// The cross entropy of probabilities. As PyTorch's `nn.BCELoss`.
public final class BCELoss: WeightedLoss {
    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        binaryCrossEntropy(input, target, weight: weight, reduction: reduction)
    }
}

/// The cross entropy of `sigmoid(input)`. As PyTorch's `nn.BCEWithLogitsLoss`.
public final class BCEWithLogitsLoss: WeightedLoss {
    /// A factor for positive targets, a buffer.
    @Buffer public var posWeight: Tensor?

    /// - Parameters:
    ///   - weight: a weight for each element.
    ///   - reduction: what is made of the elements' losses.
    ///   - posWeight: a factor for the losses of positive targets.
    public init(weight: Tensor? = nil, reduction: LossReduction = .mean, posWeight: Tensor? = nil) {
        self.posWeight = posWeight
        super.init(weight: weight, reduction: reduction)
    }

    public override class var stateDictNames: [String: String] { ["posWeight": "pos_weight"] }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        binaryCrossEntropyWithLogits(input, target, weight: weight, reduction: reduction, posWeight: posWeight)
    }
}

/// `target · (log target - input)` for log-probabilities as input. As PyTorch's `nn.KLDivLoss`.
public final class KLDivLoss: Module {
    public let reduction: KLDivReduction
    public let logTarget: Bool

    public init(reduction: KLDivReduction = .mean, logTarget: Bool = false) {
        (self.reduction, self.logTarget) = (reduction, logTarget)
    }

    public func callAsFunction(_ input: Tensor, _ target: Tensor) -> Tensor {
        withHooks([input, target]) {
            [klDiv($0[0], $0[1], reduction: self.reduction, logTarget: self.logTarget)]
        }[0]
    }
}

/// `e^input - target · input`. As PyTorch's `nn.PoissonNLLLoss`.
public final class PoissonNLLLoss: Loss {
    public let logInput: Bool
    public let full: Bool
    public let eps: Double

    /// - Parameters:
    ///   - logInput: whether the input is the logarithm of the rate.
    ///   - full: whether Stirling's term for log(target!) is added.
    ///   - eps: added to a rate before its logarithm is taken.
    ///   - reduction: what is made of the elements' losses.
    public init(logInput: Bool = true, full: Bool = false, eps: Double = 1e-8, reduction: LossReduction = .mean) {
        (self.logInput, self.full, self.eps) = (logInput, full, eps)
        super.init(reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        poissonNLLLoss(input, target, logInput: logInput, full: full, eps: eps, reduction: reduction)
    }
}

/// `½ (log variance + (input - target)² / variance)`. As PyTorch's `nn.GaussianNLLLoss`.
public final class GaussianNLLLoss: Module {
    public let full: Bool
    public let eps: Double
    public let reduction: LossReduction

    public init(full: Bool = false, eps: Double = 1e-6, reduction: LossReduction = .mean) {
        (self.full, self.eps, self.reduction) = (full, eps, reduction)
    }

    public func callAsFunction(_ input: Tensor, _ target: Tensor, _ variance: Tensor) -> Tensor {
        withHooks([input, target, variance]) {
            [gaussianNLLLoss($0[0], $0[1], $0[2], full: self.full, eps: self.eps, reduction: self.reduction)]
        }[0]
    }
}
