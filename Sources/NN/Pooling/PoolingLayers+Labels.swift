import PinionAutograd

// Arguments under their names, or by position, as in PyTorch.

extension MaxPoolLayer {
    /// The same with the window under its name.
    public convenience init(
        kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, padding: any SpatialSizes = 0,
        dilation: any SpatialSizes = 1, returnIndices: Bool = false, ceilMode: Bool = false
    ) {
        self.init(
            kernelSize, stride: stride, padding: padding, dilation: dilation, returnIndices: returnIndices,
            ceilMode: ceilMode)
    }

    /// The same with stride and padding by position.
    public convenience init(
        _ kernelSize: any SpatialSizes, _ stride: any SpatialSizes, _ padding: any SpatialSizes = 0,
        dilation: any SpatialSizes = 1, returnIndices: Bool = false, ceilMode: Bool = false
    ) {
        self.init(
            kernelSize, stride: stride, padding: padding, dilation: dilation, returnIndices: returnIndices,
            ceilMode: ceilMode)
    }
}

extension AvgPool1d {
    /// The same with the window under its name.
    public convenience init(
        kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true
    ) {
        self.init(
            kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad)
    }

    /// The same with stride and padding by position.
    public convenience init(
        _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true
    ) {
        self.init(
            kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad)
    }
}

extension AvgPoolLayer {
    /// The same with the window under its name.
    public convenience init(
        kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, padding: any SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
    ) {
        self.init(
            kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
            divisorOverride: divisorOverride)
    }

    /// The same with stride and padding by position.
    public convenience init(
        _ kernelSize: any SpatialSizes, _ stride: any SpatialSizes, _ padding: any SpatialSizes = 0,
        ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
    ) {
        self.init(
            kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
            divisorOverride: divisorOverride)
    }
}

extension MaxUnpoolLayer {
    /// The same with the window under its name.
    public convenience init(
        kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, padding: any SpatialSizes = 0
    ) {
        self.init(kernelSize, stride: stride, padding: padding)
    }

    /// The same with stride and padding by position.
    public convenience init(
        _ kernelSize: any SpatialSizes, _ stride: any SpatialSizes, _ padding: any SpatialSizes = 0
    ) {
        self.init(kernelSize, stride: stride, padding: padding)
    }
}

extension LPPoolLayer {
    /// The same with all arguments under their names.
    public convenience init(
        normType: Double, kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, ceilMode: Bool = false
    ) {
        self.init(normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }

    /// The same with the window under its name.
    public convenience init(
        _ normType: Double, kernelSize: any SpatialSizes, stride: (any SpatialSizes)? = nil, ceilMode: Bool = false
    ) {
        self.init(normType, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}

extension AdaptivePoolLayer {
    /// The same with the size under its name.
    public convenience init(outputSize: any SpatialSizes) { self.init(outputSize) }
}
