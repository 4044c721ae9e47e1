import PinionAutograd

/// The 1-d transposed convolution: the gradient of a convolution by its input; as
/// `torch.nn.functional.conv_transpose1d`.
///
/// Output sizes are `(size - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1`.
/// - Parameters:
///   - x: of shape [images, channels, width], or without images.
///   - weight: of shape [channels, filters / groups, width].
///   - bias: of shape [filters], or nil.
///   - stride: how far the window moves in the output.
///   - padding: what is taken off both sides of the output.
///   - outputPadding: what is added behind the output, less than stride or dilation.
///   - groups: channels are divided into as many groups, each of which makes its own part of the output.
///   - dilation: how far places of the window are apart.
public func convTranspose1d(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: some SpatialSizes = 1,
    padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1,
    dilation: some SpatialSizes = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        try ConvolutionArguments("convTranspose1d", 1, stride, dilation, groups)
            .convolveTransposed(x, weight, bias, padding: padding, outputPadding: outputPadding)
    }
}

/// The 2-d transposed convolution: the gradient of a convolution by its input; as
/// `torch.nn.functional.conv_transpose2d`.
///
/// Output sizes are `(size - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1`.
/// - Parameters:
///   - x: of shape [images, channels, height, width], or without images.
///   - weight: of shape [channels, filters / groups, height, width].
///   - bias: of shape [filters], or nil.
///   - stride: how far the window moves in the output.
///   - padding: what is taken off both sides of the output.
///   - outputPadding: what is added behind the output, less than stride or dilation.
///   - groups: channels are divided into as many groups, each of which makes its own part of the output.
///   - dilation: how far places of the window are apart.
public func convTranspose2d(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: some SpatialSizes = 1,
    padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1,
    dilation: some SpatialSizes = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        try ConvolutionArguments("convTranspose2d", 2, stride, dilation, groups)
            .convolveTransposed(x, weight, bias, padding: padding, outputPadding: outputPadding)
    }
}

/// The 3-d transposed convolution: the gradient of a convolution by its input; as
/// `torch.nn.functional.conv_transpose3d`.
///
/// Output sizes are `(size - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1`.
/// - Parameters:
///   - x: of shape [images, channels, depth, height, width], or without images.
///   - weight: of shape [channels, filters / groups, depth, height, width].
///   - bias: of shape [filters], or nil.
///   - stride: how far the window moves in the output.
///   - padding: what is taken off both sides of the output.
///   - outputPadding: what is added behind the output, less than stride or dilation.
///   - groups: channels are divided into as many groups, each of which makes its own part of the output.
///   - dilation: how far places of the window are apart.
public func convTranspose3d(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: some SpatialSizes = 1,
    padding: some SpatialSizes = 0, outputPadding: some SpatialSizes = 0, groups: Int = 1,
    dilation: some SpatialSizes = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        try ConvolutionArguments("convTranspose3d", 3, stride, dilation, groups)
            .convolveTransposed(x, weight, bias, padding: padding, outputPadding: outputPadding)
    }
}
