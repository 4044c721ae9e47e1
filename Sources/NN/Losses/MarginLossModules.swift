import PinionAutograd

/// A loss with a margin.
open class MarginLoss: Loss {
    public let margin: Double

    public init(margin: Double, reduction: LossReduction = .mean) {
        self.margin = margin
        super.init(reduction: reduction)
    }
}

/// Distances for targets 1, what they lack of the margin for -1. As PyTorch's `nn.HingeEmbeddingLoss`.
public final class HingeEmbeddingLoss: MarginLoss {
    public override init(margin: Double = 1, reduction: LossReduction = .mean) {
        super.init(margin: margin, reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        hingeEmbeddingLoss(input, target, margin: margin, reduction: reduction)
    }
}

/// One minus the cosine for targets 1, the cosine above the margin for -1. As PyTorch's `nn.CosineEmbeddingLoss`.
public final class CosineEmbeddingLoss: MarginLoss {
    public override init(margin: Double = 0, reduction: LossReduction = .mean) {
        super.init(margin: margin, reduction: reduction)
    }

    public func callAsFunction(_ input1: Tensor, _ input2: Tensor, _ target: Tensor) -> Tensor {
        withHooks([input1, input2, target]) {
            [cosineEmbeddingLoss($0[0], $0[1], $0[2], margin: self.margin, reduction: self.reduction)]
        }[0]
    }
}

/// `max(0, -target · (input1 - input2) + margin)`. As PyTorch's `nn.MarginRankingLoss`.
public final class MarginRankingLoss: MarginLoss {
    public override init(margin: Double = 0, reduction: LossReduction = .mean) {
        super.init(margin: margin, reduction: reduction)
    }

    public func callAsFunction(_ input1: Tensor, _ input2: Tensor, _ target: Tensor) -> Tensor {
        withHooks([input1, input2, target]) {
            [marginRankingLoss($0[0], $0[1], $0[2], margin: self.margin, reduction: self.reduction)]
        }[0]
    }
}

/// `max(0, |anchor - positive| - |anchor - negative| + margin)`. As PyTorch's `nn.TripletMarginLoss`.
public final class TripletMarginLoss: MarginLoss {
    public let p: Double
    public let eps: Double
    public let swap: Bool

    /// - Parameters:
    ///   - margin: by how much the negative is to be farther away.
    ///   - p: the norm's exponent.
    ///   - eps: added to differences.
    ///   - swap: whether the negative's distance to the positive counts where that is smaller.
    ///   - reduction: what is made of the samples' losses.
    public init(
        margin: Double = 1, p: Double = 2, eps: Double = 1e-6, swap: Bool = false, reduction: LossReduction = .mean
    ) {
        (self.p, self.eps, self.swap) = (p, eps, swap)
        super.init(margin: margin, reduction: reduction)
    }

    public func callAsFunction(_ anchor: Tensor, _ positive: Tensor, _ negative: Tensor) -> Tensor {
        withHooks([anchor, positive, negative]) {
            [
                tripletMarginLoss(
                    $0[0], $0[1], $0[2], margin: self.margin, p: self.p, eps: self.eps, swap: self.swap,
                    reduction: self.reduction)
            ]
        }[0]
    }
}

/// What other classes' scores lack of the margin to the target's. As PyTorch's `nn.MultiMarginLoss`.
public final class MultiMarginLoss: WeightedLoss {
    public let p: Int
    public let margin: Double

    public init(p: Int = 1, margin: Double = 1, weight: Tensor? = nil, reduction: LossReduction = .mean) {
        (self.p, self.margin) = (p, margin)
        super.init(weight: weight, reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        multiMarginLoss(input, target, p: p, margin: margin, weight: weight, reduction: reduction)
    }
}

/// The same for several classes a sample. As PyTorch's `nn.MultiLabelMarginLoss`.
public final class MultiLabelMarginLoss: Loss {
    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        multilabelMarginLoss(input, target, reduction: reduction)
    }
}

/// The mean over classes of their binary cross entropies with logits. As PyTorch's `nn.MultiLabelSoftMarginLoss`.
public final class MultiLabelSoftMarginLoss: WeightedLoss {
    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        multilabelSoftMarginLoss(input, target, weight: weight, reduction: reduction)
    }
}

/// Connectionist temporal classification. As PyTorch's `nn.CTCLoss`.
public final class CTCLoss: Module {
    public let blank: Int
    public let reduction: LossReduction
    public let zeroInfinity: Bool

    public init(blank: Int = 0, reduction: LossReduction = .mean, zeroInfinity: Bool = false) {
        (self.blank, self.reduction, self.zeroInfinity) = (blank, reduction, zeroInfinity)
    }

    public func callAsFunction(
        _ logProbs: Tensor, _ targets: Tensor, _ inputLengths: Tensor, _ targetLengths: Tensor
    ) -> Tensor {
        withHooks([logProbs, targets, inputLengths, targetLengths]) {
            [
                ctcLoss(
                    $0[0], $0[1], $0[2], $0[3], blank: self.blank, reduction: self.reduction,
                    zeroInfinity: self.zeroInfinity)
            ]
        }[0]
    }
}

/// `max(0, d(anchor, positive) - d(anchor, negative) + margin)` of distances of one's own. As PyTorch's
/// `nn.TripletMarginWithDistanceLoss`.
public final class TripletMarginWithDistanceLoss: MarginLoss {
    public let distanceFunction: ((Tensor, Tensor) -> Tensor)?
    public let swap: Bool

    /// - Parameters:
    ///   - distanceFunction: `pairwiseDistance` by default.
    ///   - margin: by how much the negative is to be farther away.
    ///   - swap: whether the negative's distance to the positive counts where that is smaller.
    ///   - reduction: what is made of the losses.
    public init(
        distanceFunction: ((Tensor, Tensor) -> Tensor)? = nil, margin: Double = 1, swap: Bool = false,
        reduction: LossReduction = .mean
    ) {
        (self.distanceFunction, self.swap) = (distanceFunction, swap)
        super.init(margin: margin, reduction: reduction)
    }

    public func callAsFunction(_ anchor: Tensor, _ positive: Tensor, _ negative: Tensor) -> Tensor {
        withHooks([anchor, positive, negative]) {
            [
                tripletMarginWithDistanceLoss(
                    $0[0], $0[1], $0[2], distanceFunction: self.distanceFunction, margin: self.margin,
                    swap: self.swap, reduction: self.reduction)
            ]
        }[0]
    }
}
