import PinionAutograd

/// The 1-d convolution (cross-correlation) of images with filters; as `torch.nn.functional.conv1d`.
///
/// Output sizes are `⌊(size + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1`. Integers are exact up to 2⁵³.
/// - Parameters:
///   - x: of shape [images, channels, width], or without images.
///   - weight: of shape [filters, channels / groups, width].
///   - bias: of shape [filters], or nil.
///   - stride: how far the window moves.
///   - padding: zeros on both sides; `.same` keeps the input's size at stride 1.
///   - dilation: how far places of the window are apart.
///   - groups: filters are divided into as many groups, each of which sees its own part of the channels.
public func conv1d(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: some SpatialSizes = 1,
    padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        try ConvolutionArguments("conv1d", 1, stride, dilation, groups).convolve(x, weight, bias, padding: padding)
    }
}

/// The 2-d convolution (cross-correlation) of images with filters; as `torch.nn.functional.conv2d`.
///
/// Output sizes are `⌊(size + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1`. Integers are exact up to 2⁵³.
/// - Parameters:
///   - x: of shape [images, channels, height, width], or without images.
///   - weight: of shape [filters, channels / groups, height, width].
///   - bias: of shape [filters], or nil.
///   - stride: how far the window moves.
///   - padding: zeros on both sides; `.same` keeps the input's size at stride 1.
///   - dilation: how far places of the window are apart.
///   - groups: filters are divided into as many groups, each of which sees its own part of the channels.
public func conv2d(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: some SpatialSizes = 1,
    padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        try ConvolutionArguments("conv2d", 2, stride, dilation, groups).convolve(x, weight, bias, padding: padding)
    }
}

/// The 3-d convolution (cross-correlation) of images with filters; as `torch.nn.functional.conv3d`.
///
/// Output sizes are `⌊(size + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1`. Integers are exact up to 2⁵³.
/// - Parameters:
///   - x: of shape [images, channels, depth, height, width], or without images.
///   - weight: of shape [filters, channels / groups, depth, height, width].
///   - bias: of shape [filters], or nil.
///   - stride: how far the window moves.
///   - padding: zeros on both sides; `.same` keeps the input's size at stride 1.
///   - dilation: how far places of the window are apart.
///   - groups: filters are divided into as many groups, each of which sees its own part of the channels.
public func conv3d(
    _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: some SpatialSizes = 1,
    padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        try ConvolutionArguments("conv3d", 3, stride, dilation, groups).convolve(x, weight, bias, padding: padding)
    }
}
