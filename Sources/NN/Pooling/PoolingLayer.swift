import PinionAutograd

/// Arguments as Python prints them: a number as it was given, several as a tuple.
extension _SpatialSizes {
    var text: String {
        switch self {
        case .all(let size): "\(size)"
        case .each(let sizes): PythonText.tuple(sizes)
        }
    }

    /// As many sizes as dimensions, as a tuple.
    func tuple(_ rank: Int) -> String {
        PythonText.tuple(values(rank) ?? given)
    }
}

/// A window that moves over images: what the pooling layers have in common.
open class PoolingLayer: Module {
    public let kernelSize: _SpatialSizes
    /// As given, or the window's own size.
    public let stride: _SpatialSizes
    public let padding: _SpatialSizes
    public let ceilMode: Bool

    init(_ kernelSize: some SpatialSizes, _ stride: (any SpatialSizes)?, _ padding: some SpatialSizes, _ ceilMode: Bool)
    {
        self.kernelSize = kernelSize._spatialSizes
        self.stride = stride?._spatialSizes ?? kernelSize._spatialSizes
        self.padding = padding._spatialSizes
        self.ceilMode = ceilMode
    }
}

/// What the layers `MaxPool1d` to `MaxPool3d` have in common.
open class MaxPoolLayer: PoolingLayer {
    public let dilation: _SpatialSizes
    /// Whether the places of the elements are wanted too: `let (values, indices) = pool(x)`.
    public let returnIndices: Bool

    public init(
        _ kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, padding: any SpatialSizes = 0,
        dilation: any SpatialSizes = 1, returnIndices: Bool = false, ceilMode: Bool = false
    ) {
        (self.dilation, self.returnIndices) = (dilation._spatialSizes, returnIndices)
        super.init(kernelSize._spatialSizes, stride, padding._spatialSizes, ceilMode)
    }

    open override var extraRepr: String {
        "kernel_size=\(kernelSize.text), stride=\(stride.text), padding=\(padding.text), dilation=\(dilation.text), "
            + "ceil_mode=\(PythonText.bool(ceilMode))"
    }
}
