import PinionTensor

extension Linalg {
    /// The eigenvalues of symmetric matrices in ascending order, and orthonormal eigenvectors as columns. As
    /// `torch.linalg.eigh`.
    ///
    /// `UPLO` is the triangle that is read, "L" or "U". The eigenvectors' signs are free, and gradients through them
    /// need different eigenvalues.
    public static func eigh(_ x: Tensor, UPLO: String = "L") -> (eigenvalues: Tensor, eigenvectors: Tensor) {
        eigen(x, UPLO, "Linalg.eigh")
    }

    /// The eigenvalues of symmetric matrices in ascending order. As `torch.linalg.eigvalsh`.
    public static func eigvalsh(_ x: Tensor, UPLO: String = "L") -> Tensor {
        eigen(x, UPLO, "Linalg.eigvalsh").eigenvalues
    }

    private static func eigen(
        _ x: Tensor, _ triangle: String, _ name: StaticString
    ) -> (eigenvalues: Tensor, eigenvectors: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let isUpper = triangle == "U" || triangle == "u"
            if !isUpper && triangle != "L" && triangle != "l" {
                throw TensorError("\(name)", .value, "UPLO is \"\(triangle)\", expected \"L\" or \"U\"")
            }
            let (values, vectors) = try Raw.eigh(x, upper: isUpper, name: name)
            if !isRecorded(x) { return (values, vectors) }
            let (savedValues, savedVectors) = (SavedOutput(values), SavedOutput(vectors, index: 1))
            record("LinalgEighBackward0", [values, vectors], [x]) { gradients in
                let (v, byValues) = (savedVectors.tensor, gradients[0])
                let transpose = v.mT
                guard let byVectors = gradients[1] else {
                    return [byValues.map { (v * $0.unsqueeze($0.ndim - 1)).matmul(transpose) }]
                }
                // V (diag(gΛ) + skew(Vᵀ gV) / 2E) Vᵀ with E[i, j] = λ[j] - λ[i] and skew(X) = X - Xᵀ.
                let values = savedValues.tensor
                let n = values.layout.sizes[values.ndim - 1]
                let differences = values.unsqueeze(values.ndim - 1) - values.unsqueeze(values.ndim)
                let rotation = transpose.matmul(byVectors)
                let skew = 0.5 * (rotation - rotation.mT)
                let quotients = skew / (differences + Tensor.eye(n, dtype: v.dtype))
                let inside = byValues.map { quotients + $0.diagEmbed() } ?? quotients
                return [v.matmul(inside).matmul(transpose)]
            }
            return (values, vectors)
        }
    }
}
