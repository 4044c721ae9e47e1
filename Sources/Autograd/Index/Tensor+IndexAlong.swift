import PinionTensor

// Operations whose index is 1-d (or 0-d) and about one dimension.
extension Tensor {
    /// The elements at the indices of dimension `dim`, in their order.
    public func indexSelect(_ dim: Int, _ index: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let along = try Along(self, dim, index, "indexSelect")
            let result = try Raw.index(along.lifted(self), along.indices, name: "indexSelect")
            let lowered = ndim == 0 ? Tensor(result.storage, Layout(rank: 0, sizes: .zero), dtype) : result
            if !isRecorded(self) { return lowered }
            let (saved, shape) = (SavedTensor(index), shape)
            return record("IndexSelectBackward0", lowered, self) { g in
                Tensor.zeros(shape, dtype: g.dtype).indexAdd(dim, saved.tensor, g)
            }
        }
    }

    /// Rows of a tensor that has a dimension, without history, for the operation `name`.
    package func rows(_ index: Tensor, _ name: StaticString) throws(TensorError) -> Tensor {
        try Raw.index(self, try Along(self, 0, index, name).indices, name: name)
    }

    /// This tensor with `alpha · source` added at the indices of dimension `dim`, in their order.
    public func indexAdd(_ dim: Int, _ index: Tensor, _ source: Tensor, alpha: Double = 1) -> Tensor {
        attempt { () throws(TensorError) in try indexAddChange("indexAdd", dim, index, source, alpha)(self) }
    }

    /// `indexAdd` into this tensor itself.
    @discardableResult
    public func indexAddInPlace(_ dim: Int, _ index: Tensor, _ source: Tensor, alpha: Double = 1) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try indexAddChange("indexAddInPlace", dim, index, source, alpha).inPlace(self)
        }
    }

    /// This tensor with the elements of `source` at the indices of dimension `dim`.
    public func indexCopy(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
        attempt { () throws(TensorError) in try indexCopyChange("indexCopy", dim, index, source)(self) }
    }

    /// `indexCopy` into this tensor itself.
    @discardableResult
    public func indexCopyInPlace(_ dim: Int, _ index: Tensor, _ source: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try indexCopyChange("indexCopyInPlace", dim, index, source).inPlace(self)
        }
    }

    /// This tensor with a number at the indices of dimension `dim`.
    public func indexFill<S: TensorScalar>(_ dim: Int, _ index: Tensor, _ value: S) -> Tensor {
        attempt { () throws(TensorError) in try indexFillChange("indexFill", dim, index, .number(value.number))(self) }
    }

    /// This tensor with the only element of `value` at the indices of dimension `dim`.
    public func indexFill(_ dim: Int, _ index: Tensor, _ value: Tensor) -> Tensor {
        attempt { () throws(TensorError) in try indexFillChange("indexFill", dim, index, .tensor(value))(self) }
    }

    /// `indexFill` into this tensor itself.
    @discardableResult
    public func indexFillInPlace<S: TensorScalar>(_ dim: Int, _ index: Tensor, _ value: S) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try indexFillChange("indexFillInPlace", dim, index, .number(value.number)).inPlace(self)
        }
    }

    /// `indexFill` into this tensor itself.
    @discardableResult
    public func indexFillInPlace(_ dim: Int, _ index: Tensor, _ value: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            try indexFillChange("indexFillInPlace", dim, index, .tensor(value)).inPlace(self)
        }
    }

    private func indexAddChange(
        _ operation: StaticString, _ dim: Int, _ index: Tensor, _ source: Tensor, _ alpha: Double
    ) throws(TensorError) -> ElementChange {
        let along = try Along(self, dim, index, operation)
        try along.check(source, self, operation)
        let saved = SavedTensor(index)
        return ElementChange(
            operation: operation, node: "IndexAddBackward0", source: source,
            write: { (x) throws(TensorError) in
                let scaled = alpha == 1 ? source.detach() : noGrad { source.detach() * alpha }.to(x.dtype)
                try Raw.indexPut(
                    along.lifted(x), along.indices, along.lifted(scaled), accumulate: true, name: operation)
            },
            gradients: { g, needs in
                let part = needs.bySource ? g.indexSelect(dim, saved.tensor) : nil
                return (needs.byTarget ? g : nil, alpha == 1 ? part : part.map { $0 * alpha })
            })
    }

    private func indexCopyChange(
        _ operation: StaticString, _ dim: Int, _ index: Tensor, _ source: Tensor
    ) throws(TensorError) -> ElementChange {
        let along = try Along(self, dim, index, operation)
        try along.check(source, self, operation)
        let saved = SavedTensor(index)
        return ElementChange(
            operation: operation, node: "IndexCopyBackward0", source: source,
            write: { (x) throws(TensorError) in
                try Raw.indexPut(
                    along.lifted(x), along.indices, along.lifted(source), accumulate: false, name: operation)
            },
            gradients: { g, needs in
                (
                    needs.byTarget ? g.indexFill(dim, saved.tensor, 0) : nil,
                    needs.bySource ? g.indexSelect(dim, saved.tensor) : nil
                )
            })
    }

    private func indexFillChange(
        _ operation: StaticString, _ dim: Int, _ index: Tensor, _ value: Operand
    ) throws(TensorError) -> ElementChange {
        let along = try Along(self, dim, index, operation)
        if let value = value.tensor, value.ndim != 0 {
            throw TensorError("\(operation)", .shape, "expected a value of shape [], got \(value.shape)")
        }
        let raw = try value.asTensor([], dtype)
        let saved = SavedTensor(index)
        return ElementChange(
            operation: operation, node: value.tensor == nil ? "IndexFillBackward0" : "IndexFillBackward1",
            source: value.tensor,
            write: { (x) throws(TensorError) in
                try Raw.indexPut(along.lifted(x), along.indices, raw, accumulate: false, name: operation)
            },
            gradients: { g, needs in
                (
                    needs.byTarget ? g.indexFill(dim, saved.tensor, 0) : nil,
                    needs.bySource ? g.indexSelect(dim, saved.tensor).sum() : nil
                )
            })
    }
}

