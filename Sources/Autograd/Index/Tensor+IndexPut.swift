import PinionTensor

extension Tensor {
    /// This tensor with `values`, which broadcast, at the places that index tensors name: `result[indices] = values`.
    ///
    /// Index tensors are integer ones for the first dimensions, or bool masks; they broadcast to each other.
    /// - Parameters:
    ///   - indices: nil takes the dimension whole.
    ///   - values: of this tensor's dtype.
    ///   - accumulate: whether values are added, also several ones for the same element, instead of replacing.
    public func indexPut(_ indices: [Tensor?], _ values: Tensor, accumulate: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in try indexPutChange("indexPut", indices, values, accumulate)(self) }
    }

    /// `indexPut` into this tensor itself.
    @discardableResult
    public func indexPutInPlace(_ indices: [Tensor?], _ values: Tensor, accumulate: Bool = false) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try indexPutChange("indexPutInPlace", indices, values, accumulate).inPlace(self)
        }
    }

    private func indexPutChange(
        _ operation: StaticString, _ indices: [Tensor?], _ values: Tensor, _ accumulate: Bool
    ) throws(TensorError) -> ElementChange {
        try checkSameDType(self, values, operation)
        return indexPutChange(operation, columns: try columns(indices, operation), values, accumulate)
    }

    /// The same with int64 index tensors by dimension.
    func indexPutChange(
        _ operation: StaticString, columns indices: [Tensor?], _ values: Tensor, _ accumulate: Bool
    ) -> ElementChange {
        let saved = indices.map { $0.map { SavedTensor($0) } }
        return ElementChange(
            operation: operation, node: "IndexPutBackward0", source: values,
            write: { (x) throws(TensorError) in
                try Raw.indexPut(x, indices, values, accumulate: accumulate, name: operation)
            },
            gradients: { g, needs in
                let indices = saved.map { $0?.tensor }
                let zero = Tensor.zeros([], dtype: g.dtype)
                let byTarget: () -> Tensor = {
                    accumulate ? g : g.indexPutChange(operation, columns: indices, zero, false)(g)
                }
                return (
                    needs.byTarget ? byTarget() : nil,
                    needs.bySource ? g.indexed("IndexBackward0", operation, indices) : nil
                )
            })
    }

    /// The elements at int64 index tensors by dimension.
    func indexed(_ node: StaticString, _ operation: StaticString, _ indices: [Tensor?]) -> Tensor {
        attempt { () throws(TensorError) in
            let result = try Raw.index(self, indices, name: operation)
            if !isRecorded(self) { return result }
            let (saved, shape) = (indices.map { $0.map { SavedTensor($0) } }, shape)
            return record(node, result, self) { g in
                let zeros = Tensor.zeros(shape, dtype: g.dtype)
                return g.indexPutChange(operation, columns: saved.map { $0?.tensor }, g, true)(zeros)
            }
        }
    }

    /// Index tensors with masks turned into the places where they hold.
    private func columns(_ indices: [Tensor?], _ operation: StaticString) throws(TensorError) -> [Tensor?] {
        var result: [Tensor?] = []
        for index in indices {
            guard let index else {
                result.append(nil)
                continue
            }
            if !index.isMask {
                try checkIndex(index, operation)
                result.append(index)
                continue
            }
            let own = Array(shape.dropFirst(result.count).prefix(index.ndim))
            if own != index.shape {
                throw TensorError(
                    "\(operation)", .shape,
                    "the mask of shape \(index.shape) does not fit the dimensions from \(result.count) of shape \(shape)"
                )
            }
            result += Raw.nonzero(index)
        }
        if result.count > ndim {
            throw TensorError(
                "\(operation)", .index, "too many indices: \(result.count) for a tensor of shape \(shape)")
        }
        return result
    }

    /// Without leading dimensions of size 1, which assignments ignore.
    var withoutLeadingOnes: Tensor {
        let count = shape.prefix { $0 == 1 }.count
        return count == 0 ? self : reshape(Array(shape.dropFirst(count)))
    }
}
