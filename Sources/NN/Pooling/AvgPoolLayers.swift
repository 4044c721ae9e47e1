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

/// The mean of each window; as PyTorch's `nn.AvgPool2d`. See `avgPool2d`.
open class AvgPool2d: PoolingLayer {
    public let countIncludePad: Bool
    public let divisorOverride: Int?

    public init(
        _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
    ) {
        (self.countIncludePad, self.divisorOverride) = (countIncludePad, divisorOverride)
        super.init(kernelSize, stride, padding, ceilMode)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        avgPool2d(
            x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
            divisorOverride: divisorOverride)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.text), stride=\(stride.text), padding=\(padding.text)"
    }
}

/// The mean of each window; as PyTorch's `nn.AvgPool3d`. See `avgPool3d`.
open class AvgPool3d: PoolingLayer {
    public let countIncludePad: Bool
    public let divisorOverride: Int?

    public init(
        _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
    ) {
        (self.countIncludePad, self.divisorOverride) = (countIncludePad, divisorOverride)
        super.init(kernelSize, stride, padding, ceilMode)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        avgPool3d(
            x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
            divisorOverride: divisorOverride)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.text), stride=\(stride.text), padding=\(padding.text)"
    }
}

/// The norm of each window; as PyTorch's `nn.LPPool1d`. See `lpPool1d`.
open class LPPool1d: PoolingLayer {
    public let normType: Double
    private let givenStride: _SpatialSizes?

    public init(
        _ normType: Double, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, ceilMode: Bool = false
    ) {
        self.normType = normType
        givenStride = stride?._spatialSizes
        super.init(kernelSize, stride, 0, ceilMode)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        lpPool1d(x, normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }

    open override var extraRepr: String {
        let norm = normType == normType.rounded() ? "\(Int(normType))" : "\(normType)"
        return "norm_type=\(norm), kernel_size=\(kernelSize.text), stride=\(givenStride?.text ?? "None"), "
            + "ceil_mode=\(PythonText.bool(ceilMode))"
    }
}

/// The norm of each window; as PyTorch's `nn.LPPool2d`. See `lpPool2d`.
open class LPPool2d: PoolingLayer {
    public let normType: Double
    private let givenStride: _SpatialSizes?

    public init(
        _ normType: Double, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, ceilMode: Bool = false
    ) {
        self.normType = normType
        givenStride = stride?._spatialSizes
        super.init(kernelSize, stride, 0, ceilMode)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        lpPool2d(x, normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }

    open override var extraRepr: String {
        let norm = normType == normType.rounded() ? "\(Int(normType))" : "\(normType)"
        return "norm_type=\(norm), kernel_size=\(kernelSize.text), stride=\(givenStride?.text ?? "None"), "
            + "ceil_mode=\(PythonText.bool(ceilMode))"
    }
}

/// The norm of each window; as PyTorch's `nn.LPPool3d`. See `lpPool3d`.
open class LPPool3d: PoolingLayer {
    public let normType: Double
    private let givenStride: _SpatialSizes?

    public init(
        _ normType: Double, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, ceilMode: Bool = false
    ) {
        self.normType = normType
        givenStride = stride?._spatialSizes
        super.init(kernelSize, stride, 0, ceilMode)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        lpPool3d(x, normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }

    open override var extraRepr: String {
        let norm = normType == normType.rounded() ? "\(Int(normType))" : "\(normType)"
        return "norm_type=\(norm), kernel_size=\(kernelSize.text), stride=\(givenStride?.text ?? "None"), "
            + "ceil_mode=\(PythonText.bool(ceilMode))"
    }
}
