import PinionTensor

extension Tensor {
    /// `log Σ eˣ` along one dimension, without overflow.
    public func logsumexp(dim: Int, keepDim: Bool = false) -> Tensor { logsumexp(dims: [dim], keepDim: keepDim) }

    /// `log Σ eˣ` over several dimensions, without overflow; over all when `dims` is empty.
    ///
    /// Integers become the default dtype.
    public func logsumexp(dims: [Int], keepDim: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in
            let dims = try reducedDims(dims, "logsumexp")
            let x = dtype.isFloatingPoint ? self : to(getDefaultDType())
            let result = try Raw.reduce(.logSumExp, x, dims, keepDim: keepDim, name: "logsumexp")
            if !isRecorded(x) { return result }
            let (saved, output) = (SavedTensor(x), SavedOutput(result))
            return record("LogsumexpBackward0", result, x) { g in
                let x = saved.tensor
                return g.restored(dims, of: x.layout) * (x - output.tensor.restored(dims, of: x.layout)).exp()
            }
        }
    }
}
