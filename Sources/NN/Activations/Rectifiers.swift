/// The larger of x and 0. As PyTorch's `nn.ReLU`.
public final class ReLU: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor { inplace ? reluInPlace(x) : relu(x) }
    public override var extraRepr: String { PythonText.inplace(inplace) }
}

/// x limited to 0...6. As PyTorch's `nn.ReLU6`.
public final class ReLU6: Module {
    public let inplace: Bool
    /// - Parameter inplace: whether the input is overwritten.
    public init(inplace: Bool = false) { self.inplace = inplace }

    public override func forward(_ x: Tensor) -> Tensor {
        inplace ? hardtanhInPlace(x, minVal: 0, maxVal: 6) : relu6(x)
    }
    public override var extraRepr: String { PythonText.inplace(inplace) }
}

/// x where positive, `negativeSlope · x` elsewhere. As PyTorch's `nn.LeakyReLU`.
public final class LeakyReLU: Module {
    public let negativeSlope: Double
    public let inplace: Bool

    public init(_ negativeSlope: Double = 0.01, inplace: Bool = false) {
        self.negativeSlope = negativeSlope
        self.inplace = inplace
    }

    public convenience init(negativeSlope: Double, inplace: Bool = false) { self.init(negativeSlope, inplace: inplace) }

    public override func forward(_ x: Tensor) -> Tensor {
        inplace
            ? leakyReLUInPlace(x, negativeSlope: negativeSlope) : leakyReLU(x, negativeSlope: negativeSlope)
    }
    public override var extraRepr: String { "negative_slope=\(negativeSlope)" + PythonText.andInplace(inplace) }
}

/// x where positive, `weight · x` elsewhere, where the weight is trained. As PyTorch's `nn.PReLU`.
public final class PReLU: Module {
    public let numParameters: Int
    /// Of shape [numParameters].
    @Parameter public var weight: Tensor

    /// - Parameters:
    ///   - numParameters: one for all channels, or one for each of dimension 1.
    ///   - initial: what the weight begins with.
    public init(_ numParameters: Int = 1, initial: Double = 0.25) {
        self.numParameters = numParameters
        weight = .full([numParameters], initial)
    }

    /// The same with PyTorch's name for what the weight begins with.
    public convenience init(_ numParameters: Int = 1, `init` initial: Double) {
        self.init(numParameters, initial: initial)
    }

    /// The same with PyTorch's names.
    public convenience init(numParameters: Int, `init` initial: Double) {
        self.init(numParameters, initial: initial)
    }

    public convenience init(numParameters: Int, initial: Double = 0.25) {
        self.init(numParameters, initial: initial)
    }

    public override func forward(_ x: Tensor) -> Tensor { prelu(x, weight) }
    public override var extraRepr: String { "num_parameters=\(numParameters)" }
}

/// x where positive, x times a slope drawn from lower...upper elsewhere; their mean when not training.
/// As PyTorch's `nn.RReLU`.
public final class RReLU: Module {
    public let lower: Double
    public let upper: Double
    public let inplace: Bool

    public init(_ lower: Double = 1.0 / 8, _ upper: Double = 1.0 / 3, inplace: Bool = false) {
        (self.lower, self.upper, self.inplace) = (lower, upper, inplace)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        inplace
            ? rreluInPlace(x, lower: lower, upper: upper, training: isTraining)
            : rrelu(x, lower: lower, upper: upper, training: isTraining)
    }
    public override var extraRepr: String { "lower=\(lower), upper=\(upper)" + PythonText.andInplace(inplace) }
}

/// x above the threshold, `value` elsewhere. As PyTorch's `nn.Threshold`.
public final class Threshold: Module {
    public let threshold: Double
    public let value: Double
    public let inplace: Bool

    public init(_ threshold: Double, _ value: Double, inplace: Bool = false) {
        (self.threshold, self.value, self.inplace) = (threshold, value, inplace)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        inplace ? thresholdInPlace(x, threshold, value) : PinionAutograd.threshold(x, threshold, value)
    }
    public override var extraRepr: String { "threshold=\(threshold), value=\(value)" + PythonText.andInplace(inplace) }
}

/// x limited to `minVal...maxVal`. As PyTorch's `nn.Hardtanh`.
public final class Hardtanh: Module {
    public let minVal: Double
    public let maxVal: Double
    public let inplace: Bool

    public init(_ minVal: Double = -1, _ maxVal: Double = 1, inplace: Bool = false) {
        (self.minVal, self.maxVal, self.inplace) = (minVal, maxVal, inplace)
    }

    public convenience init(minVal: Double, maxVal: Double, inplace: Bool = false) {
        self.init(minVal, maxVal, inplace: inplace)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        inplace
            ? hardtanhInPlace(x, minVal: minVal, maxVal: maxVal) : hardtanh(x, minVal: minVal, maxVal: maxVal)
    }
    public override var extraRepr: String { "min_val=\(minVal), max_val=\(maxVal)" + PythonText.andInplace(inplace) }
}

extension PythonText {
    /// `inplace=True`, or nothing.
    static func inplace(_ value: Bool) -> String { value ? "inplace=True" : "" }
    /// The same after other arguments.
    static func andInplace(_ value: Bool) -> String { value ? ", inplace=True" : "" }
}
