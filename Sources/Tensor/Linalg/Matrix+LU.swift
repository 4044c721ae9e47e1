/// `P · A = L · U` with partial pivoting: both factors in one matrix, the ones on L's diagonal left out.
struct LUFactors {
    private(set) var factors: Matrix
    /// The row that row i was swapped with at step i.
    private(set) var pivots: [Int] = []
    /// The first diagonal element of U that is zero.
    private(set) var firstZero: Int?

    init(_ a: Matrix) {
        factors = a
        for k in 0..<min(a.rows, a.columns) {
            var pivot = k
            for i in k + 1..<max(a.rows, k + 1) where abs(factors[i, k]) > abs(factors[pivot, k]) { pivot = i }
            pivots.append(pivot)
            factors.swapRows(k, pivot)
            if factors[k, k] == 0 {
                if firstZero == nil { firstZero = k }
                continue
            }
            for i in k + 1..<max(a.rows, k + 1) {
                let factor = factors[i, k] / factors[k, k]
                factors[i, k] = factor
                if factor != 0 { factors.add(-factor, row: k, to: i, from: k + 1) }
            }
        }
    }

    /// 1 or -1 for an even or odd number of swaps.
    private var parity: Double { pivots.enumerated().reduce(1) { $1.offset == $1.element ? $0 : -$0 } }

    var determinant: Double { pivots.indices.reduce(parity) { $0 * factors[$1, $1] } }

    /// The sign of the determinant and the logarithm of its absolute value.
    var signAndLogarithm: (Double, Double) {
        var (sign, logarithm) = (parity, 0.0)
        for i in pivots.indices {
            let value = factors[i, i]
            sign *= value == 0 ? 0 : value < 0 ? -1 : 1
            logarithm += logOfDouble(abs(value))
        }
        return (sign, logarithm)
    }

    /// X of `A · X = B` for a square A.
    func solve(_ b: Matrix) -> Matrix {
        var x = b
        for (i, pivot) in pivots.enumerated() { x.swapRows(i, pivot) }
        factors.solveTriangular(&x, upper: false, unit: true)
        factors.solveTriangular(&x, upper: true, unit: false)
        return x
    }

    /// The rows of A in the order of P · A.
    func permutation(_ rows: Int) -> [Int] {
        var order = Array(0..<rows)
        for (i, pivot) in pivots.enumerated() { order.swapAt(i, pivot) }
        return order
    }
}

extension Matrix {
    /// Makes B the X of `T · X = B`, where T is this matrix's upper or lower triangle.
    func solveTriangular(_ x: inout Matrix, upper: Bool, unit: Bool) {
        for step in 0..<rows {
            let i = upper ? rows - 1 - step : step
            for k in upper ? i + 1..<rows : 0..<i where self[i, k] != 0 { x.add(-self[i, k], row: k, to: i) }
            if !unit { for j in 0..<x.columns { x[i, j] /= self[i, i] } }
        }
    }

    /// L of `A = L · Lᵀ`, from A's lower triangle; the order of the first minor that is not positive where there is none.
    func cholesky() -> (Matrix, failure: Int?) {
        var l = Matrix(rows, rows)
        for j in 0..<rows {
            var pivot = self[j, j]
            for k in 0..<j { pivot -= l[j, k] * l[j, k] }
            guard pivot > 0 else { return (l, j + 1) }
            l[j, j] = pivot.squareRoot()
            for i in j + 1..<max(rows, j + 1) {
                var value = self[i, j]
                for k in 0..<j { value -= l[i, k] * l[j, k] }
                l[i, j] = value / l[j, j]
            }
        }
        return (l, nil)
    }
}
