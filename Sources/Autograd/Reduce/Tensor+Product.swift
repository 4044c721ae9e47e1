import PinionTensor

extension Tensor {
    /// The product of all elements, of shape []; 1 of none. Integers are multiplied in int64.
    ///
    /// The gradient is exact also where elements are 0.
    public func prod(dtype: DType? = nil) -> Tensor {
        prod("ProdBackward0", nil, keepDim: false, dtype)
    }

    /// The product along one dimension.
    public func prod(dim: Int, keepDim: Bool = false, dtype: DType? = nil) -> Tensor {
        prod("ProdBackward1", dim, keepDim: keepDim, dtype)
    }

    private func prod(_ node: StaticString, _ dim: Int?, keepDim: Bool, _ dtype: DType?) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = try reducedDims(dim.map { [$0] }, "prod")
            let x = dtype.map { to($0) } ?? self
            let result = try Raw.reduce(.prod, x, dims, keepDim: keepDim, name: "prod")
            if let dtype, !dtype.isFloatingPoint { return Raw.converted(result, to: dtype) }
            if !isRecorded(x) { return result }
            let (saved, output) = (SavedTensor(x), SavedOutput(result))
            return record(node, result, x) { g in
                attempt { () throws(TensorError) in
                    let x = saved.tensor
                    let g = g.restored(dims, of: x.layout)
                    let hasZeros =
                        try Raw.reduce(
                            .all, x, Array(0..<x.ndim), keepDim: false, name: "prod"
                        ).item == 0
                    if !GradMode.isEnabled && !hasZeros { return g * output.tensor.restored(dims, of: x.layout) / x }
                    return g * x.productOfOthers(dims)
                }
            }
        }
    }

    /// For each element the product of the others over `dims`, which are one dimension, none or all of them.
    private func productOfOthers(_ dims: [Int]) -> Tensor {
        if dims.isEmpty { return Tensor.ones([], dtype: dtype) }
        if dims.count > 1 {
            let flat = viewed(as: Layout(rank: 1, sizes: Extents(repeating: numel)))
            return flat.productOfOthers([0]).viewed(as: layout)
        }
        let d = dims[0]
        let before = recurrence("CumprodBackward0", self, nil, initial: 1, d)
        let behind = recurrence("CumprodBackward0", self, nil, initial: 1, d, reversed: true)
        return before.shifted(d, forward: true, filling: 1) * behind.shifted(d, forward: false, filling: 1)
    }
}
