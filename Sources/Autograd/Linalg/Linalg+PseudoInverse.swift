import PinionTensor

extension Linalg {
    /// The Moore-Penrose pseudo-inverses. As `torch.linalg.pinv`.
    ///
    /// - Parameters:
    ///   - x: matrices [..., m, n].
    ///   - atol: singular values up to this count as 0.
    ///   - rtol: so do those up to this times the largest; by default the longer side times the dtype's epsilon, or 0
    ///     where `atol` is positive.
    public static func pinv(_ x: Tensor, atol: Double? = nil, rtol: Double? = nil) -> Tensor {
        pseudoInverse(x, atol: atol, rtol: rtol, "Linalg.pinv")
    }

    static func pseudoInverse(_ x: Tensor, atol: Double?, rtol: Double?, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkMatrices(x, name)
            let y = try Raw.pseudoInverse(
                x, absolute: atol ?? 0, relative: relativeTolerance(x, atol: atol, rtol: rtol), name: name)
            if !isRecorded(x) { return y }
            let (saved, result) = (SavedTensor(x), SavedOutput(y))
            return record("LinalgPinvBackward0", y, x) { g in gradient(g, result.tensor, saved.tensor) }
        }
    }

    /// The singular values that count as 0, relative to the largest.
    static func relativeTolerance(_ x: Tensor, atol: Double?, rtol: Double?) -> Double {
        if let rtol { return rtol }
        if let atol, atol > 0 { return 0 }
        let epsilon = x.dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne)
        return Double(Swift.max(x.layout.sizes[x.ndim - 1], x.layout.sizes[x.ndim - 2])) * epsilon
    }

    /// The gradient by A from that by its pseudo-inverse P. (Golub and Pereyra, 1973.)
    static func gradient(_ g: Tensor, _ p: Tensor, _ a: Tensor) -> Tensor {
        let (m, n) = (a.layout.sizes[a.ndim - 2], a.layout.sizes[a.ndim - 1])
        let (gt, pt) = (g.mT, p.mT)
        if m <= n {
            let k = gt.matmul(p)
            let kpt = k.matmul(pt)
            return kpt - p.matmul(k).mT - a.matmul(p).matmul(kpt)
                + pt.matmul(p).matmul(gt - k.matmul(a))
        }
        let k = p.matmul(gt)
        let ptk = pt.matmul(k)
        return ptk - k.matmul(p).mT - ptk.matmul(p).matmul(a)
            + (gt - a.matmul(k)).matmul(p.matmul(pt))
    }

    /// X that makes `‖A · X - B‖` least, of least norm where there are several. As `torch.linalg.lstsq`.
    ///
    /// - Parameters:
    ///   - a: matrices [..., m, n].
    ///   - b: matrices [..., m, k], or vectors [..., m].
    ///   - rcond: singular values up to this times the largest count as 0; by default the longer side times the dtype's
    ///     epsilon.
    /// - Returns: the solution; the sums of squared residuals of each column where m > n and all matrices have full rank,
    ///   otherwise empty; the ranks; and the singular values.
    public static func lstsq(
        _ a: Tensor, _ b: Tensor, rcond: Double? = nil
    ) -> (solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor) {
        attempt(else: (.failed, .failed, .failed, .failed)) { () throws(TensorError) in
            let name: StaticString = "Linalg.lstsq"
            try Raw.checkMatrices(a, name)
            try Raw.checkSameDType(a, b, name)
            let isVector = b.ndim == 1 || (b.ndim == a.ndim - 1 && b.shape == Array(a.shape.dropLast()))
            let (m, n) = (a.layout.sizes[a.ndim - 2], a.layout.sizes[a.ndim - 1])
            if b.ndim == 0 || (isVector ? b.size(-1) : b.layout.sizes[b.ndim - 2]) != m {
                throw TensorError("\(name)", .shape, "shapes \(a.shape) and \(b.shape) do not have the same rows")
            }
            let right = isVector ? b.unsqueeze(b.ndim) : b
            let inverse = noGrad { pseudoInverse(a, atol: nil, rtol: rcond, name) }
            let y = try Raw.matmul(inverse, right, name: name)
            let values = noGrad { svdvals(a) }
            let rank = noGrad { matrixRank(a, rtol: rcond) }
            if isRecorded(a, right) {
                let (savedA, savedB) = (SavedTensor(a), SavedTensor(right))
                let byA = a.requiresGrad
                record("LinalgLstsqBackward0", y, a, right) { g in
                    let (a, b) = (savedA.tensor, savedB.tensor)
                    let inverse = pseudoInverse(a, atol: nil, rtol: rcond, "LinalgLstsqBackward0")
                    let byInverse = byA ? gradient(g.matmul(b.mT), inverse, a) : nil
                    return (byInverse, inverse.mT.matmul(g))
                }
            }
            let isFull = m > n && rank.toArray(Int.self).allSatisfy { $0 == n }
            let misses = isFull ? a.matmul(y) - right : Tensor.zeros([0], dtype: a.dtype)
            let residuals = isFull ? (misses * misses).sum(dim: -2) : misses
            return (isVector ? y.squeeze(y.ndim - 1) : y, residuals, rank, values)
        }
    }
}

extension Tensor {
    /// The Moore-Penrose pseudo-inverse, as `Linalg.pinv`; singular values up to `rcond` times the largest count as 0.
    public func pinverse(rcond: Double = 1e-15) -> Tensor {
        Linalg.pseudoInverse(self, atol: nil, rtol: rcond, "pinverse")
    }
}
