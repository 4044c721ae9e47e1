import PinionAutograd

/// What the adaptive pooling layers have in common: the size of their output.
open class AdaptivePoolLayer: Module {
    public let outputSize: _SpatialSizes

    public init(_ outputSize: any SpatialSizes) { self.outputSize = outputSize._spatialSizes }

    open override var extraRepr: String { "output_size=\(outputSize.text)" }
}

/// The means of windows that give the output the size asked for; as PyTorch's `nn.AdaptiveAvgPool1d`.
open class AdaptiveAvgPool1d: AdaptivePoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { adaptiveAvgPool1d(x, outputSize) }
}

/// The means of windows that give the output the size asked for; as PyTorch's `nn.AdaptiveAvgPool2d`.
open class AdaptiveAvgPool2d: AdaptivePoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { adaptiveAvgPool2d(x, outputSize) }
}

/// The means of windows that give the output the size asked for; as PyTorch's `nn.AdaptiveAvgPool3d`.
open class AdaptiveAvgPool3d: AdaptivePoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { adaptiveAvgPool3d(x, outputSize) }
}

/// The largest elements of windows that give the output the size asked for; as PyTorch's `nn.AdaptiveMaxPool1d`.
open class AdaptiveMaxPool1d: AdaptivePoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { adaptiveMaxPool1d(x, outputSize) }

    /// The same with the places of the elements in their planes.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        adaptiveMaxPool1dWithIndices(x, outputSize)
    }
}

/// The largest elements of windows that give the output the size asked for; as PyTorch's `nn.AdaptiveMaxPool2d`.
open class AdaptiveMaxPool2d: AdaptivePoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { adaptiveMaxPool2d(x, outputSize) }

    /// The same with the places of the elements in their planes.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        adaptiveMaxPool2dWithIndices(x, outputSize)
    }
}

/// The largest elements of windows that give the output the size asked for; as PyTorch's `nn.AdaptiveMaxPool3d`.
open class AdaptiveMaxPool3d: AdaptivePoolLayer {
    open override func forward(_ x: Tensor) -> Tensor { adaptiveMaxPool3d(x, outputSize) }

    /// The same with the places of the elements in their planes.
    open func withIndices(_ x: Tensor) -> (values: Tensor, indices: Tensor) {
        adaptiveMaxPool3dWithIndices(x, outputSize)
    }
}
