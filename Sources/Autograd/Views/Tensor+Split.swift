import PinionTensor

extension Tensor {
    /// Views of `splitSize` elements each along `dim`; the last one may be smaller.
    public func split(_ splitSize: Int, dim: Int = 0) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            let (d, size) = try existing(dim, "split")
            if splitSize < 0 || (splitSize == 0 && size > 0) {
                throw TensorError("split", .value, "split size \(splitSize), expected a positive one")
            }
            let count = size == 0 ? 1 : (size + splitSize - 1) / splitSize
            let sizes = (0..<count).map { Swift.min(splitSize, size - $0 * splitSize) }
            return pieces("SplitBackward0", d, sizes)
        }
    }

    /// Views of `sizes` elements along `dim`, which must make up the whole.
    public func split(_ sizes: [Int], dim: Int = 0) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            let (d, size) = try existing(dim, "split")
            if sizes.reduce(0, +) != size || sizes.contains(where: { $0 < 0 }) {
                throw TensorError(
                    "split", .value,
                    "the sizes \(sizes) must not be negative and sum to \(size), the size of dimension \(dim) of shape "
                        + "\(shape)")
            }
            return pieces("SplitWithSizesBackward0", d, sizes)
        }
    }

    /// At most `chunks` views of one size along `dim`; the last one may be smaller.
    public func chunk(_ chunks: Int, dim: Int = 0) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            let (_, size) = try existing(dim, "chunk")
            if chunks < 1 { throw TensorError("chunk", .value, "\(chunks) chunks, expected at least 1") }
            let step = (size + chunks - 1) / chunks
            if step == 0 { return split([Int](repeating: 0, count: chunks), dim: dim) }
            return split(step, dim: dim)
        }
    }

    /// Views of the elements at each index of `dim`, which is gone.
    public func unbind(_ dim: Int = 0) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            let (d, size) = try existing(dim, "unbind")
            let layouts = (0..<size).map { layout.selected(d, $0) }
            let part = layout.packed.selected(d, 0).packed
            return views("UnbindBackward0", layouts) { gradients, dtype in
                stack(gradients.map { $0 ?? Tensor.zeros(part.shape, dtype: dtype) }, dim: d)
            }
        }
    }

    /// `sections` views along `dim` whose sizes differ by at most one, larger ones first.
    public func tensorSplit(_ sections: Int, dim: Int = 0) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            let (d, size) = try existing(dim, "tensorSplit")
            if sections < 1 {
                throw TensorError("tensorSplit", .value, "\(sections) sections, expected at least 1")
            }
            let (small, larger) = (size / sections, size % sections)
            return (0..<sections).map { i in
                slice(d, from: i * small + Swift.min(i, larger), count: small + (i < larger ? 1 : 0))
            }
        }
    }

    /// Views along `dim` between `indices`, which are clamped to the dimension as a slice's bounds are.
    public func tensorSplit(_ indices: [Int], dim: Int = 0) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            let (d, size) = try existing(dim, "tensorSplit")
            let bounds = indices.map { Swift.min(Swift.max($0 < 0 ? $0 + size : $0, 0), size) }
            return zip([0] + bounds, bounds + [size]).map { start, end in
                slice(d, from: start, count: Swift.max(0, end - start))
            }
        }
    }

    /// `tensorSplit` along columns: dimension 1, or 0 of a 1-d tensor. The sections must be of one size.
    public func hsplit(_ sections: Int) -> [Tensor] { evenSplit(sections, dim: ndim == 1 ? 0 : 1, 1, "hsplit") }
    /// `tensorSplit` between column indices: along dimension 1, or 0 of a 1-d tensor.
    public func hsplit(_ indices: [Int]) -> [Tensor] { tensorSplit(indices, dim: ndim == 1 ? 0 : 1) }
    /// `tensorSplit` along rows, dimension 0 of at least two. The sections must be of one size.
    public func vsplit(_ sections: Int) -> [Tensor] { evenSplit(sections, dim: 0, 2, "vsplit") }
    /// `tensorSplit` between row indices.
    public func vsplit(_ indices: [Int]) -> [Tensor] { tensorSplit(indices, dim: 0) }
    /// `tensorSplit` along depth, dimension 2 of at least three. The sections must be of one size.
    public func dsplit(_ sections: Int) -> [Tensor] { evenSplit(sections, dim: 2, 3, "dsplit") }
    /// `tensorSplit` between indices of dimension 2.
    public func dsplit(_ indices: [Int]) -> [Tensor] { tensorSplit(indices, dim: 2) }

    private func evenSplit(_ sections: Int, dim: Int, _ rank: Int, _ operation: StaticString) -> [Tensor] {
        attempt(else: []) { () throws(TensorError) in
            if ndim < rank {
                throw TensorError(
                    "\(operation)", .shape, "expected at least \(rank) dimensions, got shape \(shape)")
            }
            if sections < 1 || layout.sizes[dim] % sections != 0 {
                throw TensorError(
                    "\(operation)", .value,
                    "dimension \(dim) with size \(layout.sizes[dim]) is not divisible into \(sections) sections")
            }
            return tensorSplit(sections, dim: dim)
        }
    }

    private func pieces(_ node: StaticString, _ d: Int, _ sizes: [Int]) -> [Tensor] {
        var start = 0
        let layouts = sizes.map { size in
            defer { start += size }
            return layout.sliced(d, from: start, count: size)
        }
        let whole = layout.packed
        return views(node, layouts) { gradients, dtype in
            cat(
                zip(gradients, sizes).map { gradient, size in
                    gradient ?? Tensor.zeros(whole.sliced(d, from: 0, count: size).shape, dtype: dtype)
                }, dim: d)
        }
    }

    /// Several views made by one operation; gradients of views that nothing used are nil.
    private func views(
        _ node: StaticString, _ layouts: [Layout], _ gradient: @escaping ([Tensor?], DType) -> Tensor
    ) -> [Tensor] {
        let results = layouts.map { layout in
            let result = alias(layout, kind: GradMode.isEnabled ? .oneOfSeveral : .withoutGrad)
            result.autogradVersion = storage.version
            return result
        }
        if isRecorded(self) && !results.isEmpty {
            let dtype = dtype
            record(node, results, [self], isReusable: true) { [gradient($0, dtype)] }
        }
        return results
    }
}
