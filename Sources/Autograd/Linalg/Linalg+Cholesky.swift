import PinionTensor

extension Linalg {
    /// L of `A = L · Lᵀ`, or with `upper` its transpose, for symmetric positive-definite matrices. As
    /// `torch.linalg.cholesky`.
    ///
    /// Only one triangle is read: the lower, or with `upper` the upper one.
    public static func cholesky(_ x: Tensor, upper: Bool = false) -> Tensor {
        factor(x, upper: upper, "Linalg.cholesky", "LinalgCholeskyExBackward0")
    }

    static func factor(_ x: Tensor, upper: Bool, _ name: StaticString, _ node: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkMatrices(x, square: true, name)
            if upper { return factor(x.mT, upper: false, name, node).mT }
            let y = try Raw.cholesky(x, name: name)
            if !isRecorded(x) { return y }
            let result = SavedOutput(y)
            return record(node, y, x) { g in
                // gA = ½ L⁻ᵀ (Φ + strictly lower Φᵀ) L⁻¹ with Φ the lower triangle of Lᵀ g.
                let l = result.tensor
                let transpose = l.mT
                let phi = transpose.matmul(g).tril()
                let symmetric = 0.5 * (phi + phi.tril(-1).mT)
                let half = solveTriangular(transpose, symmetric, upper: true)
                return solveTriangular(l, half, upper: false, left: false)
            }
        }
    }
}

extension Tensor {
    /// L of `self = L · Lᵀ`, or with `upper` its transpose, as `Linalg.cholesky`.
    public func cholesky(upper: Bool = false) -> Tensor {
        Linalg.factor(self, upper: upper, "cholesky", "CholeskyBackward0")
    }

    /// X of `A · X = self`, from the factor of A that `cholesky` gives.
    public func choleskySolve(_ factor: Tensor, upper: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkMatrices(factor, square: true, "choleskySolve")
            try Raw.checkSameDType(factor, self, "choleskySolve")
            if ndim < 2 || size(-2) != factor.size(-1) {
                throw TensorError("choleskySolve", .shape, "shapes \(factor.shape) and \(shape) do not fit A · X = B")
            }
            let transpose = factor.mT
            let (first, second) = upper ? (transpose, factor) : (factor, transpose)
            let half = Linalg.solveTriangular(first, self, upper: false)
            return Linalg.solveTriangular(second, half, upper: true)
        }
    }

    /// The inverses of matrices of which these are the factors that `cholesky` gives.
    public func choleskyInverse(upper: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkMatrices(self, square: true, "choleskyInverse")
            return Tensor.eye(layout.sizes[ndim - 1], dtype: dtype).choleskySolve(self, upper: upper)
        }
    }
}
