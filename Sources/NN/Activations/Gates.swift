/// `x Φ(x)`, where Φ is the distribution function of the normal distribution. As PyTorch's `nn.GELU`.
public final class GELU: Module {
    public let approximate: GELUApproximation
    public init(approximate: GELUApproximation = .none) { self.approximate = approximate }

    public override func forward(_ x: Tensor) -> Tensor { gelu(x, approximate: approximate) }
    public override var extraRepr: String { "approximate='\(approximate.rawValue)'" }
}

/// `x sigmoid(x)`. As PyTorch's `nn.SiLU`.
public final class SiLU: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? siluInPlace(x) : silu(x) }
    public override var extraRepr: String { PythonText.inplace(inplace) }
}

/// `x tanh(softplus(x))`. As PyTorch's `nn.Mish`.
public final class Mish: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? mishInPlace(x) : mish(x) }
    public override var extraRepr: String { PythonText.inplace(inplace) }
}

/// `(x + 3) / 6` limited to 0...1. As PyTorch's `nn.Hardsigmoid`.
public final class Hardsigmoid: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? hardsigmoidInPlace(x) : hardsigmoid(x) }
}

/// `x hardsigmoid(x)`. As PyTorch's `nn.Hardswish`.
public final class Hardswish: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? hardswishInPlace(x) : hardswish(x) }
}

/// 0 in `-lambd...lambd`, x elsewhere. As PyTorch's `nn.Hardshrink`.
public final class Hardshrink: Module {
    public let lambd: Double
    public init(_ lambd: Double = 0.5) { self.lambd = lambd }
    public convenience init(lambd: Double) { self.init(lambd) }

    public override func forward(_ x: Tensor) -> Tensor { hardshrink(x, lambd: lambd) }
    public override var extraRepr: String { "\(lambd)" }
}

/// x moved towards 0 by `lambd`, and 0 in `-lambd...lambd`. As PyTorch's `nn.Softshrink`.
public final class Softshrink: Module {
    public let lambd: Double
    public init(_ lambd: Double = 0.5) { self.lambd = lambd }
    public convenience init(lambd: Double) { self.init(lambd) }

    public override func forward(_ x: Tensor) -> Tensor { softshrink(x, lambd: lambd) }
    public override var extraRepr: String { "\(lambd)" }
}

/// The first half of x along `dim` times the sigmoid of the second (Dauphin et al., 2016).
public func glu(_ x: Tensor, dim: Int = -1) -> Tensor {
    attempt { () throws(TensorError) in
        if x.ndim == 0 { throw TensorError("glu", .shape, "expected at least 1 dimension, got shape []") }
        let d = try x.layout.dimension(dim, "glu")
        let size = x.size(d)
        if size % 2 != 0 {
            throw TensorError("glu", .shape, "dimension \(dim) of shape \(x.shape) has the odd size \(size)")
        }
        return x.narrow(d, 0, size / 2) * x.narrow(d, size / 2, size / 2).sigmoid()
    }
}

/// The first half of x along `dim` times the sigmoid of the second. As PyTorch's `nn.GLU`.
public final class GLU: Module {
    public let dim: Int
    public init(_ dim: Int = -1) { self.dim = dim }
    public convenience init(dim: Int) { self.init(dim) }

    public override func forward(_ x: Tensor) -> Tensor { glu(x, dim: dim) }
    public override var extraRepr: String { "dim=\(dim)" }
}
