import PinionAutograd

/// The largest element of each window; as PyTorch's `nn.MaxPool1d`. See `maxPool1d`.
open class MaxPool1d: MaxPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        maxPool1d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    }

    /// The same with the places of the elements in their planes, for `MaxUnpool1d`.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        maxPool1dWithIndices(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    }

    /// The same as `withIndices`, for `returnIndices`.
    @_disfavoredOverload
    public func callAsFunction(_ x: Tensor) -> (values: Tensor, indices: Tensor) { withIndices(x) }
}

/// The largest element of each window; as PyTorch's `nn.MaxPool2d`. See `maxPool2d`.
open class MaxPool2d: MaxPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        maxPool2d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    }

    /// The same with the places of the elements in their planes, for `MaxUnpool2d`.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        maxPool2dWithIndices(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    }

    /// The same as `withIndices`, for `returnIndices`.
    @_disfavoredOverload
    public func callAsFunction(_ x: Tensor) -> (values: Tensor, indices: Tensor) { withIndices(x) }
}

/// The largest element of each window; as PyTorch's `nn.MaxPool3d`. See `maxPool3d`.
open class MaxPool3d: MaxPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        maxPool3d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    }

    /// The same with the places of the elements in their planes, for `MaxUnpool3d`.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        maxPool3dWithIndices(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
    }

    /// The same as `withIndices`, for `returnIndices`.
    @_disfavoredOverload
    public func callAsFunction(_ x: Tensor) -> (values: Tensor, indices: Tensor) { withIndices(x) }
}

/// Puts the elements that `MaxPool1d` chose back to their places; as PyTorch's `nn.MaxUnpool1d`.
open class MaxUnpool1d: PoolingLayer {
    public init(_ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0) {
        super.init(kernelSize, stride, padding, false)
    }

    open func callAsFunction(_ x: Tensor, _ indices: Tensor, outputSize: [Int]? = nil) -> Tensor {
        maxUnpool1d(x, indices, kernelSize, stride: stride, padding: padding, outputSize: outputSize)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.tuple(1)), stride=\(stride.tuple(1)), padding=\(padding.tuple(1))"
    }
}

/// Puts the elements that `MaxPool2d` chose back to their places; as PyTorch's `nn.MaxUnpool2d`.
open class MaxUnpool2d: PoolingLayer {
    public init(_ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0) {
        super.init(kernelSize, stride, padding, false)
    }

    open func callAsFunction(_ x: Tensor, _ indices: Tensor, outputSize: [Int]? = nil) -> Tensor {
        maxUnpool2d(x, indices, kernelSize, stride: stride, padding: padding, outputSize: outputSize)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.tuple(2)), stride=\(stride.tuple(2)), padding=\(padding.tuple(2))"
    }
}

/// Puts the elements that `MaxPool3d` chose back to their places; as PyTorch's `nn.MaxUnpool3d`.
open class MaxUnpool3d: PoolingLayer {
    public init(_ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0) {
        super.init(kernelSize, stride, padding, false)
    }

    open func callAsFunction(_ x: Tensor, _ indices: Tensor, outputSize: [Int]? = nil) -> Tensor {
        maxUnpool3d(x, indices, kernelSize, stride: stride, padding: padding, outputSize: outputSize)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.tuple(3)), stride=\(stride.tuple(3)), padding=\(padding.tuple(3))"
    }
}
