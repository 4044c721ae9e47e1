/// `y = x · weightᵀ + bias`: [..., inFeatures] becomes [..., outFeatures]. As PyTorch's `nn.Linear`.
///
/// Weight and bias begin spread evenly over ±1/√inFeatures.
open class Linear: Module {
    public let inFeatures: Int
    public let outFeatures: Int
    /// Of shape [outFeatures, inFeatures].
    @Parameter public var weight: Tensor
    /// Of shape [outFeatures], or nil.
    @Parameter public var bias: Tensor?

    public init(_ inFeatures: Int, _ outFeatures: Int, bias: Bool = true, dtype: DType? = nil) {
        self.inFeatures = inFeatures
        self.outFeatures = outFeatures
        weight = .empty(outFeatures, inFeatures, dtype: dtype)
        self.bias = bias ? .empty(outFeatures, dtype: dtype) : nil
        super.init()
        resetParameters()
    }

    /// Draws weight and bias anew.
    open func resetParameters() {
        kaimingUniform(weight, a: 5.0.squareRoot())
        if let bias, inFeatures > 0 {
            let bound = 1 / Double(inFeatures).squareRoot()
            uniform(bias, -bound, bound)
        }
    }

    open override func forward(_ x: Tensor) -> Tensor { linear(x, weight, bias) }

    open override var extraRepr: String {
        "in_features=\(inFeatures), out_features=\(outFeatures), bias=\(PythonText.bool(bias != nil))"
    }
}
