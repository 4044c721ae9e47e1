import PinionTensor

extension Tensor {
    /// This tensor with the slices of `source` along `dim` combined at the places that `index` names.
    ///
    /// - Parameters:
    ///   - dim: the dimension.
    ///   - index: a vector of a place for each slice of the source.
    ///   - source: this tensor's sizes, except along `dim`.
    ///   - reduce: how slices are combined; not `.sum`, which is `indexAdd`.
    ///   - includeSelf: whether what is there takes part.
    public func indexReduce(
        _ dim: Int, _ index: Tensor, _ source: Tensor, reduce: ScatterReduceOperation, includeSelf: Bool = true
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let wide = try places("indexReduce", dim, index, source)
            return scatterReduce(dim, wide, source, reduce: reduce, includeSelf: includeSelf)
        }
    }

    /// `indexReduce` into this tensor itself.
    @discardableResult
    public func indexReduceInPlace(
        _ dim: Int, _ index: Tensor, _ source: Tensor, reduce: ScatterReduceOperation, includeSelf: Bool = true
    ) -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            let wide = try places("indexReduceInPlace", dim, index, source)
            return scatterReduceInPlace(dim, wide, source, reduce: reduce, includeSelf: includeSelf)
        }
    }

    /// The index in the source's shape.
    private func places(
        _ name: StaticString, _ dim: Int, _ index: Tensor, _ source: Tensor
    ) throws(TensorError) -> Tensor {
        let d = try layout.dimension(dim, "\(name)")
        try Raw.checkSameDType(self, source, name)
        if index.dtype != .int64 && index.dtype != .int32 {
            throw TensorError("\(name)", .dtype, "the index is \(index.dtype), expected int64 or int32")
        }
        let fits =
            source.ndim == ndim && index.ndim <= 1 && source.numel > 0
            && (0..<ndim).allSatisfy { $0 == d ? source.size($0) == index.numel : source.size($0) == size($0) }
        if !fits {
            throw TensorError(
                "\(name)", .shape,
                "shape \(shape), an index of shape \(index.shape) and a source of shape \(source.shape); expected the "
                    + "source to have the tensor's sizes, and the index's number at dimension \(dim)")
        }
        var sizes = [Int](repeating: 1, count: ndim)
        if ndim > 0 { sizes[d] = index.numel }
        return index.to(.int64).reshape(sizes).expand(source.shape)
    }
}
