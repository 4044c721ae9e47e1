import PinionTensor

extension Linalg {
    /// Ratios of the largest to the smallest singular value, or with a norm `‖A‖ · ‖A⁻¹‖`. As `torch.linalg.cond`.
    ///
    /// A singular matrix has the condition infinity.
    public static func cond(_ x: Tensor, _ norm: MatrixNorm = .order(2)) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkMatrices(x, square: norm != .order(2) && norm != .order(-2), "Linalg.cond")
            if norm == .order(2) || norm == .order(-2) {
                let values = svdvals(x)
                let (largest, smallest) = (values.amax(dim: -1), values.amin(dim: -1))
                return norm == .order(2) ? largest / smallest : smallest / largest
            }
            let isSingular = noGrad { det(x) .== 0 }
            let places = isSingular.unsqueeze(x.ndim - 2).unsqueeze(x.ndim - 1)
            let regular = `where`(places, Tensor.eye(x.layout.sizes[x.ndim - 1], dtype: x.dtype), x)
            return `where`(isSingular, Double.infinity, matrixNorm(x, norm) * matrixNorm(inv(regular), norm))
        }
    }

    /// The number of singular values above `max(atol, rtol · the largest)`. As `torch.linalg.matrix_rank`.
    ///
    /// `rtol` is by default the longer side times the dtype's epsilon, or 0 where `atol` is positive.
    public static func matrixRank(_ x: Tensor, atol: Double? = nil, rtol: Double? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkMatrices(x, "Linalg.matrixRank")
            return noGrad {
                let values = svdvals(x)
                if values.layout.sizes[values.ndim - 1] == 0 { return values.sum(dim: -1).to(.int64) }
                let relative = values.amax(dim: -1, keepDim: true) * relativeTolerance(x, atol: atol, rtol: rtol)
                let least = relative.maximum(Tensor.full([], atol ?? 0, dtype: x.dtype))
                return (values .> least).sum(dim: -1)
            }
        }
    }

    /// Powers of square matrices; negative ones of the inverses. As `torch.linalg.matrix_power`.
    public static func matrixPower(_ x: Tensor, _ n: Int) -> Tensor { power(x, n, "Linalg.matrixPower") }

    static func power(_ x: Tensor, _ n: Int, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            if x.ndim < 2 || x.layout.sizes[x.ndim - 1] != x.layout.sizes[x.ndim - 2] {
                throw TensorError("\(name)", .shape, "expected square matrices, got shape \(x.shape)")
            }
            if n < 0 { return power(inverse(x, name), -n, name) }
            // As in PyTorch a result that takes part in the graph, with a gradient of zeros.
            if n == 0 { return x.clone().copyInPlace(Tensor.eye(x.layout.sizes[x.ndim - 1], dtype: x.dtype)) }
            if n == 1 { return x.clone() }
            var (square, left, result) = (x, n, nil as Tensor?)
            while true {
                if left & 1 == 1 { result = result.map { $0.matmul(square) } ?? square }
                left >>= 1
                if left == 0 { return result ?? x }
                square = square.matmul(square)
            }
        }
    }
}

extension Tensor {
    /// Powers of square matrices, as `Linalg.matrixPower`.
    public func matrixPower(_ n: Int) -> Tensor { Linalg.power(self, n, "matrixPower") }
}
