import PinionTensor

extension Tensor {
    /// The elements at `indices` (see `TensorIndex`): a view, or a copy where an index is a tensor or an array.
    ///
    /// `x[0, .all, 1]`, `x[.ellipsis, 0]`, `x[1..<3]`, `x[mask]`. Dimensions without an index are taken whole. Setting
    /// writes `newValue`, which broadcasts, to the elements in this tensor's memory.
    public subscript(_ indices: any TensorIndex...) -> Tensor {
        get { elements(indices) }
        set { write(.tensor(newValue), indices) }
    }

    /// For writing numbers: `x[0, 0] = 7`. Reading gives the only element.
    @_disfavoredOverload
    public subscript(_ indices: any TensorIndex...) -> any TensorScalar {
        get { elements(indices).scalar }
        set { write(.number(newValue.number), indices) }
    }

    /// `x[..., 0]`: the first index is the whole dimension, PyTorch's `x[:, 0]`. See `.ellipsis` for PyTorch's `...`.
    public subscript(_ first: UnboundedRange, _ indices: any TensorIndex...) -> Tensor {
        get { elements([NamedIndex.all] + indices) }
        set { write(.tensor(newValue), [NamedIndex.all] + indices) }
    }

    /// For writing numbers: `x[..., 0] = 7`. Reading gives the only element.
    @_disfavoredOverload
    public subscript(_ first: UnboundedRange, _ indices: any TensorIndex...) -> any TensorScalar {
        get { elements([NamedIndex.all] + indices).scalar }
        set { write(.number(newValue.number), [NamedIndex.all] + indices) }
    }

    private func elements(_ items: [any TensorIndex]) -> Tensor {
        attempt { () throws(TensorError) in
            let path = try IndexPath(items, self)
            if path.indices.isEmpty { return part(path) }
            let view = path.steps.isEmpty ? self : part(path)
            return view.indexed("IndexBackward0", "subscript", path.indices)
        }
    }

    private func write(_ value: Operand, _ items: [any TensorIndex]) {
        attempt(else: ()) { () throws(TensorError) in
            let path = try IndexPath(items, self)
            let target = path.steps.isEmpty ? self : part(path)
            if path.indices.isEmpty {
                // `x[0] += 1` has changed the elements through the view that it writes back.
                if let view = value.tensor, view.storage === target.storage, view.layout == target.layout { return }
                target.overwriteInPlace("subscript", value)
            } else {
                let values = try value.asTensor([], dtype).to(dtype).withoutLeadingOnes
                target.indexPutChange("subscript", columns: path.indices, values, false).inPlace(target)
            }
        }
    }

    /// The view of a path's steps.
    private func part(_ path: IndexPath) -> Tensor {
        region(path.steps.last?.node ?? "AliasBackward0") { path.view(of: $0) }
    }

    /// The only element.
    private var scalar: any TensorScalar {
        if dtype == .bool { return item(as: Bool.self) }
        if dtype.isFloatingPoint { return item }
        return item(as: Int.self)
    }
}
