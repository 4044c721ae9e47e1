import PinionTensor

extension Tensor {
    /// The elements where the mask holds, 1-d, in row-major order. The mask and this tensor broadcast to each other.
    public func maskedSelect(_ mask: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let whole = try maskedLayout(mask, "maskedSelect", mayGrow: true)
            let columns = Raw.nonzero(mask.expand(whole.shape))
            if whole.rank == 0 {
                // No column says how often it holds.
                return reshape(1).indexed("MaskedSelectBackward0", "maskedSelect", Raw.nonzero(mask.reshape(1)))
            }
            return expand(whole.shape).indexed("MaskedSelectBackward0", "maskedSelect", columns)
        }
    }

    /// This tensor with a number where the mask, which broadcasts, holds.
    public func maskedFill<S: TensorScalar>(_ mask: Tensor, _ value: S) -> Tensor { filled(mask, value.number) }

    /// This tensor with a number where `mask` is true: `-.infinity` needs no type.
    public func maskedFill(_ mask: Tensor, _ value: Double) -> Tensor { filled(mask, .double(value)) }

    private func filled(_ mask: Tensor, _ value: Number) -> Tensor {
        attempt { () throws(TensorError) in
            let whole = try maskedLayout(mask, "maskedFill", mayGrow: true)
            return try maskedFillChange("maskedFill", mask, .number(value))(expand(whole.shape))
        }
    }

    /// This tensor with the only element of `value` where the mask, which broadcasts, holds.
    public func maskedFill(_ mask: Tensor, _ value: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let whole = try maskedLayout(mask, "maskedFill", mayGrow: true)
            return try maskedFillChange("maskedFill", mask, .tensor(value))(expand(whole.shape))
        }
    }

    /// `maskedFill` of this tensor itself.
    @discardableResult
    public func maskedFillInPlace<S: TensorScalar>(_ mask: Tensor, _ value: S) -> Tensor {
        fillInPlace(mask, value.number)
    }

    /// `maskedFill` of this tensor itself: `-.infinity` needs no type.
    @discardableResult
    public func maskedFillInPlace(_ mask: Tensor, _ value: Double) -> Tensor { fillInPlace(mask, .double(value)) }

    private func fillInPlace(_ mask: Tensor, _ value: Number) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            _ = try maskedLayout(mask, "maskedFillInPlace", mayGrow: false)
            return try maskedFillChange("maskedFillInPlace", mask, .number(value)).inPlace(self)
        }
    }

    /// `maskedFill` of this tensor itself.
    @discardableResult
    public func maskedFillInPlace(_ mask: Tensor, _ value: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            _ = try maskedLayout(mask, "maskedFillInPlace", mayGrow: false)
            return try maskedFillChange("maskedFillInPlace", mask, .tensor(value)).inPlace(self)
        }
    }

    /// This tensor with the elements of `source`, in order, where the mask, which broadcasts, holds.
    public func maskedScatter(_ mask: Tensor, _ source: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let whole = try maskedLayout(mask, "maskedScatter", mayGrow: true)
            return try maskedScatterChange("maskedScatter", whole, mask, source)(expand(whole.shape))
        }
    }

    /// `maskedScatter` into this tensor itself.
    @discardableResult
    public func maskedScatterInPlace(_ mask: Tensor, _ source: Tensor) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let whole = try maskedLayout(mask, "maskedScatterInPlace", mayGrow: false)
            return try maskedScatterChange("maskedScatterInPlace", whole, mask, source).inPlace(self)
        }
    }

    private func maskedFillChange(
        _ operation: StaticString, _ mask: Tensor, _ value: Operand
    ) throws(TensorError) -> ElementChange {
        if let value = value.tensor, value.ndim != 0 {
            throw TensorError("\(operation)", .shape, "expected a value of shape [], got \(value.shape)")
        }
        let saved = SavedTensor(mask)
        return ElementChange(
            operation: operation, node: value.tensor == nil ? "MaskedFillBackward0" : "MaskedFillBackward1",
            source: value.tensor,
            write: { (x) throws(TensorError) in
                let result = try Raw.select(mask, value, .tensor(x), name: operation)
                Raw.copy(result, into: x)
            },
            gradients: { g, needs in
                (
                    needs.byTarget ? g.maskedFill(saved.tensor, 0) : nil,
                    needs.bySource ? Tensor.where(saved.tensor, g, 0).sum() : nil
                )
            })
    }

    private func maskedScatterChange(
        _ operation: StaticString, _ whole: Layout, _ mask: Tensor, _ source: Tensor
    ) throws(TensorError) -> ElementChange {
        try checkSameDType(self, source, operation)
        let wide = mask.expand(whole.shape)
        // A 0-d tensor has no column that says how often the mask holds.
        let columns = Raw.nonzero(whole.rank == 0 ? wide.reshape(1) : wide)
        let count = columns.first?.numel ?? 0
        if source.numel < count {
            throw TensorError(
                "\(operation)", .shape,
                "the mask holds at \(count) places, but the source of shape \(source.shape) has \(source.numel) elements"
            )
        }
        let saved = SavedTensor(mask)
        let (size, shape) = (source.numel, source.shape)
        return ElementChange(
            operation: operation, node: "MaskedScatterBackward0", source: source,
            write: { (x) throws(TensorError) in
                let target = x.ndim == 0 ? Tensor(x.storage, x.layout.unsqueezed(0), x.dtype) : x
                let first = Raw.contiguous(source)
                let values = Tensor(
                    first.storage,
                    Layout(rank: 1, sizes: Extents(repeating: count)).offset(to: first.layout.offset), first.dtype)
                try Raw.indexPut(target, columns, values, accumulate: false, name: operation)
            },
            gradients: { g, needs in
                let mask = saved.tensor
                return (
                    needs.byTarget ? g.maskedFill(mask, 0) : nil,
                    needs.bySource ? g.maskedSelect(mask).zeroPadded(to: [size]).reshape(shape) : nil
                )
            })
    }

    /// What this tensor and a mask broadcast to.
    private func maskedLayout(
        _ mask: Tensor, _ operation: StaticString, mayGrow: Bool
    ) throws(TensorError) -> Layout {
        if mask.dtype != .bool {
            throw TensorError("\(operation)", .dtype, "the mask must be bool, got \(mask.dtype)")
        }
        guard let whole = Layout.broadcast(layout, mask.layout), mayGrow || whole.hasSizes(of: layout) else {
            throw TensorError("\(operation)", .shape, "the mask: " + Layout.mismatch(shape, mask.shape))
        }
        return whole
    }
}
