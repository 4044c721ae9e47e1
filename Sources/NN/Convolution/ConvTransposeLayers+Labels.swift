import PinionAutograd

// Arguments under their names, or by position, as in PyTorch.

extension ConvTranspose1d {
    /// The same with all arguments under their names.
    public convenience init(
        inChannels: Int, outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }

    /// The same with the window by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }

    /// The same with window, stride and padding by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes,
        _ padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }
}

extension ConvTranspose2d {
    /// The same with all arguments under their names.
    public convenience init(
        inChannels: Int, outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }

    /// The same with the window by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }

    /// The same with window, stride and padding by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes,
        _ padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }
}

extension ConvTranspose3d {
    /// The same with all arguments under their names.
    public convenience init(
        inChannels: Int, outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }

    /// The same with the window by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }

    /// The same with window, stride and padding by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes,
        _ padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: outputPadding,
            groups: groups, bias: bias, dilation: dilation, dtype: dtype)
    }
}
