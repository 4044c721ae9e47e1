import PinionTensor

extension Linalg {
    /// X of `A · X = B`, or of `X · A = B` where not `left`. As `torch.linalg.solve`.
    ///
    /// - Parameters:
    ///   - a: square matrices, [..., n, n].
    ///   - b: matrices [..., n, k], whose batches broadcast with a's, or vectors: [n], or a's shape without the last
    ///     dimension.
    ///   - left: which side X is on.
    public static func solve(_ a: Tensor, _ b: Tensor, left: Bool = true) -> Tensor {
        attempt { () throws(TensorError) in
            let name: StaticString = "Linalg.solve"
            try Raw.checkMatrices(a, square: true, name)
            try Raw.checkSameDType(a, b, name)
            if b.ndim == 1 || (b.ndim == a.ndim - 1 && b.shape == Array(a.shape.dropLast())) {
                try checkSides(a, b, rows: b.shape.last ?? 0, name)
                let column = left ? b.unsqueeze(b.ndim) : b.unsqueeze(b.ndim - 1)
                let x = solve(a, column, left: left)
                return x.squeeze(left ? x.ndim - 1 : x.ndim - 2)
            }
            if b.ndim < 2 { throw mismatch(a, b, name) }
            if !left {
                return solve(a.mT, b.mT).mT
            }
            try checkSides(a, b, rows: b.layout.sizes[b.ndim - 2], name)
            let y = try Raw.solve(a, b, name: name)
            if !isRecorded(a, b) { return y }
            let (saved, result) = (SavedTensor(a), SavedOutput(y))
            return record("LinalgSolveExBackward0", y, a, b) { g in
                let byB = solve(saved.tensor.mT, g)
                return (-byB.matmul(result.tensor.mT), byB)
            }
        }
    }

    /// X of `T · X = B`, or of `X · T = B` where not `left`, for a triangle T. As `torch.linalg.solve_triangular`.
    ///
    /// - Parameters:
    ///   - a: square matrices, of which one triangle is read.
    ///   - b: matrices; the batches broadcast.
    ///   - upper: whether T is the upper triangle.
    ///   - left: which side T is on.
    ///   - unitriangular: whether T's diagonal counts as ones.
    public static func solveTriangular(
        _ a: Tensor, _ b: Tensor, upper: Bool, left: Bool = true, unitriangular: Bool = false
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let name: StaticString = "Linalg.solveTriangular"
            try Raw.checkMatrices(a, square: true, name)
            try Raw.checkSameDType(a, b, name)
            if b.ndim < 2 { throw mismatch(a, b, name) }
            try checkSides(a, b, rows: b.layout.sizes[b.ndim - (left ? 2 : 1)], name)
            let y = try Raw.solveTriangular(a, b, upper: upper, left: left, unit: unitriangular, name: name)
            if !isRecorded(a, b) { return y }
            let (saved, result) = (SavedTensor(a), SavedOutput(y))
            return record("LinalgSolveTriangularBackward0", y, a, b) { g in
                let byB = solveTriangular(
                    saved.tensor.mT, g, upper: !upper, left: left, unitriangular: unitriangular)
                let x = result.tensor.mT
                let byA = -(left ? byB.matmul(x) : x.matmul(byB))
                let offset = unitriangular ? 1 : 0
                return (upper ? byA.triu(offset) : byA.tril(-offset), byB)
            }
        }
    }

    private static func checkSides(
        _ a: Tensor, _ b: Tensor, rows: Int, _ name: StaticString
    ) throws(TensorError) {
        if rows != a.layout.sizes[a.ndim - 1] { throw mismatch(a, b, name) }
    }

    private static func mismatch(_ a: Tensor, _ b: Tensor, _ name: StaticString) -> TensorError {
        TensorError("\(name)", .shape, "shapes \(a.shape) and \(b.shape) do not fit A · X = B or X · A = B")
    }
}
