extension Raw {
    /// The inverses of square matrices; throws where one is singular.
    package static func inverse(_ x: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        try checkMatrices(x, square: true, name)
        let n = x.layout.sizes[x.ndim - 1]
        return try eachMatrix([x], [[n, n]], name) { (inputs, index) throws(TensorError) in
            let factors = LUFactors(inputs[0])
            if let zero = factors.firstZero {
                throw TensorError(
                    "\(name)", .value,
                    "\(place(x, index))the matrix is singular: the diagonal element \(zero + 1) of its factor U is zero"
                )
            }
            return [factors.solve(.identity(n)).values]
        }[0]
    }

    /// X of `A · X = B`, of matrices; the batches broadcast.
    package static func solve(_ a: Tensor, _ b: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        let shape = [b.layout.sizes[b.ndim - 2], b.layout.sizes[b.ndim - 1]]
        return try eachMatrix([a, b], [shape], name) { (inputs, index) throws(TensorError) in
            let factors = LUFactors(inputs[0])
            if factors.firstZero != nil {
                throw TensorError(
                    "\(name)", .value,
                    "\(place(a, index))no solution, because the matrix of shape \(a.shape) is singular")
            }
            return [factors.solve(inputs[1]).values]
        }[0]
    }

    /// X of `T · X = B`, or where not `left` of `X · T = B`, with the upper or lower triangle of A as T.
    package static func solveTriangular(
        _ a: Tensor, _ b: Tensor, upper: Bool, left: Bool, unit: Bool, name: StaticString
    ) throws(TensorError) -> Tensor {
        let shape = [b.layout.sizes[b.ndim - 2], b.layout.sizes[b.ndim - 1]]
        return try eachMatrix([a, b], [shape], name) { inputs, _ in
            var x = left ? inputs[1] : inputs[1].transpose
            let triangle = left ? inputs[0] : inputs[0].transpose
            triangle.solveTriangular(&x, upper: upper == left, unit: unit)
            return [left ? x.values : x.transpose.values]
        }[0]
    }

    /// The determinants.
    package static func determinant(_ x: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        try checkMatrices(x, square: true, name)
        return try eachMatrix([x], [[]], name) { inputs, _ in [[LUFactors(inputs[0]).determinant]] }[0]
    }

    /// The signs of the determinants and the logarithms of their absolute values.
    package static func signAndLogDeterminant(
        _ x: Tensor, name: StaticString
    ) throws(TensorError) -> (Tensor, Tensor) {
        try checkMatrices(x, square: true, name)
        let results = try eachMatrix([x], [[], []], name) { inputs, _ in
            let (sign, logarithm) = LUFactors(inputs[0]).signAndLogarithm
            return [[sign], [logarithm]]
        }
        return (results[0], results[1])
    }

    /// The derivatives of the determinants by the elements, also of singular matrices.
    package static func cofactors(_ x: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        let n = x.layout.sizes[x.ndim - 1]
        return try eachMatrix([x], [[n, n]], name) { inputs, _ in
            if !inputs[0].isFinite { return [inputs[0].values.map { _ in .nan }] }
            let (u, s, vt) = inputs[0].svd()
            let sign = LUFactors(u).determinant * LUFactors(vt).determinant
            var scaled = vt
            for i in 0..<n {
                let product = s.indices.reduce(sign) { $1 == i ? $0 : $0 * s[$1] }
                for j in 0..<n { scaled[i, j] *= product }
            }
            return [(u * scaled).values]
        }[0]
    }

    /// L of `A = L · Lᵀ`, read from A's lower triangle.
    package static func cholesky(_ x: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        try checkMatrices(x, square: true, name)
        let n = x.layout.sizes[x.ndim - 1]
        return try eachMatrix([x], [[n, n]], name) { (inputs, index) throws(TensorError) in
            let (l, failure) = inputs[0].cholesky()
            if let failure {
                throw TensorError(
                    "\(name)", .value,
                    "\(place(x, index))the matrix is not positive-definite: its leading minor of order \(failure) is not"
                )
            }
            return [l.values]
        }[0]
    }

    /// P, L and U of `A = P · L · U`.
    package static func lu(_ x: Tensor, name: StaticString) throws(TensorError) -> [Tensor] {
        try checkMatrices(x, name)
        let (m, n) = (x.layout.sizes[x.ndim - 2], x.layout.sizes[x.ndim - 1])
        let k = min(m, n)
        return try eachMatrix([x], [[m, m], [m, k], [k, n]], name) { inputs, _ in
            let factors = LUFactors(inputs[0])
            var (p, l, u) = (Matrix(m, m), Matrix(m, k), Matrix(k, n))
            for (i, row) in factors.permutation(m).enumerated() { p[row, i] = 1 }
            for i in 0..<m { for j in 0..<min(k, i + 1) { l[i, j] = i == j ? 1 : factors.factors[i, j] } }
            for i in 0..<k { for j in i..<n { u[i, j] = factors.factors[i, j] } }
            return [p.values, l.values, u.values]
        }
    }
}
