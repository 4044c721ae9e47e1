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

/// What the layers `MaxUnpool1d` to `MaxUnpool3d` have in common.
open class MaxUnpoolLayer: PoolingLayer {
    public init(_ kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, padding: any SpatialSizes = 0) {
        super.init(kernelSize._spatialSizes, stride, padding._spatialSizes, false)
    }

    /// Spatial dimensions.
    var rank: Int { 0 }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.tuple(rank)), stride=\(stride.tuple(rank)), padding=\(padding.tuple(rank))"
    }
}

/// Puts the elements that `MaxPool1d` chose back to their places; as PyTorch's `nn.MaxUnpool1d`.
open class MaxUnpool1d: MaxUnpoolLayer {
    override var rank: Int { 1 }

    open func callAsFunction(_ x: Tensor, _ indices: Tensor, outputSize: [Int]? = nil) -> Tensor {
        maxUnpool1d(x, indices, kernelSize, stride: stride, padding: padding, outputSize: outputSize)
    }
}

/// Puts the elements that `MaxPool2d` chose back to their places; as PyTorch's `nn.MaxUnpool2d`.
open class MaxUnpool2d: MaxUnpoolLayer {
    override var rank: Int { 2 }

    open func callAsFunction(_ x: Tensor, _ indices: Tensor, outputSize: [Int]? = nil) -> Tensor {
        maxUnpool2d(x, indices, kernelSize, stride: stride, padding: padding, outputSize: outputSize)
    }
}

/// Puts the elements that `MaxPool3d` chose back to their places; as PyTorch's `nn.MaxUnpool3d`.
open class MaxUnpool3d: MaxUnpoolLayer {
    override var rank: Int { 3 }

    open func callAsFunction(_ x: Tensor, _ indices: Tensor, outputSize: [Int]? = nil) -> Tensor {
        maxUnpool3d(x, indices, kernelSize, stride: stride, padding: padding, outputSize: outputSize)
    }
}
