import PinionAutograd

// Pooling with arguments under their names, or by position, as in PyTorch.

/// The same with the window under its name.
public func maxPool1d(
    _ x: Tensor, kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maxPool1d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with stride and padding by position.
public func maxPool1d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maxPool1d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with the places of the elements in their planes, whatever `returnIndices` is: the result decides.
public func maxPool1d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false, returnIndices: Bool
) -> (values: Tensor, indices: Tensor) {
    maxPool1dWithIndices(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with the window under its name.
public func avgPool1d(
    _ x: Tensor, kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true
) -> Tensor {
    avgPool1d(
        x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad)
}

/// The same with stride and padding by position.
public func avgPool1d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true
) -> Tensor {
    avgPool1d(
        x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad)
}

/// The same with the window under its name.
public func maxPool2d(
    _ x: Tensor, kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maxPool2d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with stride and padding by position.
public func maxPool2d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maxPool2d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with the places of the elements in their planes, whatever `returnIndices` is: the result decides.
public func maxPool2d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false, returnIndices: Bool
) -> (values: Tensor, indices: Tensor) {
    maxPool2dWithIndices(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with the window under its name.
public func avgPool2d(
    _ x: Tensor, kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
) -> Tensor {
    avgPool2d(
        x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: divisorOverride)
}

/// The same with stride and padding by position.
public func avgPool2d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
) -> Tensor {
    avgPool2d(
        x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: divisorOverride)
}

/// The same with the window under its name.
public func maxPool3d(
    _ x: Tensor, kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maxPool3d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with stride and padding by position.
public func maxPool3d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false
) -> Tensor {
    maxPool3d(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with the places of the elements in their planes, whatever `returnIndices` is: the result decides.
public func maxPool3d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    dilation: some SpatialSizes = 1, ceilMode: Bool = false, returnIndices: Bool
) -> (values: Tensor, indices: Tensor) {
    maxPool3dWithIndices(x, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
}

/// The same with the window under its name.
public func avgPool3d(
    _ x: Tensor, kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil, padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
) -> Tensor {
    avgPool3d(
        x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: divisorOverride)
}

/// The same with stride and padding by position.
public func avgPool3d(
    _ x: Tensor, _ kernelSize: some SpatialSizes, _ stride: some SpatialSizes, _ padding: some SpatialSizes = 0,
    ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
) -> Tensor {
    avgPool3d(
        x, kernelSize, stride: stride, padding: padding, ceilMode: ceilMode, countIncludePad: countIncludePad,
        divisorOverride: divisorOverride)
}
