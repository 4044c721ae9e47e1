import PinionTensor

extension Tensor {
    /// The different slices along `dim`, in lexicographic order; the place of each of this tensor's slices among them; and
    /// how often each occurs.
    public func unique(dim: Int) -> (output: Tensor, inverse: Tensor, counts: Tensor) {
        slices("unique", dim) { rows in
            // By the last column first: the sort keeps the order of equal elements.
            var order = Tensor.arange(rows.size(0))
            for column in rows.unbind(1).reversed() {
                order = order.indexSelect(0, column.indexSelect(0, order).argsort(stable: true))
            }
            return order
        }
    }

    /// The slices along `dim` without those that are equal to the one before; which of them each slice belongs to; and how
    /// many do.
    public func uniqueConsecutive(dim: Int) -> (output: Tensor, inverse: Tensor, counts: Tensor) {
        slices("uniqueConsecutive", dim) { rows in Tensor.arange(rows.size(0)) }
    }

    private func slices(
        _ name: StaticString, _ dim: Int, _ ordering: (Tensor) -> Tensor
    ) -> (output: Tensor, inverse: Tensor, counts: Tensor) {
        attempt(else: (.failed, .failed, .failed)) { () throws(TensorError) in
            let d = try layout.dimension(dim, "\(name)")
            if ndim == 0 || numel == 0 {
                throw TensorError("\(name)", .shape, "the tensor of shape \(shape) has no slices along \(dim)")
            }
            return noGrad {
                let n = size(d)
                let rows = movedim(d, 0).reshape(n, -1)
                let order = ordering(rows)
                let sorted = rows.indexSelect(0, order)
                let differs = (sorted.narrow(0, 1, n - 1) .!= sorted.narrow(0, 0, n - 1)).any(dim: 1).long()
                let group = cat([Tensor.zeros([1], dtype: .int64), differs.cumsum(dim: 0)])
                let isFirst = cat([Tensor.ones([1], dtype: .int64), differs]).bool()
                let output = detach().indexSelect(d, order.maskedSelect(isFirst))
                return (output, Tensor.zeros([n], dtype: .int64).scatter(0, order, group), group.bincount())
            }
        }
    }
}
