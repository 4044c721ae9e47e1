import PinionAutograd

/// The mean of each window of [images, channels, width]; as `torch.nn.functional.avg_pool1d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - stride: how far it moves; its own size where nil.
///   - padding: zeros on both sides, at most half of the window.
///   - ceilMode: whether windows may reach over the end.
///   - countIncludePad: whether the zeros count.
public func avgPool1d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true
) -> Tensor {
    averagePool(
        "avgPool1d", 1, x, kernelSize, stride, padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: nil)
}

/// The means of windows that give the output the size asked for; as `torch.nn.functional.adaptive_avg_pool1d`.
public func adaptiveAvgPool1d(_ x: Tensor, _ outputSize: some SpatialSizes) -> Tensor {
    adaptiveAveragePool("adaptiveAvgPool1d", 1, x, outputSize)
}

/// The mean of each window of [images, channels, height, width]; as `torch.nn.functional.avg_pool2d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - stride: how far it moves; its own size where nil.
///   - padding: zeros on both sides, at most half of the window.
///   - ceilMode: whether windows may reach over the end.
///   - countIncludePad: whether the zeros count.
///   - divisorOverride: what sums are divided by instead of the window's size.
public func avgPool2d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true,
    divisorOverride: Int? = nil
) -> Tensor {
    averagePool(
        "avgPool2d", 2, x, kernelSize, stride, padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: divisorOverride)
}

/// The means of windows that give the output the size asked for; as `torch.nn.functional.adaptive_avg_pool2d`.
public func adaptiveAvgPool2d(_ x: Tensor, _ outputSize: some SpatialSizes) -> Tensor {
    adaptiveAveragePool("adaptiveAvgPool2d", 2, x, outputSize)
}

/// The mean of each window of [images, channels, depth, height, width]; as `torch.nn.functional.avg_pool3d`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - stride: how far it moves; its own size where nil.
///   - padding: zeros on both sides, at most half of the window.
///   - ceilMode: whether windows may reach over the end.
///   - countIncludePad: whether the zeros count.
///   - divisorOverride: what sums are divided by instead of the window's size.
public func avgPool3d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true,
    divisorOverride: Int? = nil
) -> Tensor {
    averagePool(
        "avgPool3d", 3, x, kernelSize, stride, padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: divisorOverride)
}

/// The means of windows that give the output the size asked for; as `torch.nn.functional.adaptive_avg_pool3d`.
public func adaptiveAvgPool3d(_ x: Tensor, _ outputSize: some SpatialSizes) -> Tensor {
    adaptiveAveragePool("adaptiveAvgPool3d", 3, x, outputSize)
}
