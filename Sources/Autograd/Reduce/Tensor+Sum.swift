import PinionTensor

extension Tensor {
    /// The sum of all elements, of shape []. Integers are summed in int64.
    public func sum(dtype: DType? = nil) -> Tensor {
        sum("SumBackward0", nil, keepDim: false, dtype)
    }

    /// The sum over one dimension.
    public func sum(dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        sum(dims: [dim], keepDim: keepDim, dtype: dtype)
    }

    /// The sum over several dimensions; over all when `dims` is empty, as in PyTorch.
    public func sum(dims: [Int], keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = dims.isEmpty ? Array(0..<ndim) : try layout.dimensions(dims, "sum")
            return sum("SumBackward1", ndim == 0 ? [] : dims, keepDim: keepDim, dtype)
        }
    }

    private func sum(_ node: StaticString, _ dims: [Int]?, keepDim: Bool, _ dtype: DType?) -> Tensor {
        if let dtype, dtype != self.dtype { return to(dtype).sum(node, dims, keepDim: keepDim, nil) }
        return attemptRecording { (isGradEnabled) throws(TensorError) in
            let result = try Raw.reduce(.sum, self, dims, keepDim: keepDim, name: "sum")
            if !isGradEnabled || !requiresGrad { return result }
            let sizes = sizes
            return record(node, result, self, isReusable: true) { g in
                let whole = sizes.layout
                // A number broadcasts as it is.
                guard let dims, g.ndim > 0 else { return g.broadcast(to: whole) }
                return g.viewed(as: whole.reduced(dims, keepDim: true)).broadcast(to: whole)
            }
        }
    }

    /// The sum down to a shape this one was broadcast from; nil when it was not.
    func sum(toLayout target: Layout) -> Tensor? {
        guard let dims = layout.dimensionsBroadcast(from: target) else { return nil }
        return sum("SumBackward1", dims, keepDim: true, nil).viewed(as: target)
    }
}
