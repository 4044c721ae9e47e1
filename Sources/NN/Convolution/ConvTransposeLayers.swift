import PinionAutograd

/// A 1-d transposed convolution of [images, channels, width]; as PyTorch's `nn.ConvTranspose1d`. See
/// `convTranspose1d`.
///
/// Weight and bias begin spread evenly over ±1/√(outChannels / groups · kernel).
open class ConvTranspose1d: ConvolutionLayer {
    /// - Parameters:
    ///   - inChannels: of the input.
    ///   - outChannels: of the output.
    ///   - kernelSize: the window.
    ///   - stride: how far it moves in the output.
    ///   - padding: what is taken off both sides of the output.
    ///   - outputPadding: what is added behind the output.
    ///   - groups: channels are divided into as many groups, each of which makes its own part of the output.
    ///   - bias: whether a number is added to each channel.
    ///   - dilation: how far places of the window are apart.
    ///   - dtype: of weight and bias.
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        super.init(
            "ConvTranspose1d", rank: 1, inChannels, outChannels, kernelSize: kernelSize, stride: stride,
            padding: _ConvolutionPadding.sizes(padding._spatialSizes), outputPadding: outputPadding,
            dilation: dilation, groups: groups, bias: bias, paddingMode: .zeros, dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor { forward(x, outputSize: nil) }

    /// The output with the spatial size asked for, where several sizes are possible.
    open func forward(_ x: Tensor, outputSize: [Int]?) -> Tensor {
        let extra = outputPadding(x, for: outputSize, "ConvTranspose1d")
        return convTranspose1d(
            x, weight, bias, stride: stride, padding: paddingSizes, outputPadding: extra, groups: groups,
            dilation: dilation)
    }

    /// The output with the spatial size asked for.
    public func callAsFunction(_ x: Tensor, outputSize: [Int]) -> Tensor {
        withHooks([x]) { [self.forward($0[0], outputSize: outputSize)] }[0]
    }
}

/// A 2-d transposed convolution of [images, channels, height, width]; as PyTorch's `nn.ConvTranspose2d`. See
/// `convTranspose2d`.
///
/// Weight and bias begin spread evenly over ±1/√(outChannels / groups · kernel).
open class ConvTranspose2d: ConvolutionLayer {
    /// - Parameters:
    ///   - inChannels: of the input.
    ///   - outChannels: of the output.
    ///   - kernelSize: the window.
    ///   - stride: how far it moves in the output.
    ///   - padding: what is taken off both sides of the output.
    ///   - outputPadding: what is added behind the output.
    ///   - groups: channels are divided into as many groups, each of which makes its own part of the output.
    ///   - bias: whether a number is added to each channel.
    ///   - dilation: how far places of the window are apart.
    ///   - dtype: of weight and bias.
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        super.init(
            "ConvTranspose2d", rank: 2, inChannels, outChannels, kernelSize: kernelSize, stride: stride,
            padding: _ConvolutionPadding.sizes(padding._spatialSizes), outputPadding: outputPadding,
            dilation: dilation, groups: groups, bias: bias, paddingMode: .zeros, dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor { forward(x, outputSize: nil) }

    /// The output with the spatial size asked for, where several sizes are possible.
    open func forward(_ x: Tensor, outputSize: [Int]?) -> Tensor {
        let extra = outputPadding(x, for: outputSize, "ConvTranspose2d")
        return convTranspose2d(
            x, weight, bias, stride: stride, padding: paddingSizes, outputPadding: extra, groups: groups,
            dilation: dilation)
    }

    /// The output with the spatial size asked for.
    public func callAsFunction(_ x: Tensor, outputSize: [Int]) -> Tensor {
        withHooks([x]) { [self.forward($0[0], outputSize: outputSize)] }[0]
    }
}

/// A 3-d transposed convolution of [images, channels, depth, height, width]; as PyTorch's `nn.ConvTranspose3d`. See
/// `convTranspose3d`.
///
/// Weight and bias begin spread evenly over ±1/√(outChannels / groups · kernel).
open class ConvTranspose3d: ConvolutionLayer {
    /// - Parameters:
    ///   - inChannels: of the input.
    ///   - outChannels: of the output.
    ///   - kernelSize: the window.
    ///   - stride: how far it moves in the output.
    ///   - padding: what is taken off both sides of the output.
    ///   - outputPadding: what is added behind the output.
    ///   - groups: channels are divided into as many groups, each of which makes its own part of the output.
    ///   - bias: whether a number is added to each channel.
    ///   - dilation: how far places of the window are apart.
    ///   - dtype: of weight and bias.
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: some SpatialSizes, stride: some SpatialSizes = 1,
        padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: some SpatialSizes = 1, dtype: DType? = nil
    ) {
        super.init(
            "ConvTranspose3d", rank: 3, inChannels, outChannels, kernelSize: kernelSize, stride: stride,
            padding: _ConvolutionPadding.sizes(padding._spatialSizes), outputPadding: outputPadding,
            dilation: dilation, groups: groups, bias: bias, paddingMode: .zeros, dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor { forward(x, outputSize: nil) }

    /// The output with the spatial size asked for, where several sizes are possible.
    open func forward(_ x: Tensor, outputSize: [Int]?) -> Tensor {
        let extra = outputPadding(x, for: outputSize, "ConvTranspose3d")
        return convTranspose3d(
            x, weight, bias, stride: stride, padding: paddingSizes, outputPadding: extra, groups: groups,
            dilation: dilation)
    }

    /// The output with the spatial size asked for.
    public func callAsFunction(_ x: Tensor, outputSize: [Int]) -> Tensor {
        withHooks([x]) { [self.forward($0[0], outputSize: outputSize)] }[0]
    }
}
