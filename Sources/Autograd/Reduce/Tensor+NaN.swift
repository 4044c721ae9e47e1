import PinionTensor

// Reductions that leave NaN out.
extension Tensor {
    /// The sum of all elements, NaN as 0.
    public func nansum(dtype: DType? = nil) -> Tensor { nansum(nil, keepDim: false, dtype) }

    /// The sum over one dimension, NaN as 0.
    public func nansum(dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        nansum([dim], keepDim: keepDim, dtype)
    }

    /// The sum over several dimensions, NaN as 0; over all when `dims` is empty.
    public func nansum(dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        nansum(dims, keepDim: keepDim, dtype)
    }

    /// The mean of all elements but NaN.
    public func nanmean(dtype: DType? = nil) -> Tensor { nanmean(nil, keepDim: false, dtype) }

    /// The mean over one dimension of all elements but NaN.
    public func nanmean(dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        nanmean([dim], keepDim: keepDim, dtype)
    }

    /// The mean over several dimensions of all elements but NaN; over all when `dims` is empty.
    public func nanmean(dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        nanmean(dims, keepDim: keepDim, dtype)
    }

    private func nansum(_ dims: [Int]?, keepDim: Bool, _ dtype: DType?) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = try reducedDims(dims, "nansum")
            let x = dtype.map { to($0) } ?? self
            if !x.dtype.isFloatingPoint { return try Raw.reduce(.sum, x, dims, keepDim: keepDim, name: "nansum") }
            let isNaN = Raw.predicate(.isNaN, x)
            let numbers = try Raw.select(isNaN, .number(.double(0)), .tensor(x), name: "nansum")
            let result = try Raw.reduce(.sum, numbers, dims, keepDim: keepDim, name: "nansum")
            if !isRecorded(x) { return result }
            let (whole, kept) = (layout, Raw.converted(Raw.predicate(.logicalNot, isNaN), to: x.dtype))
            return record("NansumBackward0", result, x, isReusable: true) { g in g.restored(dims, of: whole) * kept }
        }
    }

    private func nanmean(_ dims: [Int]?, keepDim: Bool, _ dtype: DType?) -> Tensor {
        attempt { () throws(TensorError) in
            if !(dtype ?? self.dtype).isFloatingPoint { try checkFloating("nanmean") }
            let dims = try reducedDims(dims, "nanmean")
            let isNumber = Raw.predicate(.logicalNot, Raw.predicate(.isNaN, self))
            let count = try Raw.reduce(.sum, isNumber, dims, keepDim: keepDim, name: "nanmean")
            return nansum(dims, keepDim: keepDim, dtype) / count
        }
    }
}
