import PinionAutograd

/// The largest element of each window of [images, channels, width]; as `torch.nn.functional.max_pool1d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - stride: how far it moves; its own size where nil.
///   - padding: places on both sides that never are the largest, at most half of the window.
///   - dilation: how far places of the window are apart.
///   - ceilMode: whether windows may reach over the end.
public func maxPool1d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maximumPool("maxPool1d", 1, x, kernelSize, stride, padding, dilation, ceilMode, withIndices: false).result
}

/// The same with the places of the elements in their planes, for `maxUnpool1d`.
public func maxPool1dWithIndices(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> (values: Tensor, indices: Tensor) {
    maximumPool("maxPool1d", 1, x, kernelSize, stride, padding, dilation, ceilMode, withIndices: true).pair
}

/// The largest elements of windows that give the output the size asked for; as
/// `torch.nn.functional.adaptive_max_pool1d`.
public func adaptiveMaxPool1d(_ x: Tensor, _ outputSize: some SpatialSizes) -> Tensor {
    adaptiveMaximumPool("adaptiveMaxPool1d", 1, x, outputSize).result
}

/// The same with the places of the elements in their planes.
public func adaptiveMaxPool1dWithIndices(
    _ x: Tensor, _ outputSize: some SpatialSizes
) -> (values: Tensor, indices: Tensor) {
    adaptiveMaximumPool("adaptiveMaxPool1d", 1, x, outputSize).pair
}

/// The largest element of each window of [images, channels, height, width]; as `torch.nn.functional.max_pool2d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - stride: how far it moves; its own size where nil.
///   - padding: places on both sides that never are the largest, at most half of the window.
///   - dilation: how far places of the window are apart.
///   - ceilMode: whether windows may reach over the end.
public func maxPool2d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maximumPool("maxPool2d", 2, x, kernelSize, stride, padding, dilation, ceilMode, withIndices: false).result
}

/// The same with the places of the elements in their planes, for `maxUnpool2d`.
public func maxPool2dWithIndices(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> (values: Tensor, indices: Tensor) {
    maximumPool("maxPool2d", 2, x, kernelSize, stride, padding, dilation, ceilMode, withIndices: true).pair
}

/// The largest elements of windows that give the output the size asked for; as
/// `torch.nn.functional.adaptive_max_pool2d`.
public func adaptiveMaxPool2d(_ x: Tensor, _ outputSize: some SpatialSizes) -> Tensor {
    adaptiveMaximumPool("adaptiveMaxPool2d", 2, x, outputSize).result
}

/// The same with the places of the elements in their planes.
public func adaptiveMaxPool2dWithIndices(
    _ x: Tensor, _ outputSize: some SpatialSizes
) -> (values: Tensor, indices: Tensor) {
    adaptiveMaximumPool("adaptiveMaxPool2d", 2, x, outputSize).pair
}

/// The largest element of each window of [images, channels, depth, height, width]; as `torch.nn.functional.max_pool3d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - stride: how far it moves; its own size where nil.
///   - padding: places on both sides that never are the largest, at most half of the window.
///   - dilation: how far places of the window are apart.
///   - ceilMode: whether windows may reach over the end.
public func maxPool3d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maximumPool("maxPool3d", 3, x, kernelSize, stride, padding, dilation, ceilMode, withIndices: false).result
}

/// The same with the places of the elements in their planes, for `maxUnpool3d`.
public func maxPool3dWithIndices(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> (values: Tensor, indices: Tensor) {
    maximumPool("maxPool3d", 3, x, kernelSize, stride, padding, dilation, ceilMode, withIndices: true).pair
}

/// The largest elements of windows that give the output the size asked for; as
/// `torch.nn.functional.adaptive_max_pool3d`.
public func adaptiveMaxPool3d(_ x: Tensor, _ outputSize: some SpatialSizes) -> Tensor {
    adaptiveMaximumPool("adaptiveMaxPool3d", 3, x, outputSize).result
}

/// The same with the places of the elements in their planes.
public func adaptiveMaxPool3dWithIndices(
    _ x: Tensor, _ outputSize: some SpatialSizes
) -> (values: Tensor, indices: Tensor) {
    adaptiveMaximumPool("adaptiveMaxPool3d", 3, x, outputSize).pair
}
