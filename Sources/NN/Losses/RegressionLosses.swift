import PinionAutograd

/// `|input - target|`. As PyTorch's `nn.L1Loss`.
public final class L1Loss: Loss {
    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        l1Loss(input, target, reduction: reduction)
    }
}

/// `(input - target)²`. As PyTorch's `nn.MSELoss`.
public final class MSELoss: Loss {
    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        mseLoss(input, target, reduction: reduction)
    }
}

/// Squares of differences below beta, absolute values above. As PyTorch's `nn.SmoothL1Loss`.
public final class SmoothL1Loss: Loss {
    public let beta: Double

    public init(reduction: LossReduction = .mean, beta: Double = 1) {
        self.beta = beta
        super.init(reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        smoothL1Loss(input, target, reduction: reduction, beta: beta)
    }
}

/// Squares of differences below delta, delta times absolute values above. As PyTorch's `nn.HuberLoss`.
public final class HuberLoss: Loss {
    public let delta: Double

    public init(reduction: LossReduction = .mean, delta: Double = 1) {
        self.delta = delta
        super.init(reduction: reduction)
    }

    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        huberLoss(input, target, reduction: reduction, delta: delta)
    }
}

/// `log(1 + e^(-target · input))` for targets 1 and -1. As PyTorch's `nn.SoftMarginLoss`.
public final class SoftMarginLoss: Loss {
    public override func loss(_ input: Tensor, _ target: Tensor) -> Tensor {
        softMarginLoss(input, target, reduction: reduction)
    }
}
