import PinionSIMDKernels

extension Raw {
    /// Tensors one behind the other along `d`, in a dtype that holds them all; their other sizes agree.
    package static func cat(_ tensors: [Tensor], _ d: Int, _ dtype: DType) throws(TensorError) -> Tensor {
        guard let first = tensors.first else {
            throw TensorError("cat", .value, "expected at least one tensor")
        }
        let length = tensors.reduce(0) { $0 + $1.layout.sizes[d] }
        let result = Tensor(Layout(rank: first.ndim, sizes: first.layout.sizes.replacing(d, with: length)), dtype)
        var start = 0
        for tensor in tensors {
            let count = tensor.layout.sizes[d]
            if tensor.numel > 0 {
                copy(tensor, into: Tensor(result.storage, result.layout.sliced(d, from: start, count: count), dtype))
            }
            start += count
        }
        return result
    }
}
