import PinionTensor

extension Tensor {
    /// The mean of all elements, of shape []; NaN of none.
    /// - Parameter dtype: the floating-point dtype to convert to first; integers have no mean without it.
    public func mean(dtype: DType? = nil) -> Tensor {
        mean("MeanBackward0", nil, keepDim: false, dtype)
    }

    /// The mean over one dimension.
    public func mean(dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        mean("MeanBackward1", [dim], keepDim: keepDim, dtype)
    }

    /// The mean over several dimensions; over all when `dims` is empty.
    public func mean(dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        mean("MeanBackward1", dims, keepDim: keepDim, dtype)
    }

    private func mean(_ node: StaticString, _ dims: [Int]?, keepDim: Bool, _ dtype: DType?) -> Tensor {
        attempt { () throws(TensorError) in
            if !(dtype ?? self.dtype).isFloatingPoint {
                throw TensorError(
                    "mean", .dtype,
                    "the mean of \(dtype ?? self.dtype) elements is no \(dtype ?? self.dtype); convert the tensor of "
                        + "shape \(shape) to a floating-point dtype first, or give one as dtype:")
            }
            let dims = try reducedDims(dims, "mean")
            let x = dtype.map { to($0) } ?? self
            let result = try Raw.reduce(.mean, x, dims, keepDim: keepDim, name: "mean")
            if !isRecorded(x) { return result }
            let (whole, count) = (layout, Double(count(over: dims)))
            return record(node, result, x, isReusable: true) { g in
                (g.restored(dims, of: whole) / count).broadcast(to: whole)
            }
        }
    }
}
