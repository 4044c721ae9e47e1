/// `y[..., o] = Σ x1[..., i] · weight[o, i, j] · x2[..., j] + bias[o]`. As PyTorch's `F.bilinear`.
///
/// - Parameters:
///   - x1: of shape [..., in1].
///   - x2: of shape [..., in2], otherwise of x1's shape.
///   - weight: of shape [out, in1, in2].
///   - bias: of shape [out], or nil.
public func bilinear(_ x1: Tensor, _ x2: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) -> Tensor {
    attempt { () throws(TensorError) in
        let fits =
            weight.ndim == 3 && x1.ndim > 0 && x1.ndim == x2.ndim && x1.shape.dropLast() == x2.shape.dropLast()
            && x1.size(-1) == weight.size(1) && x2.size(-1) == weight.size(2)
            && bias.map { $0.shape == [weight.size(0)] } ?? true
        if !fits {
            let biasText = bias.map { ", a bias of shape \($0.shape)" } ?? ""
            throw TensorError(
                "bilinear", .shape,
                "inputs of shapes \(x1.shape) and \(x2.shape), a weight of shape \(weight.shape)"
                    + "\(biasText); expected [..., in1], [..., in2], [out, in1, in2] and [out]")
        }
        let result = einsum("bi,oij,bj->bo", x1.reshape(-1, x1.size(-1)), weight, x2.reshape(-1, x2.size(-1)))
        let shaped = result.reshape(Array(x1.shape.dropLast()) + [weight.size(0)])
        return bias.map { shaped + $0 } ?? shaped
    }
}

/// A bilinear form of two inputs for each output. As PyTorch's `nn.Bilinear`.
///
/// Weight and bias begin spread evenly over ±1/√in1Features.
open class Bilinear: Module {
    public let in1Features: Int
    public let in2Features: Int
    public let outFeatures: Int
    /// Of shape [outFeatures, in1Features, in2Features].
    @Parameter public var weight: Tensor
    /// Of shape [outFeatures], or nil.
    @Parameter public var bias: Tensor?

    public init(
        _ in1Features: Int, _ in2Features: Int, _ outFeatures: Int, bias: Bool = true, dtype: DType? = nil
    ) {
        self.in1Features = in1Features
        self.in2Features = in2Features
        self.outFeatures = outFeatures
        weight = .empty(outFeatures, in1Features, in2Features, dtype: dtype)
        self.bias = bias ? .empty(outFeatures, dtype: dtype) : nil
        super.init()
        if in1Features <= 0 {
            report(TensorError("Bilinear", .value, "in1Features is \(in1Features), expected more than 0"))
        } else {
            resetParameters()
        }
    }

    /// Draws weight and bias anew.
    open func resetParameters() {
        let bound = 1 / Double(in1Features).squareRoot()
        uniform(weight, -bound, bound)
        if let bias { uniform(bias, -bound, bound) }
    }

    public func callAsFunction(_ x1: Tensor, _ x2: Tensor) -> Tensor {
        withHooks([x1, x2]) { [bilinear($0[0], $0[1], self.weight, self.bias)] }[0]
    }

    open override var extraRepr: String {
        "in1_features=\(in1Features), in2_features=\(in2Features), out_features=\(outFeatures), "
            + "bias=\(PythonText.bool(bias != nil))"
    }
}
