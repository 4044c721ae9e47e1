import PinionTensor

extension Linalg {
    /// How large the factors of `qr` are.
    public enum QRMode: String, Sendable, WordArgument, CaseIterable {
        /// Q has as many columns as the matrix's shorter side.
        case reduced
        /// Q is square.
        case complete
    }

    /// Q with orthonormal columns and an upper triangle R of `A = Q · R`. As `torch.linalg.qr`, with LAPACK's signs.
    ///
    /// Gradients need linearly independent first columns, and the reduced mode where there are more rows than columns.
    public static func qr(_ x: Tensor, mode: QRMode = .reduced) -> (q: Tensor, r: Tensor) {
        factor(x, mode, "Linalg.qr")
    }

    static func factor(_ x: Tensor, _ mode: QRMode, _ name: StaticString) -> (q: Tensor, r: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            let (q, r) = try Raw.qr(x, complete: mode == .complete, name: name)
            if !isRecorded(x) { return (q, r) }
            let (m, n) = (x.layout.sizes[x.ndim - 2], x.layout.sizes[x.ndim - 1])
            let (savedQ, savedR) = (SavedOutput(q), SavedOutput(r, index: 1))
            record("LinalgQrBackward0", [q, r], [x]) { gradients in
                [
                    attempt { () throws(TensorError) in
                        if mode == .complete && m > n {
                            throw TensorError(
                                "LinalgQrBackward0", .value,
                                "the complete mode has no gradient for more rows than columns, shape [\(m), \(n)]")
                        }
                        let (q, r) = (savedQ.tensor, savedR.tensor)
                        if m >= n { return gradient(gradients[0], gradients[1], q, r) }
                        // A = (A₁ A₂) with A₁ square: A₁ = Q·R₁, R₂ = Qᵀ·A₂ and so A₂ = Q·R₂.
                        let r1 = r.columns(0..<m)
                        guard let byR = gradients[1] else {
                            return gradient(gradients[0], nil, q, r1).pad([0, n - m])
                        }
                        let byR2 = byR.columns(m..<n)
                        let throughR2 = q.matmul(r.columns(m..<n)).matmul(byR2.mT)
                        let byQ = gradients[0].map { $0 + throughR2 } ?? throughR2
                        let byA1 = gradient(byQ, byR.columns(0..<m), q, r1)
                        return byA1.pad([0, n - m]) + q.matmul(byR2).pad([m, 0])
                    }
                ]
            }
            return (q, r)
        }
    }

    /// `(gQ + Q · sym(triu(gR · Rᵀ - Qᵀ · gQ))) · R⁻ᵀ` for at least as many rows as columns.
    private static func gradient(_ gQ: Tensor?, _ gR: Tensor?, _ q: Tensor, _ r: Tensor) -> Tensor {
        let byR = gR.map { $0.matmul(r.mT) }
        let byQ = gQ.map { -(q.mT.matmul($0)) }
        guard let sum = byR.map({ first in byQ.map { first + $0 } ?? first }) ?? byQ else { return .failed }
        let upper = sum.triu()
        let symmetric = upper + upper.triu(1).mT
        let inside = q.matmul(symmetric)
        return solveTriangular(
            r.mT, gQ.map { $0 + inside } ?? inside, upper: false, left: false)
    }
}

extension Tensor {
    /// Q and R of `self = Q · R`, as `Linalg.qr`; Q is square where not `some`.
    public func qr(some: Bool = true) -> (q: Tensor, r: Tensor) {
        Linalg.factor(self, some ? .reduced : .complete, "qr")
    }
}