/// A 1-d index of one dimension of a tensor, after checks; a 0-d tensor counts as one element.
private struct Along {
    let d: Int
    let indices: [Tensor?]
    private let count: Int

    init(_ x: Tensor, _ dim: Int, _ index: Tensor, _ operation: StaticString) throws(TensorError) {
        d = try x.layout.dimension(dim, "\(operation)")
        try checkIndex(index, operation)
        if index.ndim > 1 {
            throw TensorError("\(operation)", .shape, "expected a 1-d index, got shape \(index.shape)")
        }
        // Unlike brackets, these do not count from the end.
        let negative = index.toArray(Int64.self).first { $0 < 0 }
        let own = x.ndim == 0 ? x.layout.unsqueezed(0) : x.layout
        if let negative { throw TensorError.index(Int(negative), d, own, "\(operation)") }
        count = index.numel
        let flat = Tensor(index.storage, index.ndim == 0 ? index.layout.unsqueezed(0) : index.layout, index.dtype)
        indices = [Tensor?](repeating: nil, count: d) + [flat]
    }

    /// The tensor, or one with a dimension for a 0-d tensor.
    func lifted(_ x: Tensor) -> Tensor {
        x.ndim == 0 ? Tensor(x.storage, x.layout.unsqueezed(0), x.dtype) : x
    }

    /// Throws unless the source has the tensor's shape but for the index's length along the dimension.
    func check(_ source: Tensor, _ x: Tensor, _ operation: StaticString) throws(TensorError) {
        try checkSameDType(x, source, operation)
        var expected = x.shape
        if x.ndim > 0 { expected[d] = count }
        if source.shape != expected && !(source.numel == 1 && count == 1 && x.ndim <= 1) {
            throw TensorError(
                "\(operation)", .shape,
                "a source of shape \(source.shape) for \(count) indices of dimension \(d) of shape \(x.shape); expected "
                    + "\(expected)")
        }
    }
}
