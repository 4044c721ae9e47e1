/// x where positive, `alpha (eˣ - 1)` elsewhere. As PyTorch's `nn.ELU`.
public final class ELU: Module {
    public let alpha: Double
    public let inplace: Bool

    public init(_ alpha: Double = 1, inplace: Bool = false) { (self.alpha, self.inplace) = (alpha, inplace) }
    public convenience init(alpha: Double, inplace: Bool = false) { self.init(alpha, inplace: inplace) }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? eluInPlace(x, alpha: alpha) : elu(x, alpha: alpha) }
    public override var extraRepr: String { "alpha=\(alpha)" + PythonText.andInplace(inplace) }
}

/// x where positive, `alpha (e^(x/alpha) - 1)` elsewhere. As PyTorch's `nn.CELU`.
public final class CELU: Module {
    public let alpha: Double
    public let inplace: Bool

    public init(_ alpha: Double = 1, inplace: Bool = false) { (self.alpha, self.inplace) = (alpha, inplace) }
    public convenience init(alpha: Double, inplace: Bool = false) { self.init(alpha, inplace: inplace) }

    public override func forward(_ x: Tensor) -> Tensor {
        inplace ? celuInPlace(x, alpha: alpha) : celu(x, alpha: alpha)
    }
    public override var extraRepr: String { "alpha=\(alpha)" + PythonText.andInplace(inplace) }
}

/// ELU with an alpha and a scale that keep mean and variance. As PyTorch's `nn.SELU`.
public final class SELU: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? seluInPlace(x) : selu(x) }
    public override var extraRepr: String { PythonText.inplace(inplace) }
}

/// `1 / (1 + e^-x)`. As PyTorch's `nn.Sigmoid`.
public final class Sigmoid: Module {
    public override func forward(_ x: Tensor) -> Tensor { sigmoid(x) }
}

/// `log(1 / (1 + e^-x))`. As PyTorch's `nn.LogSigmoid`.
public final class LogSigmoid: Module {
    public override func forward(_ x: Tensor) -> Tensor { logSigmoid(x) }
}

/// The hyperbolic tangent. As PyTorch's `nn.Tanh`.
public final class Tanh: Module {
    public override func forward(_ x: Tensor) -> Tensor { x.tanh() }
}

/// `x - tanh(x)`. As PyTorch's `nn.Tanhshrink`.
public final class Tanhshrink: Module {
    public override func forward(_ x: Tensor) -> Tensor { tanhshrink(x) }
}

/// `log(1 + e^(beta x)) / beta`; x itself where `beta x` is above the threshold. As PyTorch's `nn.Softplus`.
public final class Softplus: Module {
    public let beta: Double
    public let threshold: Double

    public init(_ beta: Double = 1, _ threshold: Double = 20) { (self.beta, self.threshold) = (beta, threshold) }
    public convenience init(beta: Double, threshold: Double = 20) { self.init(beta, threshold) }

    public override func forward(_ x: Tensor) -> Tensor { softplus(x, beta: beta, threshold: threshold) }
    public override var extraRepr: String { "beta=\(beta), threshold=\(threshold)" }
}

/// `x / (1 + |x|)`. As PyTorch's `nn.Softsign`.
public final class Softsign: Module {
    public override func forward(_ x: Tensor) -> Tensor { softsign(x) }
}
