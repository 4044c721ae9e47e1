import PinionAutograd

/// What the layers `ConvTranspose1d` to `ConvTranspose3d` have in common.
///
/// Weight and bias begin spread evenly over ±1/√(outChannels / groups · kernel).
open class ConvTransposeLayer: ConvolutionLayer {
    /// Spatial dimensions, and the names of layer and function in errors.
    class var kind: (rank: Int, layer: StaticString, function: StaticString) { (0, "", "") }

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
        _ inChannels: Int, _ outChannels: Int, kernelSize: any SpatialSizes, stride: any SpatialSizes = 1,
        padding: any SpatialSizes = 0, outputPadding: any SpatialSizes = 0, groups: Int = 1, bias: Bool = true,
        dilation: any SpatialSizes = 1, dtype: DType? = nil
    ) {
        super.init(
            Self.kind.layer, rank: Self.kind.rank, inChannels, outChannels, kernelSize: kernelSize._spatialSizes,
            stride: stride._spatialSizes, padding: _ConvolutionPadding.sizes(padding._spatialSizes),
            outputPadding: outputPadding._spatialSizes, dilation: dilation._spatialSizes, groups: groups, bias: bias,
            paddingMode: .zeros, dtype: dtype)
    }

    open override func forward(_ x: Tensor) -> Tensor { forward(x, outputSize: nil) }

    /// The output with the spatial size asked for, where several sizes are possible.
    open func forward(_ x: Tensor, outputSize: [Int]?) -> Tensor {
        let extra = outputPadding(x, for: outputSize, Self.kind.layer)
        return attempt { () throws(TensorError) in
            try ConvolutionArguments(Self.kind.function, rank, stride, dilation, groups)
                .convolveTransposed(x, weight, bias, padding: paddingSizes, outputPadding: extra)
        }
    }

    /// The output with the spatial size asked for.
    public func callAsFunction(_ x: Tensor, outputSize: [Int]) -> Tensor {
        withHooks([x]) { [self.forward($0[0], outputSize: outputSize)] }[0]
    }
}

/// A 1-d transposed convolution of [images, channels, width]; as PyTorch's `nn.ConvTranspose1d`. See
/// `convTranspose1d`.
open class ConvTranspose1d: ConvTransposeLayer {
    override class var kind: (rank: Int, layer: StaticString, function: StaticString) {
        (1, "ConvTranspose1d", "convTranspose1d")
    }
}

/// A 2-d transposed convolution of [images, channels, height, width]; as PyTorch's `nn.ConvTranspose2d`. See
/// `convTranspose2d`.
open class ConvTranspose2d: ConvTransposeLayer {
    override class var kind: (rank: Int, layer: StaticString, function: StaticString) {
        (2, "ConvTranspose2d", "convTranspose2d")
    }
}

/// A 3-d transposed convolution of [images, channels, depth, height, width]; as PyTorch's `nn.ConvTranspose3d`. See
/// `convTranspose3d`.
open class ConvTranspose3d: ConvTransposeLayer {
    override class var kind: (rank: Int, layer: StaticString, function: StaticString) {
        (3, "ConvTranspose3d", "convTranspose3d")
    }
}
