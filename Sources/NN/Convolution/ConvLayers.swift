/// A 1-d convolution of [images, channels, width]; as PyTorch's `nn.Conv1d`. See `conv1d`.
///
/// Weight and bias begin spread evenly over ±1/√(inChannels / groups · kernel).
open class Conv1d: ConvolutionLayer {
    /// - Parameters:
    ///   - inChannels: of the input.
    ///   - outChannels: filters.
    ///   - kernelSize: the window.
    ///   - stride: how far it moves.
    ///   - padding: what is added on both sides; `.same` keeps the input's size at stride 1.
    ///   - dilation: how far places of the window are apart.
    ///   - groups: filters are divided into as many groups, each of which sees its own part of the channels.
    ///   - bias: whether a number is added to each filter's results.
    ///   - paddingMode: what is added.
    ///   - dtype: of weight and bias.
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        super.init(
            "Conv1d", rank: 1, inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: Int?.none, dilation: dilation, groups: groups, bias: bias, paddingMode: paddingMode,
            dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        let (x, padding) = padded(x, "Conv1d")
        return conv1d(x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
    }
}

/// A 2-d convolution of [images, channels, height, width]; as PyTorch's `nn.Conv2d`. See `conv2d`.
///
/// Weight and bias begin spread evenly over ±1/√(inChannels / groups · kernel).
open class Conv2d: ConvolutionLayer {
    /// - Parameters:
    ///   - inChannels: of the input.
    ///   - outChannels: filters.
    ///   - kernelSize: the window.
    ///   - stride: how far it moves.
    ///   - padding: what is added on both sides; `.same` keeps the input's size at stride 1.
    ///   - dilation: how far places of the window are apart.
    ///   - groups: filters are divided into as many groups, each of which sees its own part of the channels.
    ///   - bias: whether a number is added to each filter's results.
    ///   - paddingMode: what is added.
    ///   - dtype: of weight and bias.
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        super.init(
            "Conv2d", rank: 2, inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: Int?.none, dilation: dilation, groups: groups, bias: bias, paddingMode: paddingMode,
            dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        let (x, padding) = padded(x, "Conv2d")
        return conv2d(x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
    }
}

/// A 3-d convolution of [images, channels, depth, height, width]; as PyTorch's `nn.Conv3d`. See `conv3d`.
///
/// Weight and bias begin spread evenly over ±1/√(inChannels / groups · kernel).
open class Conv3d: ConvolutionLayer {
    /// - Parameters:
    ///   - inChannels: of the input.
    ///   - outChannels: filters.
    ///   - kernelSize: the window.
    ///   - stride: how far it moves.
    ///   - padding: what is added on both sides; `.same` keeps the input's size at stride 1.
    ///   - dilation: how far places of the window are apart.
    ///   - groups: filters are divided into as many groups, each of which sees its own part of the channels.
    ///   - bias: whether a number is added to each filter's results.
    ///   - paddingMode: what is added.
    ///   - dtype: of weight and bias.
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1, bias: Bool = true,
        paddingMode: PaddingMode = .zeros, dtype: DType? = nil
    ) {
        super.init(
            "Conv3d", rank: 3, inChannels, outChannels, kernelSize: kernelSize, stride: stride, padding: padding,
            outputPadding: Int?.none, dilation: dilation, groups: groups, bias: bias, paddingMode: paddingMode,
            dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        let (x, padding) = padded(x, "Conv3d")
        return conv3d(x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
    }
}
