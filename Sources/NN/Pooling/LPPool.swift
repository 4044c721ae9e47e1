import PinionAutograd

/// `(Σ xᵖ)^(1/p)` over each window of [images, channels, width]; as `torch.nn.functional.lp_pool1d`.
public func lpPool1d(
    _ x: Tensor, _ normType: Double, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil,
    ceilMode: Bool = false
) -> Tensor {
    normPool("lpPool1d", 1, x, normType, kernelSize) {
        avgPool1d($0, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}

/// `(Σ xᵖ)^(1/p)` over each window of [images, channels, height, width]; as `torch.nn.functional.lp_pool2d`.
public func lpPool2d(
    _ x: Tensor, _ normType: Double, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil,
    ceilMode: Bool = false
) -> Tensor {
    normPool("lpPool2d", 2, x, normType, kernelSize) {
        avgPool2d($0, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}

/// `(Σ xᵖ)^(1/p)` over each window of [images, channels, depth, height, width]; as `torch.nn.functional.lp_pool3d`.
public func lpPool3d(
    _ x: Tensor, _ normType: Double, _ kernelSize: some SpatialSizes, stride: (any SpatialSizes)? = nil,
    ceilMode: Bool = false
) -> Tensor {
    normPool("lpPool3d", 3, x, normType, kernelSize) {
        avgPool3d($0, kernelSize, stride: stride, ceilMode: ceilMode)
    }
}

private func normPool(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ p: Double, _ kernel: some SpatialSizes,
    _ average: (Tensor) -> Tensor
) -> Tensor {
    attempt { () throws(TensorError) in
        let size = try kernel.sizes(rank, "kernelSize", atLeast: 1, operation).reduce(1, *)
        try checkPooled(operation, rank, x)
        let mean = average(x.pow(p))
        return (mean.sign() * relu(mean.abs()) * Double(size)).pow(1 / p)
    }
}
