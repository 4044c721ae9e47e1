import PinionAutograd

/// Puts the elements that `maxPool1dWithIndices` chose back to their places, among zeros; as
/// `torch.nn.functional.max_unpool1d`.
///
/// - Parameters:
///   - x: of shape [images, channels, width], or without images.
///   - indices: where each element goes in its plane.
///   - kernelSize: the window.
///   - stride: how far it moved; its own size where nil.
///   - padding: what was on both sides.
///   - outputSize: the result's spatial size; what follows from the window where nil.
public func maxUnpool1d(
    _ x: Tensor, _ indices: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil,
    padding: some SpatialSizes = 0, outputSize: [Int]? = nil
) -> Tensor {
    unpool("maxUnpool1d", 1, x, indices, kernelSize, stride, padding, outputSize)
}

/// The same for [images, channels, height, width]; as `torch.nn.functional.max_unpool2d`.
public func maxUnpool2d(
    _ x: Tensor, _ indices: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil,
    padding: some SpatialSizes = 0, outputSize: [Int]? = nil
) -> Tensor {
    unpool("maxUnpool2d", 2, x, indices, kernelSize, stride, padding, outputSize)
}

/// The same for [images, channels, depth, height, width]; as `torch.nn.functional.max_unpool3d`.
public func maxUnpool3d(
    _ x: Tensor, _ indices: Tensor, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil,
    padding: some SpatialSizes = 0, outputSize: [Int]? = nil
) -> Tensor {
    unpool("maxUnpool3d", 3, x, indices, kernelSize, stride, padding, outputSize)
}

private func unpool(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ indices: Tensor, _ kernel: some SpatialSizes,
    _ stride: (any SpatialSizes)?, _ padding: some SpatialSizes, _ outputSize: [Int]?
) -> Tensor {
    attempt { () throws(TensorError) in
        let kernel = try kernel.sizes(rank, "kernelSize", atLeast: 1, operation)
        let padding = try padding.sizes(rank, "padding", atLeast: 0, operation)
        var steps = kernel
        if let stride { steps = try stride._spatialSizes.sizes(rank, "stride", atLeast: 1, operation) }
        try checkPooled(operation, rank, x)
        if indices.shape != x.shape || indices.dtype != .int64 {
            throw TensorError(
                "\(operation)", .shape,
                "expected int64 indices of the input's shape \(x.shape), got \(indices.dtype)\(indices.shape)")
        }
        let usual = (0..<rank).map { d in
            (x.size(d - rank) - 1) * steps[d] + kernel[d] - 2 * padding[d]
        }
        let size = outputSize.map { Array($0.suffix(rank)) } ?? usual
        let fits =
            size.count == rank
            && zip(size, usual).enumerated().allSatisfy { d, pair in
                outputSize == nil || abs(pair.0 - pair.1) < steps[d]
            }
        if !fits {
            throw TensorError(
                "\(operation)", .shape,
                "outputSize \(outputSize ?? []) does not fit: expected \(usual), give or take less than stride \(steps)"
            )
        }
        let leading = Array(x.shape.dropLast(rank))
        let plane = size.reduce(1, *)
        // What scatter would say of a place outside the plane.
        return Tensor.zeros(leading + [plane], dtype: x.dtype).scatter(
            leading.count, indices.reshape(leading + [-1]), x.reshape(leading + [-1])
        ).reshape(leading + size)
    }
}
