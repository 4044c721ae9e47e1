import PinionTensor

extension Linalg {
    /// P, L and U of `A = P · L · U`: a permutation, a unit lower and an upper triangle. As `torch.linalg.lu`.
    ///
    /// The rows are exchanged so that no element of L is larger than 1. Gradients need a matrix whose leading square is
    /// regular after the exchange; P has none.
    public static func lu(_ x: Tensor) -> (p: Tensor, l: Tensor, u: Tensor) {
        attempt(else: (.failed, .failed, .failed)) { () throws(TensorError) in
            let results = try Raw.lu(x, name: "Linalg.lu")
            let (p, l, u) = (results[0], results[1], results[2])
            if !isRecorded(x) { return (p, l, u) }
            let (savedL, savedU) = (SavedOutput(l), SavedOutput(u, index: 1))
            record("LinalgLuBackward0", [l, u], [x]) { gradients in
                let (l, u) = (savedL.tensor, savedU.tensor)
                return [p.matmul(gradient(gradients[0] ?? l * 0, gradients[1] ?? u * 0, l, u))]
            }
            return (p, l, u)
        }
    }

    /// With square leading parts L₁ and U₁:
    /// `L₁⁻ᵀ (tril(L₁ᵀ gL₁ - gU₂ U₂ᵀ, -1) + triu(gU₁ U₁ᵀ - L₂ᵀ gL₂)) U₁⁻ᵀ`, beside it `L₁⁻ᵀ gU₂` or below it `gL₂ U₁⁻ᵀ`.
    private static func gradient(_ gL: Tensor, _ gU: Tensor, _ l: Tensor, _ u: Tensor) -> Tensor {
        let (m, n) = (l.layout.sizes[l.ndim - 2], u.layout.sizes[u.ndim - 1])
        let k = Swift.min(m, n)
        let (l1, u1) = (l.rows(0..<k), u.columns(0..<k))
        var lower = l1.mT.matmul(gL.rows(0..<k))
        var upper = gU.columns(0..<k).matmul(u1.mT)
        if n > k { lower = lower - gU.columns(k..<n).matmul(u.columns(k..<n).mT) }
        if m > k { upper = upper - l.rows(k..<m).mT.matmul(gL.rows(k..<m)) }
        let inside = lower.tril(-1) + upper.triu()
        func divided(_ x: Tensor) -> Tensor {
            solveTriangular(u1.mT, x, upper: false, left: false)
        }
        func solved(_ x: Tensor) -> Tensor {
            solveTriangular(l1.mT, x, upper: true, unitriangular: true)
        }
        let square = solved(divided(inside))
        if n > k { return square.pad([0, n - k]) + solved(gU.columns(k..<n)).pad([k, 0]) }
        if m > k { return square.pad([0, 0, 0, m - k]) + divided(gL.rows(k..<m)).pad([0, 0, k, 0]) }
        return square
    }
}
