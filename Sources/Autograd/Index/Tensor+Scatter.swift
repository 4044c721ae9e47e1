import PinionTensor

/// How `scatter` combines a value with the element that is there.
public enum ScatterReduce: String, Sendable, WordArgument, CaseIterable {
    case add, multiply
}

extension Tensor {
    /// This tensor with the elements of `src` at the places that `index` names: `y[index[i, j], j] = src[i, j]` for
    /// dim 0 of a matrix. Of several values for one element the last one stays.
    ///
    /// The index has as many dimensions as this tensor and is not larger than `src`, nor than this tensor but along
    /// `dim`. With `reduce` values are added to, or multiplied with, what is there.
    public func scatter(_ dim: Int, _ index: Tensor, _ src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
        attempt { () throws(TensorError) in try scatterChange("scatter", dim, index, .tensor(src), reduce)(self) }
    }

    /// The same with one number for all places.
    public func scatter<S: TensorScalar>(
        _ dim: Int, _ index: Tensor, _ value: S, reduce: ScatterReduce? = nil
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try scatterChange("scatter", dim, index, .number(value.number), reduce)(self)
        }
    }

    /// `scatter` into this tensor itself.
    @discardableResult
    public func scatterInPlace(_ dim: Int, _ index: Tensor, _ src: Tensor, reduce: ScatterReduce? = nil) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try scatterChange("scatterInPlace", dim, index, .tensor(src), reduce).inPlace(self)
        }
    }

    /// The same with one number for all places.
    @discardableResult
    public func scatterInPlace<S: TensorScalar>(
        _ dim: Int, _ index: Tensor, _ value: S, reduce: ScatterReduce? = nil
    ) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try scatterChange("scatterInPlace", dim, index, .number(value.number), reduce).inPlace(self)
        }
    }

    /// This tensor with the elements of `src` added at the places that `index` names, in the order of the index.
    public func scatterAdd(_ dim: Int, _ index: Tensor, _ src: Tensor) -> Tensor {
        attempt { () throws(TensorError) in try scatterChange("scatterAdd", dim, index, .tensor(src), .add)(self) }
    }

    /// `scatterAdd` into this tensor itself.
    @discardableResult
    public func scatterAddInPlace(_ dim: Int, _ index: Tensor, _ src: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try scatterChange("scatterAddInPlace", dim, index, .tensor(src), .add).inPlace(self)
        }
    }

    private func scatterChange(
        _ operation: StaticString, _ dim: Int, _ index: Tensor, _ src: Operand, _ reduce: ScatterReduce?
    ) throws(TensorError) -> ElementChange {
        let d = try layout.dimension(dim, "\(operation)")
        try checkIndex(index, operation)
        if let src = src.tensor { try checkSameDType(self, src, operation) }
        if reduce == .multiply {
            let src = try src.asTensor(index.shape, dtype)
            return try scatterReduceChange(operation, dim, index, src, .prod, includeSelf: true)
        }
        let (saved, shape) = (SavedTensor(index), src.shape)
        let reduction: ScatterReduction = reduce == nil ? .replace : .sum
        let node: StaticString =
            reduce != nil ? "ScatterAddBackward0" : src.tensor == nil ? "ScatterBackward1" : "ScatterBackward0"
        return ElementChange(
            operation: operation, node: node, source: src.tensor,
            write: { (x) throws(TensorError) in
                try Raw.scatter(x, d, index, src, reduction, name: operation)
            },
            gradients: { g, needs in
                let index = saved.tensor
                return (
                    !needs.byTarget ? nil : reduction == .sum ? g : g.scatter(d, index, 0),
                    needs.bySource ? g.gather(d, index).zeroPadded(to: shape) : nil
                )
            })
    }

    /// Zeros in a shape that is nowhere smaller, with these elements first.
    func zeroPadded(to shape: [Int]) -> Tensor {
        if self.shape == shape { return self }
        let whole = Layout(rank: shape.count, sizes: Extents(padding: shape))
        let part = Layout(rank: whole.rank, sizes: layout.sizes, strides: whole.strides)
        return scattered(toLayout: whole, at: part)
    }
}
