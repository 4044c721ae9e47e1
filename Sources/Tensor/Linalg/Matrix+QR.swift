extension Matrix {
    /// `A = Q · R` by Householder reflections, with LAPACK's signs.
    /// - Parameter complete: whether Q is square; otherwise it has as many columns as the shorter side.
    func qr(complete: Bool) -> (q: Matrix, r: Matrix) {
        var r = self
        var reflections: [Reflection] = []
        for k in 0..<min(rows, columns) {
            let reflection = Reflection(r, column: k)
            reflection.apply(to: &r)
            reflections.append(reflection)
            for i in k + 1..<max(rows, k + 1) { r[i, k] = 0 }
        }
        let width = complete ? rows : min(rows, columns)
        var q = Matrix.identity(rows).prefix(columns: width)
        for reflection in reflections.reversed() { reflection.apply(to: &q) }
        if width == rows { return (q, r) }
        var top = Matrix(width, columns)
        for i in 0..<width { for j in 0..<columns { top[i, j] = r[i, j] } }
        return (q, top)
    }

    /// Orthonormal columns and as many more as make the matrix `count` columns wide.
    func completed(to count: Int) -> Matrix {
        if count <= columns { return self }
        var result = qr(complete: true).q.prefix(columns: count)
        for i in 0..<rows { for j in 0..<columns { result[i, j] = self[i, j] } }
        return result
    }
}

/// `I - τ · v · vᵀ`, which maps a column's part below the diagonal to 0; v is 1 at the diagonal.
private struct Reflection {
    let first: Int
    private var v: [Double]
    private var tau = 0.0

    init(_ a: Matrix, column k: Int) {
        first = k
        v = (k..<a.rows).map { a[$0, k] }
        let alpha = v[0]
        v[0] = 1
        // Scaled, so that no square overflows or vanishes.
        let largest = v.dropFirst().reduce(0) { max($0, abs($1)) }
        if largest == 0 { return }
        let scale = max(largest, abs(alpha))
        let sum = v.dropFirst().reduce((alpha / scale) * (alpha / scale)) { $0 + ($1 / scale) * ($1 / scale) }
        let beta = (alpha < 0 ? 1 : -1) * scale * sum.squareRoot()
        tau = (beta - alpha) / beta
        for i in 1..<v.count { v[i] /= alpha - beta }
    }

    func apply(to a: inout Matrix) {
        if tau == 0 { return }
        var sums = [Double](repeating: 0, count: a.columns)
        for (i, factor) in v.enumerated() {
            for j in 0..<a.columns { sums[j] += factor * a[first + i, j] }
        }
        for (i, factor) in v.enumerated() {
            for j in 0..<a.columns { a[first + i, j] -= tau * factor * sums[j] }
        }
    }
}
