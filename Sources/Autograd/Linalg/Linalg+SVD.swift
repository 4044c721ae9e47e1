import PinionTensor

extension Linalg {
    /// U, S and Vᵀ of the singular value decomposition `A = U · diag(S) · Vᵀ`; S descends. As `torch.linalg.svd`.
    ///
    /// U and Vᵀ are square with `fullMatrices`, otherwise they have the shorter side's columns and rows. The singular
    /// vectors' signs are free, and gradients through them need different singular values.
    public static func svd(_ x: Tensor, fullMatrices: Bool = true) -> (u: Tensor, s: Tensor, vh: Tensor) {
        decompose(x, full: fullMatrices, "Linalg.svd")
    }

    /// The singular values, descending. As `torch.linalg.svdvals`.
    public static func svdvals(_ x: Tensor) -> Tensor { decompose(x, full: false, "Linalg.svdvals").s }

    static func decompose(_ x: Tensor, full: Bool, _ name: StaticString) -> (u: Tensor, s: Tensor, vh: Tensor) {
        attempt(else: (.failed, .failed, .failed)) { () throws(TensorError) in
            let results = try Raw.svd(x, full: full, name: name)
            let (u, s, vh) = (results[0], results[1], results[2])
            if !isRecorded(x) { return (u, s, vh) }
            let k = s.layout.sizes[s.ndim - 1]
            let (savedU, savedS, savedV) = (SavedOutput(u), SavedOutput(s, index: 1), SavedOutput(vh, index: 2))
            record("LinalgSvdBackward0", results, [x]) { gradients in
                let u = savedU.tensor.columns(0..<k)
                let v = savedV.tensor.mT.columns(0..<k)
                return [
                    gradient(
                        gradients[0]?.columns(0..<k), gradients[1],
                        gradients[2]?.mT.columns(0..<k), u, savedS.tensor, v)
                ]
            }
            return (u, s, vh)
        }
    }

    /// `U ((skew(Uᵀ gU) / E) S + S (skew(Vᵀ gV) / E) + gS) Vᵀ + (I - U Uᵀ) gU S⁻¹ Vᵀ + U S⁻¹ gVᵀ (I - V Vᵀ)` with
    /// `E[i, j] = s[j]² - s[i]²` and `skew(X) = X - Xᵀ`.
    private static func gradient(
        _ gU: Tensor?, _ gS: Tensor?, _ gV: Tensor?, _ u: Tensor, _ s: Tensor, _ v: Tensor
    ) -> Tensor? {
        let (m, n) = (u.layout.sizes[u.ndim - 2], v.layout.sizes[v.ndim - 2])
        let k = s.layout.sizes[s.ndim - 1]
        let (row, column) = (s.unsqueeze(s.ndim - 1), s.unsqueeze(s.ndim))
        let (ut, vt) = (u.mT, v.mT)
        if gU == nil && gV == nil { return gS.map { (u * $0.unsqueeze($0.ndim - 1)).matmul(vt) } }
        let squares = (row - column) * (row + column) + Tensor.eye(k, dtype: u.dtype)
        func skew(_ x: Tensor) -> Tensor { (x - x.mT) / squares }
        var inside = gS?.diagEmbed() ?? column * row * 0
        if let gU { inside = inside + skew(ut.matmul(gU)) * row }
        if let gV { inside = inside + column * skew(vt.matmul(gV)) }
        var sum = u.matmul(inside).matmul(vt)
        if let gU, m > k { sum = sum + ((gU - u.matmul(ut.matmul(gU))) / row).matmul(vt) }
        if let gV, n > k { sum = sum + u.matmul(((gV - v.matmul(vt.matmul(gV))) / row).mT) }
        return sum
    }
}

extension Tensor {
    /// U, S and V (not transposed) of `self = U · diag(S) · Vᵀ`, as `torch.svd`; U and V are square where not `some`.
    public func svd(some: Bool = true) -> (u: Tensor, s: Tensor, v: Tensor) {
        let (u, s, vh) = Linalg.decompose(self, full: !some, "svd")
        return attempt(else: (.failed, .failed, .failed)) { (u, s, vh.mT) }
    }
}
