import PinionTensor

extension Linalg {
    /// L below and U on and above the diagonal of one matrix, and the rows exchanged with each, counted from 1, as int32.
    /// As `torch.linalg.lu_factor`; singular matrices are a mistake.
    public static func luFactor(_ x: Tensor) -> (lu: Tensor, pivots: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            try Raw.checkMatrices(x, "Linalg.luFactor")
            let (p, l, u) = lu(x)
            let (m, n) = (x.size(-2), x.size(-1))
            let k = Swift.min(m, n)
            if (u.detach().diagonal(dim1: -2, dim2: -1) .== 0).any().item != 0 {
                throw TensorError(
                    "Linalg.luFactor", .value, "a matrix of shape \(x.shape) is singular: U has a 0 on the diagonal")
            }
            let lower = l.tril(-1).pad([0, n - k])
            let upper = u.triu().pad([0, 0, 0, m - k])
            return (lower + upper, exchanges(p, k))
        }
    }

    /// X of `A · X = B` from what `luFactor` gives for A, or of `X · A = B` where not `left`; of the transposed A with
    /// `adjoint`. As `torch.linalg.lu_solve`.
    public static func luSolve(
        _ lu: Tensor, _ pivots: Tensor, _ b: Tensor, left: Bool = true, adjoint: Bool = false
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let name: StaticString = "Linalg.luSolve"
            try Raw.checkMatrices(lu, square: true, name)
            try Raw.checkSameDType(lu, b, name)
            if b.ndim < 2 || b.size(left ? -2 : -1) != lu.size(-1) || pivots.shape != Array(lu.shape.dropLast()) {
                throw TensorError(
                    "\(name)", .shape,
                    "factors of shape \(lu.shape), pivots of shape \(pivots.shape) and B of shape \(b.shape) do not fit"
                )
            }
            if pivots.dtype != .int32 {
                throw TensorError("\(name)", .dtype, "the pivots are \(pivots.dtype), expected int32")
            }
            if !left { return luSolve(lu, pivots, b.mT, adjoint: !adjoint).mT }
            let p = try permutations(pivots, lu.dtype)
            if adjoint {
                let half = solveTriangular(lu.mT, b, upper: false)
                return p.matmul(solveTriangular(lu.mT, half, upper: true, unitriangular: true))
            }
            let half = solveTriangular(lu, p.mT.matmul(b), upper: false, unitriangular: true)
            return solveTriangular(lu, half, upper: true)
        }
    }

    /// The exchanges of rows that make a permutation, counted from 1.
    private static func exchanges(_ p: Tensor, _ k: Int) -> Tensor {
        let m = p.size(-1)
        let rows = p.detach().argmax(dim: -2).toArray(Int.self)
        var pivots: [Int] = []
        for batch in 0..<(m == 0 ? 0 : rows.count / m) {
            var order = Array(0..<m)
            for i in 0..<k {
                guard let j = order.firstIndex(of: rows[batch * m + i]) else { continue }
                order.swapAt(i, j)
                pivots.append(j + 1)
            }
        }
        return Tensor(pivots, dtype: .int32).reshape(Array(p.shape.dropLast(2)) + [k])
    }

    /// The permutations that exchanges of rows make, as matrices.
    private static func permutations(_ pivots: Tensor, _ dtype: DType) throws(TensorError) -> Tensor {
        let n = pivots.size(-1)
        let exchanged = pivots.toArray(Int.self)
        if let wrong = exchanged.first(where: { $0 < 1 || $0 > n }) {
            throw TensorError("Linalg.luSolve", .index, "a pivot is \(wrong), expected 1 to \(n)")
        }
        var columns: [Int] = []
        for batch in 0..<(n == 0 ? 0 : exchanged.count / n) {
            var order = Array(0..<n)
            for i in 0..<n { order.swapAt(i, exchanged[batch * n + i] - 1) }
            columns += order
        }
        let rows = Tensor(columns, dtype: .int64).reshape(pivots.shape)
        return oneHot(rows, numClasses: n).to(dtype).mT
    }
}
