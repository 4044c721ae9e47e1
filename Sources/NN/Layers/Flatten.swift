/// Dimensions startDim to endDim as one. As PyTorch's `nn.Flatten`.
public final class Flatten: Module {
    public let startDim: Int
    public let endDim: Int

    public init(_ startDim: Int = 1, _ endDim: Int = -1) { (self.startDim, self.endDim) = (startDim, endDim) }
    public convenience init(startDim: Int, endDim: Int = -1) { self.init(startDim, endDim) }

    public override func forward(_ x: Tensor) -> Tensor { x.flatten(startDim: startDim, endDim: endDim) }
    public override var extraRepr: String { "start_dim=\(startDim), end_dim=\(endDim)" }
}

/// A dimension as several. As PyTorch's `nn.Unflatten`.
public final class Unflatten: Module {
    public let dim: Int
    public let unflattenedSize: [Int]

    /// - Parameters:
    ///   - dim: the dimension.
    ///   - unflattenedSize: the sizes it becomes, of which one may be -1.
    public init(_ dim: Int, _ unflattenedSize: [Int]) { (self.dim, self.unflattenedSize) = (dim, unflattenedSize) }
    public convenience init(dim: Int, unflattenedSize: [Int]) { self.init(dim, unflattenedSize) }

    public override func forward(_ x: Tensor) -> Tensor { x.unflatten(dim, unflattenedSize) }
    public override var extraRepr: String { "dim=\(dim), unflattened_size=\(PythonText.tuple(unflattenedSize))" }
}
