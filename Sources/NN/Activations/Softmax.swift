/// `eˣ / Σ eˣ` along `dim`. As PyTorch's `nn.Softmax`.
///
/// Without `dim` it is dimension 0 of tensors with 0, 1 or 3 dimensions, and 1 of others, as in PyTorch.
public final class Softmax: Module {
    public let dim: Int?
    public init(_ dim: Int? = nil) { self.dim = dim }
    public convenience init(dim: Int?) { self.init(dim) }

    public override func forward(_ x: Tensor) -> Tensor { softmax(x, dim: dim ?? x.impliedSoftmaxDim) }
    public override var extraRepr: String { PythonText.dim(dim) }
}

/// The logarithm of the softmax along `dim`. As PyTorch's `nn.LogSoftmax`; without `dim` as `Softmax`.
public final class LogSoftmax: Module {
    public let dim: Int?
    public init(_ dim: Int? = nil) { self.dim = dim }
    public convenience init(dim: Int?) { self.init(dim) }

    public override func forward(_ x: Tensor) -> Tensor { logSoftmax(x, dim: dim ?? x.impliedSoftmaxDim) }
    public override var extraRepr: String { PythonText.dim(dim) }
}

/// The softmax of `-x` along `dim`. As PyTorch's `nn.Softmin`; without `dim` as `Softmax`.
public final class Softmin: Module {
    public let dim: Int?
    public init(_ dim: Int? = nil) { self.dim = dim }
    public convenience init(dim: Int?) { self.init(dim) }

    public override func forward(_ x: Tensor) -> Tensor { softmin(x, dim: dim ?? x.impliedSoftmaxDim) }
    public override var extraRepr: String { PythonText.dim(dim) }
}

/// The softmax over the channels of an image, [N, C, H, W] or [C, H, W]. As PyTorch's `nn.Softmax2d`.
public final class Softmax2d: Module {
    public override func forward(_ x: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            if x.ndim != 3 && x.ndim != 4 {
                throw TensorError("Softmax2d", .shape, "expected [N, C, H, W] or [C, H, W], got shape \(x.shape)")
            }
            return softmax(x, dim: -3)
        }
    }
}

extension Tensor {
    fileprivate var impliedSoftmaxDim: Int { ndim == 0 || ndim == 1 || ndim == 3 ? 0 : 1 }
}

extension PythonText {
    fileprivate static func dim(_ dim: Int?) -> String { "dim=" + (dim.map(String.init) ?? "None") }
}
