/// What the dropout layers have in common: a probability, and whether the input is overwritten.
open class DropoutLayer: Module {
    public let p: Double
    public let inplace: Bool

    /// - Parameters:
    ///   - p: the probability of 0.
    ///   - inplace: whether the input is overwritten.
    public init(_ p: Double = 0.5, inplace: Bool = false) {
        self.p = p
        self.inplace = inplace
        super.init()
        if !(0...1 ~= p) {
            report(TensorError(typeName, .value, "expected a probability from 0 to 1, got \(p)"))
        }
    }

    public convenience init(p: Double, inplace: Bool = false) { self.init(p, inplace: inplace) }

    open override var extraRepr: String { "p=\(p), inplace=\(PythonText.bool(inplace))" }
}

/// Elements set to 0 with probability p in training, the others multiplied by `1 / (1 - p)`. As PyTorch's `nn.Dropout`.
public final class Dropout: DropoutLayer {
    public override func forward(_ x: Tensor) -> Tensor {
        dropout(x, p: p, training: isTraining, inplace: inplace)
    }
}

/// Channels of [N, C, L] or [C, L] set to 0 with probability p in training. As PyTorch's `nn.Dropout1d`.
public final class Dropout1d: DropoutLayer {
    public override func forward(_ x: Tensor) -> Tensor {
        dropout1d(x, p: p, training: isTraining, inplace: inplace)
    }
}

/// Channels of [N, C, H, W] set to 0 with probability p in training. As PyTorch's `nn.Dropout2d`.
public final class Dropout2d: DropoutLayer {
    public override func forward(_ x: Tensor) -> Tensor {
        dropout2d(x, p: p, training: isTraining, inplace: inplace)
    }
}

/// Channels of [N, C, D, H, W] or [C, D, H, W] set to 0 with probability p in training. As PyTorch's `nn.Dropout3d`.
public final class Dropout3d: DropoutLayer {
    public override func forward(_ x: Tensor) -> Tensor {
        dropout3d(x, p: p, training: isTraining, inplace: inplace)
    }
}

/// Dropout that keeps mean and variance of what `SELU` gives. As PyTorch's `nn.AlphaDropout`.
public final class AlphaDropout: DropoutLayer {
    public override func forward(_ x: Tensor) -> Tensor {
        alphaDropout(x, p: p, training: isTraining, inplace: inplace)
    }
}

/// `AlphaDropout` of whole channels. As PyTorch's `nn.FeatureAlphaDropout`.
public final class FeatureAlphaDropout: DropoutLayer {
    public override func forward(_ x: Tensor) -> Tensor {
        featureAlphaDropout(x, p: p, training: isTraining, inplace: inplace)
    }
}
