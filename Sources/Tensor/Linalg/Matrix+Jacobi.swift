/// A plane rotation that takes the mutual term of two elements away.
private struct Rotation {
    let cosine: Double
    let sine: Double

    /// For the symmetric matrix [[p, mutual], [mutual, q]].
    init(_ p: Double, _ mutual: Double, _ q: Double) {
        let zeta = (q - p) / (2 * mutual)
        let tangent = (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
        cosine = 1 / (1 + tangent * tangent).squareRoot()
        sine = cosine * tangent
    }

    @inline(__always)
    func applied(_ x: Double, _ y: Double) -> (Double, Double) { (cosine * x - sine * y, sine * x + cosine * y) }
}

private let mostSweeps = 60

extension Matrix {
    var isFinite: Bool { values.allSatisfy(\.isFinite) }

    /// The eigenvalues of a symmetric matrix in ascending order, and its eigenvectors as columns; NaN where an element is
    /// not finite.
    ///
    /// Cyclic Jacobi rotations: Golub and Van Loan, Matrix Computations, 8.5.
    func symmetricEigen() -> (values: [Double], vectors: Matrix) {
        var vectors = Matrix.identity(rows)
        let norm = values.reduce(0) { max($0, abs($1)) }
        if !isFinite {
            for i in vectors.values.indices { vectors.values[i] = .nan }
            return ([Double](repeating: .nan, count: rows), vectors)
        }
        var a = self
        if norm > 0 { for i in a.values.indices { a.values[i] /= norm } }
        for _ in 0..<mostSweeps {
            var isDiagonal = true
            for p in 0..<rows {
                for q in p + 1..<max(rows, p + 1) where abs(a[p, q]) > 1e-18 {
                    isDiagonal = false
                    let rotation = Rotation(a[p, p], a[p, q], a[q, q])
                    a.rotateColumns(rotation, p, q)
                    a.rotateRows(rotation, p, q)
                    vectors.rotateRows(rotation, p, q)
                }
            }
            if isDiagonal { break }
        }
        let order = (0..<rows).sorted { a[$0, $0] < a[$1, $1] }
        return (order.map { a[$0, $0] * norm }, vectors.rows(order).transpose)
    }

    /// `A = U · diag(S) · Vᵀ` with as many columns in U and rows in Vᵀ as the shorter side; S descends. All elements are
    /// finite.
    ///
    /// One-sided Jacobi rotations (Hestenes): Golub and Van Loan, Matrix Computations, 8.6.
    func svd() -> (u: Matrix, s: [Double], vt: Matrix) {
        if rows < columns {
            let (u, s, vt) = transpose.svd()
            return (vt.transpose, s, u.transpose)
        }
        let norm = values.reduce(0) { max($0, abs($1)) }
        // Columns are rows here, because those are contiguous; they become orthogonal to each other.
        var a = transpose
        if norm > 0 { for i in a.values.indices { a.values[i] /= norm } }
        var v = Matrix.identity(columns)
        for _ in 0..<mostSweeps {
            var isOrthogonal = true
            for p in 0..<columns {
                for q in p + 1..<max(columns, p + 1) {
                    let (pp, pq, qq) = (a.product(p, p), a.product(p, q), a.product(q, q))
                    if abs(pq) <= 1e-16 * (pp * qq).squareRoot() || abs(pq) < 1e-300 { continue }
                    isOrthogonal = false
                    let rotation = Rotation(pp, pq, qq)
                    a.rotateRows(rotation, p, q)
                    v.rotateRows(rotation, p, q)
                }
            }
            if isOrthogonal { break }
        }
        let lengths = (0..<columns).map { a.product($0, $0).squareRoot() }
        let order = (0..<columns).sorted { lengths[$0] > lengths[$1] }
        let s = order.map { lengths[$0] }
        // What rounding left of columns that should be 0 has no direction.
        let least = (s.first ?? 0) * Double.ulpOfOne * Double(rows)
        let rank = s.count { $0 > least }
        var u = Matrix(rows, rank)
        for (j, row) in order.prefix(rank).enumerated() {
            for i in 0..<rows { u[i, j] = a[row, i] / s[j] }
        }
        return (u.completed(to: columns), s.map { $0 * norm }, v.rows(order))
    }

    private func rows(_ order: [Int]) -> Matrix {
        var result = Matrix(order.count, columns)
        for (i, row) in order.enumerated() { for j in 0..<columns { result[i, j] = self[row, j] } }
        return result
    }

    private func product(_ p: Int, _ q: Int) -> Double {
        var sum = 0.0
        for j in 0..<columns { sum += self[p, j] * self[q, j] }
        return sum
    }

    private mutating func rotateRows(_ rotation: Rotation, _ p: Int, _ q: Int) {
        for j in 0..<columns { (self[p, j], self[q, j]) = rotation.applied(self[p, j], self[q, j]) }
    }

    private mutating func rotateColumns(_ rotation: Rotation, _ p: Int, _ q: Int) {
        for i in 0..<rows { (self[i, p], self[i, q]) = rotation.applied(self[i, p], self[i, q]) }
    }
}
