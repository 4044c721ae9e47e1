import PinionTensor

// Reductions to bool and counts: no gradient goes through them.
extension Tensor {
    /// Whether any element is not zero. The result is bool, of uint8 uint8, as in PyTorch.
    public func any() -> Tensor { truth(.any, nil, keepDim: false, "any") }
    /// Whether any element along `dim` is not zero.
    public func any(dim: Int, keepDim: Bool = false) -> Tensor { truth(.any, [dim], keepDim: keepDim, "any") }
    /// Whether any element over several dimensions is not zero; over all when `dims` is empty.
    public func any(dims: [Int], keepDim: Bool = false) -> Tensor { truth(.any, dims, keepDim: keepDim, "any") }

    /// Whether no element is zero. The result is bool, of uint8 uint8, as in PyTorch.
    public func all() -> Tensor { truth(.all, nil, keepDim: false, "all") }
    /// Whether no element along `dim` is zero.
    public func all(dim: Int, keepDim: Bool = false) -> Tensor { truth(.all, [dim], keepDim: keepDim, "all") }
    /// Whether no element over several dimensions is zero; over all when `dims` is empty.
    public func all(dims: [Int], keepDim: Bool = false) -> Tensor { truth(.all, dims, keepDim: keepDim, "all") }

    /// How many elements are not zero, as int64.
    public func countNonzero() -> Tensor { countNonzero(dims: []) }
    /// How many elements along `dim` are not zero.
    public func countNonzero(dim: Int) -> Tensor { countNonzero(dims: [dim]) }
    /// How many elements over several dimensions are not zero; over all when `dims` is empty.
    public func countNonzero(dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = try reducedDims(dims, "countNonzero")
            let isNotZero = try Raw.compare(.notEqual, .tensor(self), .number(.int(0)), name: "countNonzero")
            return try Raw.reduce(.sum, isNotZero, dims, keepDim: false, name: "countNonzero")
        }
    }

    private func truth(_ op: Reduction, _ dims: [Int]?, keepDim: Bool, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            let result = try Raw.reduce(op, self, try reducedDims(dims, name), keepDim: keepDim, name: name)
            return dtype == .uint8 ? Raw.converted(result, to: .uint8) : result
        }
    }
}
