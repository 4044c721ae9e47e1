import PinionTensor

extension Tensor {
    /// The same memory with other sizes, one of which may be -1 for what is left; row-major order is kept.
    ///
    /// Where strides cannot say so (after a transposition, for example) it is a mistake: use `reshape`.
    public func view(_ shape: Int...) -> Tensor { view(shape) }

    /// The same memory with other sizes, one of which may be -1 for what is left; row-major order is kept.
    public func view(_ shape: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            let target = try layout.inferring(shape, "view")
            guard let result = layout.viewed(as: target) else {
                throw TensorError(
                    "view", .shape,
                    "view size \(shape) is not compatible with the tensor's shape \(self.shape) and strides \(strides): "
                        + "a dimension would span two parts of memory that do not follow each other; use reshape")
            }
            return reshaped(to: result)
        }
    }

    /// A view with other sizes where strides can say so, otherwise a copy. One size may be -1 for what is left.
    public func reshape(_ shape: Int...) -> Tensor { reshape(shape) }

    /// A view with other sizes where strides can say so, otherwise a copy. One size may be -1 for what is left.
    public func reshape(_ shape: [Int]) -> Tensor { reshape(shape, "reshape") }

    /// The shape of `other`, as `view`.
    public func viewAs(_ other: Tensor) -> Tensor { view(other.shape) }

    /// The shape of `other`, as `reshape`.
    public func reshapeAs(_ other: Tensor) -> Tensor { reshape(other.shape) }

    /// The dimensions from `startDim` to `endDim` as one; a view where possible. A 0-d tensor becomes 1-d.
    public func flatten(startDim: Int = 0, endDim: Int = -1) -> Tensor {
        attempt { () throws(TensorError) in
            let (start, end) = (try layout.dimension(startDim, "flatten"), try layout.dimension(endDim, "flatten"))
            if start > end {
                throw TensorError("flatten", .dimension, "startDim \(startDim) comes after endDim \(endDim)")
            }
            if ndim == 0 { return reshape([1]) }
            if start == end { return self }
            let sizes = shape
            let size = sizes[start...end].reduce(1, *)
            return reshape(sizes[..<start] + [size] + sizes[(end + 1)...], "flatten")
        }
    }

    /// The same by position: `x.flatten(1)`.
    public func flatten(_ startDim: Int, _ endDim: Int = -1) -> Tensor { flatten(startDim: startDim, endDim: endDim) }

    /// All elements in row-major order, 1-d; a view where possible.
    public func ravel() -> Tensor { reshape([numel], "ravel") }

    /// Dimension `dim` cut into several, one of whose sizes may be -1; a view where possible.
    public func unflatten(_ dim: Int, _ sizes: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "unflatten")
            let own = shape
            if ndim == 0 || sizes.isEmpty {
                throw TensorError("unflatten", .shape, "dimension \(dim) of shape \(own) cannot become \(sizes)")
            }
            guard let parts = try? layout.permuted([d]).inferring(sizes, "unflatten").shape else {
                throw TensorError(
                    "unflatten", .shape,
                    "the sizes \(sizes) do not make up dimension \(dim) of shape \(own), which is \(own[d])")
            }
            return reshape(own[..<d] + parts + own[(d + 1)...], "unflatten")
        }
    }

    private func reshape(_ shape: some Collection<Int>, _ operation: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            let target = try layout.inferring(Array(shape), operation)
            if let result = layout.viewed(as: target) { return reshaped(to: result) }
            let result = Tensor(Raw.clone(self).storage, target, dtype)
            if !isRecorded(self) { return result }
            let own = layout.packed
            return record("UnsafeViewBackward0", result, self, isReusable: true) { g in g.viewed(as: own) }
        }
    }

    private func reshaped(to result: Layout) -> Tensor {
        let own = layout.packed
        return recordView("ViewBackward0", self, result) { g in g.viewed(as: own) }
    }
}
