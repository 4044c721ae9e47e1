import PinionAutograd

/// Standardizes the last dimensions of each sample (Ba et al., 2016). As PyTorch's `nn.LayerNorm`.
public final class LayerNorm: Module {
    public let normalizedShape: [Int]
    public let eps: Double
    public let elementwiseAffine: Bool
    @Parameter public var weight: Tensor?
    @Parameter public var bias: Tensor?

    /// - Parameters:
    ///   - normalizedShape: the sizes of the last dimensions.
    ///   - eps: added to the variance.
    ///   - elementwiseAffine: whether elements have a weight and a bias that are trained.
    ///   - bias: whether they have a bias.
    ///   - dtype: the parameters' dtype.
    public init(
        _ normalizedShape: [Int], eps: Double = 1e-5, elementwiseAffine: Bool = true, bias: Bool = true,
        dtype: DType? = nil
    ) {
        (self.normalizedShape, self.eps, self.elementwiseAffine) = (normalizedShape, eps, elementwiseAffine)
        weight = elementwiseAffine ? .ones(normalizedShape, dtype: dtype) : nil
        self.bias = elementwiseAffine && bias ? .zeros(normalizedShape, dtype: dtype) : nil
    }

    /// The same for one dimension.
    public convenience init(
        _ size: Int, eps: Double = 1e-5, elementwiseAffine: Bool = true, bias: Bool = true, dtype: DType? = nil
    ) {
        self.init([size], eps: eps, elementwiseAffine: elementwiseAffine, bias: bias, dtype: dtype)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        layerNorm(x, normalizedShape, weight: weight, bias: bias, eps: eps)
    }

    public override var extraRepr: String {
        "\(PythonText.tuple(normalizedShape)), eps=\(eps), elementwise_affine=\(PythonText.bool(elementwiseAffine)), "
            + "bias=\(PythonText.bool(bias != nil))"
    }
}

/// Divides the last dimensions by the root of their mean square (Zhang and Sennrich, 2019). As PyTorch's `nn.RMSNorm`.
public final class RMSNorm: Module {
    public let normalizedShape: [Int]
    /// Added to the mean square; the dtype's epsilon where nil.
    public let eps: Double?
    @Parameter public var weight: Tensor?

    public init(
        _ normalizedShape: [Int], eps: Double? = nil, elementwiseAffine: Bool = true, dtype: DType? = nil
    ) {
        (self.normalizedShape, self.eps) = (normalizedShape, eps)
        weight = elementwiseAffine ? .ones(normalizedShape, dtype: dtype) : nil
    }

    /// The same for one dimension.
    public convenience init(
        _ size: Int, eps: Double? = nil, elementwiseAffine: Bool = true, dtype: DType? = nil
    ) {
        self.init([size], eps: eps, elementwiseAffine: elementwiseAffine, dtype: dtype)
    }

    public override func forward(_ x: Tensor) -> Tensor { rmsNorm(x, normalizedShape, weight: weight, eps: eps) }

    public override var extraRepr: String {
        "\(PythonText.tuple(normalizedShape)), eps=\(eps.map { "\($0)" } ?? "None"), "
            + "elementwise_affine=\(PythonText.bool(weight != nil))"
    }
}

/// Standardizes groups of channels of each sample (Wu and He, 2018). As PyTorch's `nn.GroupNorm`.
public final class GroupNorm: Module {
    public let numGroups: Int
    public let numChannels: Int
    public let eps: Double
    @Parameter public var weight: Tensor?
    @Parameter public var bias: Tensor?

    public init(
        _ numGroups: Int, _ numChannels: Int, eps: Double = 1e-5, affine: Bool = true, dtype: DType? = nil
    ) {
        (self.numGroups, self.numChannels, self.eps) = (numGroups, numChannels, eps)
        weight = affine ? .ones(numChannels, dtype: dtype) : nil
        bias = affine ? .zeros(numChannels, dtype: dtype) : nil
        super.init()
        if numGroups < 1 || numChannels % max(numGroups, 1) != 0 {
            report(
                TensorError(
                    "GroupNorm", .value,
                    "numChannels (\(numChannels)) must be divisible by numGroups (\(numGroups))"))
        }
    }

    public override func forward(_ x: Tensor) -> Tensor {
        groupNorm(x, numGroups, weight: weight, bias: bias, eps: eps)
    }

    public override var extraRepr: String {
        let affine = PythonText.bool(weight != nil)
        return "\(numGroups), \(numChannels), eps=\(eps), affine=\(affine), bias=\(affine)"
    }
}

/// Divides by the squares of neighbouring channels (Krizhevsky et al., 2012). As PyTorch's `nn.LocalResponseNorm`.
public final class LocalResponseNorm: Module {
    public let size: Int
    public let alpha: Double
    public let beta: Double
    public let k: Double

    public init(_ size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1) {
        (self.size, self.alpha, self.beta, self.k) = (size, alpha, beta, k)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        localResponseNorm(x, size, alpha: alpha, beta: beta, k: k)
    }

    public override var extraRepr: String { "\(size), alpha=\(alpha), beta=\(beta), k=\(k)" }
}
