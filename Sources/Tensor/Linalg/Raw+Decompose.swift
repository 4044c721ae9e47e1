extension Raw {
    /// Q and R of `A = Q · R`; Q is square where `complete`.
    package static func qr(_ x: Tensor, complete: Bool, name: StaticString) throws(TensorError) -> (Tensor, Tensor) {
        try checkMatrices(x, name)
        let (m, n) = (x.layout.sizes[x.ndim - 2], x.layout.sizes[x.ndim - 1])
        let width = complete ? m : min(m, n)
        let results = try eachMatrix([x], [[m, width], [width, n]], name) { inputs, _ in
            let (q, r) = inputs[0].qr(complete: complete)
            return [q.values, r.values]
        }
        return (results[0], results[1])
    }

    /// The eigenvalues of symmetric matrices in ascending order and their eigenvectors as columns, read from one triangle.
    package static func eigh(_ x: Tensor, upper: Bool, name: StaticString) throws(TensorError) -> (Tensor, Tensor) {
        try checkMatrices(x, square: true, name)
        let n = x.layout.sizes[x.ndim - 1]
        let results = try eachMatrix([x], [[n], [n, n]], name) { inputs, _ in
            var a = inputs[0]
            for i in 0..<n { for j in 0..<i { if upper { a[i, j] = a[j, i] } else { a[j, i] = a[i, j] } } }
            let (values, vectors) = a.symmetricEigen()
            return [values, vectors.values]
        }
        return (results[0], results[1])
    }

    /// U, S and Vᵀ of `A = U · diag(S) · Vᵀ`; U and Vᵀ are square where `full`.
    package static func svd(_ x: Tensor, full: Bool, name: StaticString) throws(TensorError) -> [Tensor] {
        try checkMatrices(x, name)
        let (m, n) = (x.layout.sizes[x.ndim - 2], x.layout.sizes[x.ndim - 1])
        let k = min(m, n)
        return try eachMatrix([x], [[m, full ? m : k], [k], [full ? n : k, n]], name) {
            (inputs, index) throws(TensorError) in
            if !inputs[0].isFinite {
                throw TensorError("\(name)", .value, "\(place(x, index))the matrix has elements that are not finite")
            }
            let (u, s, vt) = inputs[0].svd()
            if !full { return [u.values, s, vt.values] }
            return [u.completed(to: m).values, s, vt.transpose.completed(to: n).transpose.values]
        }
    }

    /// The pseudo-inverses: singular values up to `max(absolute, relative · the largest)` count as 0.
    package static func pseudoInverse(
        _ x: Tensor, absolute: Double, relative: Double, name: StaticString
    ) throws(TensorError) -> Tensor {
        try checkMatrices(x, name)
        let (m, n) = (x.layout.sizes[x.ndim - 2], x.layout.sizes[x.ndim - 1])
        return try eachMatrix([x], [[n, m]], name) { (inputs, index) throws(TensorError) in
            if !inputs[0].isFinite {
                throw TensorError("\(name)", .value, "\(place(x, index))the matrix has elements that are not finite")
            }
            let (u, s, vt) = inputs[0].svd()
            let least = max(absolute, relative * (s.first ?? 0))
            var scaled = u
            for (j, value) in s.enumerated() {
                for i in 0..<m { scaled[i, j] = value > least ? scaled[i, j] / value : 0 }
            }
            return [(scaled * vt).transpose.values]
        }[0]
    }
}
