import PinionTensor

extension Linalg {
    /// The exponentials `Σ Aᵏ / k!` of square matrices. As `torch.linalg.matrix_exp`.
    public static func matrixExp(_ x: Tensor) -> Tensor { exponential(x, "Linalg.matrixExp") }

    static func exponential(_ x: Tensor, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            if x.ndim < 2 || x.layout.sizes[x.ndim - 1] != x.layout.sizes[x.ndim - 2] {
                throw TensorError("\(name)", .shape, "expected square matrices, got shape \(x.shape)")
            }
            if !x.isFloatingPoint {
                throw TensorError("\(name)", .dtype, "expected a floating-point tensor, got \(x.dtype)")
            }
            let isShort = x.dtype == .float16 || x.dtype == .bfloat16
            let y = noGrad { isShort ? series(x.detach().float()).to(x.dtype) : series(x.detach()) }
            if !isRecorded(x) { return y }
            let saved = SavedTensor(x)
            return record("LinalgMatrixExpBackward0", y, x) { g in
                // The exponential of [Aᵀ, g; 0, Aᵀ] has the derivative at Aᵀ in the direction g beside that of Aᵀ.
                let transpose = saved.tensor.mT
                let n = transpose.layout.sizes[transpose.ndim - 1]
                let above = cat([transpose, g.to(transpose.dtype)], dim: -1)
                let below = cat([Tensor.zerosLike(transpose), transpose], dim: -1)
                return matrixExp(cat([above, below], dim: -2)).rows(0..<n).columns(n..<2 * n)
            }
        }
    }

    /// `(Σ (A / 2ˢ)ᵏ / k!)^(2ˢ)`: halved until the norm is at most 1, 18 terms, and squared as often.
    private static func series(_ x: Tensor) -> Tensor {
        let n = x.layout.sizes[x.ndim - 1]
        let unit = Tensor.eye(n, dtype: x.dtype)
        if x.numel == 0 { return x.clone() }
        let norm = x.abs().sum(dim: -2).max().item
        var (scale, squarings) = (1.0, 0)
        while norm.isFinite && norm * scale > 1 {
            scale /= 2
            squarings += 1
        }
        let small = x * scale
        var result = unit + small / 18
        for k in stride(from: 17, through: 1, by: -1) { result = unit + small.matmul(result) / k }
        for _ in 0..<squarings { result = result.matmul(result) }
        return result
    }
}

extension Tensor {
    /// The exponentials of square matrices, as `Linalg.matrixExp`.
    public func matrixExp() -> Tensor { Linalg.exponential(self, "matrixExp") }
}

/// The exponentials of square matrices, as `Linalg.matrixExp`.
public func matrixExp(_ x: Tensor) -> Tensor { x.matrixExp() }
