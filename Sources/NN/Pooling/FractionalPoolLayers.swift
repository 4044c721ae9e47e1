import PinionAutograd

/// What the fractional poolings have in common.
open class FractionalMaxPoolLayer: Module {
    public let kernelSize: _SpatialSizes
    public let outputSize: _SpatialSizes?
    public let outputRatio: (any ScaleFactors)?
    /// Numbers that place the windows; nil to draw them anew each time.
    public let randomSamples: Tensor?

    /// - Parameters:
    ///   - kernelSize: the windows' size.
    ///   - outputSize: how many windows there are along each dimension. Either this or `outputRatio` is given.
    ///   - outputRatio: the same in multiples of the input's size, between 0 and 1.
    ///   - randomSamples: numbers from 0 to 1 that place the windows, [images, channels, dimensions].
    public init(
        _ kernelSize: some SpatialSizes, outputSize: (any SpatialSizes)? = nil,
        outputRatio: (any ScaleFactors)? = nil, randomSamples: Tensor? = nil
    ) {
        (self.kernelSize, self.outputSize) = (kernelSize._spatialSizes, outputSize?._spatialSizes)
        (self.outputRatio, self.randomSamples) = (outputRatio, randomSamples)
        super.init()
        if (outputSize == nil) == (outputRatio == nil) {
            report(TensorError(typeName, .value, "requires specifying either an outputSize or an outputRatio"))
        }
        if let ratios = outputRatio?._factors.given, ratios.contains(where: { !($0 > 0 && $0 < 1) }) {
            report(TensorError(typeName, .value, "outputRatio must be between 0 and 1, got \(ratios)"))
        }
    }
}

/// The largest elements of windows at random places; as PyTorch's `nn.FractionalMaxPool2d`.
open class FractionalMaxPool2d: FractionalMaxPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { withIndices(x).values }

    /// The same with the places of the elements in their planes, for `MaxUnpool2d`.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        fractionalMaxPool2dWithIndices(
            x, kernelSize, outputSize: outputSize, outputRatio: outputRatio, randomSamples: randomSamples)
    }
}

/// The largest elements of windows at random places; as PyTorch's `nn.FractionalMaxPool3d`.
open class FractionalMaxPool3d: FractionalMaxPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { withIndices(x).values }

    /// The same with the places of the elements in their planes, for `MaxUnpool3d`.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        fractionalMaxPool3dWithIndices(
            x, kernelSize, outputSize: outputSize, outputRatio: outputRatio, randomSamples: randomSamples)
    }
}
