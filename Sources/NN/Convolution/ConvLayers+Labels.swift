import PinionAutograd

// Arguments under their names, or by position, as in PyTorch. Every class has its own: a default of a generic argument
// is not inherited.

extension Conv1d {
    /// The same with all arguments under their names.
    public convenience init(
        inChannels: Int, outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }

    /// The same with the window by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }

    /// The same with window, stride and padding by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes,
        _ padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }
}

extension Conv2d {
    /// The same with all arguments under their names.
    public convenience init(
        inChannels: Int, outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }

    /// The same with the window by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }

    /// The same with window, stride and padding by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes,
        _ padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }
}

extension Conv3d {
    /// The same with all arguments under their names.
    public convenience init(
        inChannels: Int, outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }

    /// The same with the window by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }

    /// The same with window, stride and padding by position.
    public convenience init(
        _ inChannels: Int, _ outChannels: Int, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes,
        _ padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        self.init(
            inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
            groups: groups, bias: bias, paddingMode: paddingMode, dtype: dtype)
    }
}
