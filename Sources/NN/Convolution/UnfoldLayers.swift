import PinionAutograd

/// The windows of images as columns; as PyTorch's `nn.Unfold`. See `unfold`.
open class Unfold: Module {
    public let kernelSize: _SpatialSizes
    public let dilation: _SpatialSizes
    public let padding: _SpatialSizes
    public let stride: _SpatialSizes

    public init(
        _ kernelSize: some SpatialSizes, dilation: some SpatialSizes = 1, padding: some SpatialSizes = 0,
        stride: some SpatialSizes = 1
    ) {
        (self.kernelSize, self.dilation) = (kernelSize._spatialSizes, dilation._spatialSizes)
        (self.padding, self.stride) = (padding._spatialSizes, stride._spatialSizes)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        unfold(x, kernelSize, dilation: dilation, padding: padding, stride: stride)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.text), dilation=\(dilation.text), padding=\(padding.text), stride=\(stride.text)"
    }
}

/// Columns added up to images; as PyTorch's `nn.Fold`. See `fold`.
open class Fold: Module {
    public let outputSize: _SpatialSizes
    public let kernelSize: _SpatialSizes
    public let dilation: _SpatialSizes
    public let padding: _SpatialSizes
    public let stride: _SpatialSizes

    public init(
        _ outputSize: some SpatialSizes, _ kernelSize: some SpatialSizes, dilation: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, stride: some SpatialSizes = 1
    ) {
        (self.outputSize, self.kernelSize) = (outputSize._spatialSizes, kernelSize._spatialSizes)
        (self.dilation, self.padding) = (dilation._spatialSizes, padding._spatialSizes)
        self.stride = stride._spatialSizes
    }

    open override func forward(_ x: Tensor) -> Tensor {
        fold(x, outputSize, kernelSize, dilation: dilation, padding: padding, stride: stride)
    }

    open override var extraRepr: String {
        "output_size=\(outputSize.text), kernel_size=\(kernelSize.text), dilation=\(dilation.text), "
            + "padding=\(padding.text), stride=\(stride.text)"
    }
}

extension Unfold {
    /// The same with the window under its name.
    public convenience init(
        kernelSize: some SpatialSizes, dilation: some SpatialSizes = 1, padding: some SpatialSizes = 0,
        stride: some SpatialSizes = 1
    ) {
        self.init(kernelSize, dilation: dilation, padding: padding, stride: stride)
    }
}

extension Fold {
    /// The same with the sizes under their names.
    public convenience init(
        outputSize: some SpatialSizes, kernelSize: some SpatialSizes, dilation: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, stride: some SpatialSizes = 1
    ) {
        self.init(outputSize, kernelSize, dilation: dilation, padding: padding, stride: stride)
    }
}
