import PinionAutograd

/// The mean of each window; as PyTorch's `nn.AvgPool1d`. See `avgPool1d`.
open class AvgPool1d: PoolingLayer {
    public let countIncludePad: Bool

    public init(
        _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true
    ) {
        self.countIncludePad = countIncludePad
        super.init(kernelSize, stride, padding, ceilMode)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        avgPool1d(
            x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.tuple(1)), stride=\(stride.tuple(1)), padding=\(padding.tuple(1))"
    }
}

/// What the layers `AvgPool2d` and `AvgPool3d` have in common.
open class AvgPoolLayer: PoolingLayer {
    public let countIncludePad: Bool
    public let divisorOverride: Int?

    public init(
        _ kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, padding: any SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
    ) {
        (self.countIncludePad, self.divisorOverride) = (countIncludePad, divisorOverride)
        super.init(kernelSize._spatialSizes, stride, padding._spatialSizes, ceilMode)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.text), stride=\(stride.text), padding=\(padding.text)"
    }
}

/// The mean of each window; as PyTorch's `nn.AvgPool2d`. See `avgPool2d`.
open class AvgPool2d: AvgPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        avgPool2d(
            x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
            divisorOverride: divisorOverride)
    }
}

/// The mean of each window; as PyTorch's `nn.AvgPool3d`. See `avgPool3d`.
open class AvgPool3d: AvgPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        avgPool3d(
            x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
            divisorOverride: divisorOverride)
    }
}

/// What the layers `LPPool1d` to `LPPool3d` have in common.
open class LPPoolLayer: PoolingLayer {
    public let normType: Double
    private let givenStride: _SpatialSizes?

    public init(
        _ normType: Double, _ kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, ceilMode: Bool = false
    ) {
        self.normType = normType
        givenStride = stride?._spatialSizes
        super.init(kernelSize._spatialSizes, stride, 0, ceilMode)
    }

    open override var extraRepr: String {
        let norm = normType == normType.rounded() ? "\(Int(normType))" : "\(normType)"
        return "norm_type=\(norm), kernel_size=\(kernelSize.text), stride=\(givenStride?.text ?? "None"), "
            + "ceil_mode=\(PythonText.bool(ceilMode))"
    }
}

/// The norm of each window; as PyTorch's `nn.LPPool1d`. See `lpPool1d`.
open class LPPool1d: LPPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        lpPool1d(x, normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}

/// The norm of each window; as PyTorch's `nn.LPPool2d`. See `lpPool2d`.
open class LPPool2d: LPPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        lpPool2d(x, normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}

/// The norm of each window; as PyTorch's `nn.LPPool3d`. See `lpPool3d`.
open class LPPool3d: LPPoolLayer {
    open override func forward(_ x: Tensor) -> Tensor {
        lpPool3d(x, normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}
