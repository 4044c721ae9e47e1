import PinionTensor

extension Tensor {
    /// The elements that `index` chooses along `dim`: `y[i, j] = x[index[i, j], j]` for dim 0 of a matrix.
    ///
    /// The index has as many dimensions as this tensor and is not larger but along `dim`; the result has its shape.
    public func gather(_ dim: Int, _ index: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "gather")
            try checkIndex(index, "gather")
            let result = try Raw.gather(self, d, index, name: "gather")
            if !isRecorded(self) { return result }
            let (shape, saved) = (shape, SavedTensor(index))
            return record("GatherBackward0", result, self) { g in
                Tensor.zeros(shape, dtype: g.dtype).scatterAdd(d, saved.tensor, g)
            }
        }
    }

    /// `gather`, where the index broadcasts to this tensor but for `dim`; without `dim` of all elements in a row.
    public func takeAlongDim(_ indices: Tensor, dim: Int? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            guard let dim else { return reshape(-1).gather(0, indices.reshape(-1)) }
            let d = try layout.dimension(dim, "takeAlongDim")
            if indices.ndim != ndim {
                throw TensorError(
                    "takeAlongDim", .shape,
                    "the indices of shape \(indices.shape) must have as many dimensions as shape \(shape)")
            }
            if ndim == 0 { return gather(0, indices) }
            let (own, other) = (layout.sizes, indices.layout.sizes)
            let flat = Layout(rank: ndim, sizes: own.replacing(d, with: 1))
            guard let common = Layout.broadcast(flat, Layout(rank: ndim, sizes: other.replacing(d, with: 1))) else {
                throw TensorError("takeAlongDim", .shape, Layout.mismatch(shape, indices.shape))
            }
            return expand(Layout(rank: ndim, sizes: common.sizes.replacing(d, with: own[d])).shape)
                .gather(d, indices.expand(Layout(rank: ndim, sizes: common.sizes.replacing(d, with: other[d])).shape))
        }
    }

    /// The elements at `index` in row-major order, in the index's shape.
    public func take(_ index: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try checkIndex(index, "take")
            let result = try Raw.take(self, index, name: "take")
            if !isRecorded(self) { return result }
            let (shape, saved) = (shape, SavedTensor(index))
            return record("TakeBackward0", result, self) { g in
                Tensor.zeros(shape, dtype: g.dtype).put(saved.tensor, g, accumulate: true)
            }
        }
    }

    /// This tensor with the elements at `index` in row-major order replaced by those of `source`, or with
    /// `accumulate` added to.
    public func put(_ index: Tensor, _ source: Tensor, accumulate: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in try putChange("put", index, source, accumulate)(self) }
    }

    /// `put` into this tensor itself.
    @discardableResult
    public func putInPlace(_ index: Tensor, _ source: Tensor, accumulate: Bool = false) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try putChange("putInPlace", index, source, accumulate).inPlace(self)
        }
    }

    private func putChange(
        _ operation: StaticString, _ index: Tensor, _ source: Tensor, _ accumulate: Bool
    ) throws(TensorError) -> ElementChange {
        try checkIndex(index, operation)
        try checkSameDType(self, source, operation)
        if index.numel != source.numel {
            throw TensorError(
                "\(operation)", .shape,
                "\(source.numel) elements of shape \(source.shape) for \(index.numel) indices of shape \(index.shape)")
        }
        let (saved, shape) = (SavedTensor(index), source.shape)
        return ElementChange(
            operation: operation, node: "PutBackward0", source: source,
            write: { (x) throws(TensorError) in
                try Raw.put(x, index, source, accumulate: accumulate, name: operation)
            },
            gradients: { g, needs in
                let index = saved.tensor
                let zeros = Tensor.zeros(index.shape, dtype: g.dtype)
                return (
                    !needs.byTarget ? nil : accumulate ? g : g.put(index, zeros),
                    needs.bySource ? g.take(index).reshape(shape) : nil
                )
            })
    }
}
