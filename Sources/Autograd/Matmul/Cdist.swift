import PinionTensor

/// The p-norms of the differences of all rows of `a` and of `b`: [..., m, k] and [..., n, k] give [..., m, n].
public func cdist(_ a: Tensor, _ b: Tensor, p: Double = 2) -> Tensor {
    attempt { () throws(TensorError) in
        if a.ndim < 2 || b.ndim < 2 || a.size(-1) != b.size(-1) {
            throw TensorError("cdist", .shape, "shapes \(a.shape) and \(b.shape), expected rows of one length")
        }
        if !(p >= 0) { throw TensorError("cdist", .value, "p is \(p), expected at least 0") }
        try a.checkFloating("cdist")
        try Raw.checkSameDType(a, b, "cdist")
        let (left, right) = (a.unsqueeze(-2), b.unsqueeze(-3))
        if Layout.broadcast(left.layout, right.layout) == nil {
            throw TensorError("cdist", .shape, "the batches of shapes \(a.shape) and \(b.shape) do not broadcast")
        }
        return (left - right).norm(p: p, dim: -1)
    }
}
