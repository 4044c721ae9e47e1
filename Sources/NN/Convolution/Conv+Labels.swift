import PinionAutograd

// Convolutions with all arguments under their names.

/// As `conv1d`, with the bias under its name.
public func conv1d(
    _ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: some SpatialSizes = 1,
    padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1
) -> Tensor {
    conv1d(x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
}

/// As `convTranspose1d`, with the bias under its name.
public func convTranspose1d(
    _ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: some SpatialSizes = 1, padding: some SpatialSizes = 0,
    outputPadding: some SpatialSizes = 0, groups: Int = 1, dilation: some SpatialSizes = 1
) -> Tensor {
    convTranspose1d(
        x, weight, bias, stride: stride, padding: padding, outputPadding: outputPadding, groups: groups,
        dilation: dilation)
}

/// As `conv2d`, with the bias under its name.
public func conv2d(
    _ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: some SpatialSizes = 1,
    padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1
) -> Tensor {
    conv2d(x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
}

/// As `convTranspose2d`, with the bias under its name.
public func convTranspose2d(
    _ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: some SpatialSizes = 1, padding: some SpatialSizes = 0,
    outputPadding: some SpatialSizes = 0, groups: Int = 1, dilation: some SpatialSizes = 1
) -> Tensor {
    convTranspose2d(
        x, weight, bias, stride: stride, padding: padding, outputPadding: outputPadding, groups: groups,
        dilation: dilation)
}

/// As `conv3d`, with the bias under its name.
public func conv3d(
    _ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: some SpatialSizes = 1,
    padding: some ConvolutionPadding = 0, dilation: some SpatialSizes = 1, groups: Int = 1
) -> Tensor {
    conv3d(x, weight, bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
}

/// As `convTranspose3d`, with the bias under its name.
public func convTranspose3d(
    _ x: Tensor, _ weight: Tensor, bias: Tensor?, stride: some SpatialSizes = 1, padding: some SpatialSizes = 0,
    outputPadding: some SpatialSizes = 0, groups: Int = 1, dilation: some SpatialSizes = 1
) -> Tensor {
    convTranspose3d(
        x, weight, bias, stride: stride, padding: padding, outputPadding: outputPadding, groups: groups,
        dilation: dilation)
}
