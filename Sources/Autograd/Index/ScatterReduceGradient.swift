import PinionTensor

/// The gradients of `scatterReduce`, as PyTorch's `scatter_reduce_backward`.
struct ScatterReduceGradient {
    let d: Int
    let reduce: ScatterReduceOperation
    let includeSelf: Bool

    /// The gradients by the tensor, and by the part of the source that the index covers.
    func gradients(
        _ g: Tensor, _ values: (target: Tensor, source: Tensor, result: Tensor), _ index: Tensor
    ) -> (Tensor, Tensor) {
        let source = values.source.cropped(to: index.shape)
        var (byTarget, bySource): (Tensor, Tensor)
        switch reduce {
        case .sum: (byTarget, bySource) = (g, g.gather(d, index))
        case .mean:
            let share = g / counts(index, of: g.shape, g.dtype)
            (byTarget, bySource) = (share, share.gather(d, index))
        case .prod: (byTarget, bySource) = product(g, values.target, source, values.result, index)
        case .amax, .amin: (byTarget, bySource) = extremum(g, values.target, source, values.result, index)
        }
        return (includeSelf ? byTarget : byTarget.scatter(d, index, 0), bySource)
    }

    /// How many values each element is the mean of; 1 where nothing comes.
    func counts(_ index: Tensor, of shape: [Int], _ dtype: DType) -> Tensor {
        noGrad {
            let own = includeSelf ? Tensor.ones(shape, dtype: dtype) : Tensor.zeros(shape, dtype: dtype)
            let counts = own.scatterAdd(d, index, Tensor.ones(index.shape, dtype: dtype))
            return counts.maskedFill(counts .== 0, 1)
        }
    }

    /// Products without one factor are quotients, but for factors of 0.
    private func product(
        _ g: Tensor, _ target: Tensor, _ source: Tensor, _ result: Tensor, _ index: Tensor
    ) -> (Tensor, Tensor) {
        let filled = target.maskedFill(target .== 0, 1)
        let fromFilled = filled.scatterReduce(d, index, source, reduce: .prod, includeSelf: includeSelf)
        let isZero = source .== 0
        let zeros = Tensor.zerosLike(target).scatterAdd(d, index, isZero.to(g.dtype)).gather(d, index)
        let isOnlyZero = isZero .& (zeros .== 1)
        let others = target.scatterReduce(
            d, index, source.maskedFill(isOnlyZero, 1), reduce: .prod, includeSelf: includeSelf)
        let quotient = (g * result).gather(d, index) / source.maskedFill(isZero, 1)
        let bySource = Tensor.where(isOnlyZero, (g * others).gather(d, index), quotient)
        return (g * fromFilled / filled, bySource.maskedFill(zeros .> 1, 0))
    }

    /// All that are equal to the extremum share the gradient.
    private func extremum(
        _ g: Tensor, _ target: Tensor, _ source: Tensor, _ result: Tensor, _ index: Tensor
    ) -> (Tensor, Tensor) {
        let byTarget = (target .== result).to(g.dtype)
        let bySource = (source .== result.gather(d, index)).to(g.dtype)
        let count = byTarget.scatterAdd(d, index, bySource)
        let share = g / count.maskedFill(count .== 0, 1)
        return (byTarget * share, bySource * share.gather(d, index))
    }
}

extension Tensor {
    /// The first elements along each dimension.
    fileprivate func cropped(to shape: [Int]) -> Tensor {
        if self.shape == shape { return self }
        let sizes = Extents(padding: shape)
        return region("SliceBackward0") { Layout(rank: $0.rank, sizes: sizes, strides: $0.strides, offset: $0.offset) }
    }
}
