import PinionTensor

// Triangles and diagonals of matrices as products with constants.
extension Tensor {
    /// 1 where `isKept` says so, 0 elsewhere, for the matrices in the last two dimensions.
    private func mask(_ isKept: (Int, Int) -> Bool) -> Tensor {
        let (rows, columns) = (layout.sizes[ndim - 2], layout.sizes[ndim - 1])
        var values: [Double] = []
        values.reserveCapacity(rows * columns)
        for i in 0..<rows { for j in 0..<columns { values.append(isKept(i, j) ? 1 : 0) } }
        return Tensor(values, dtype: dtype).reshape([rows, columns])
    }

    /// The lower triangles, zeros above; `below` diagonals lower where given.
    func lowerTriangles(below: Int = 0) -> Tensor { self * mask { $1 <= $0 - below } }

    /// The upper triangles, zeros below; `above` diagonals higher where given.
    func upperTriangles(above: Int = 0) -> Tensor { self * mask { $1 >= $0 + above } }

    /// Matrices with the vectors of the last dimension on their diagonals.
    func asDiagonals() -> Tensor {
        let columns = unsqueeze(ndim)
        return columns * identity(layout.sizes[ndim - 1])
    }

    /// The identity in this tensor's dtype.
    package func identity(_ n: Int) -> Tensor {
        Tensor((0..<n * n).map { $0 % (n + 1) == 0 ? 1.0 : 0.0 }, dtype: dtype).reshape([n, n])
    }

    /// A view of some of the matrices' columns.
    func columns(_ range: Range<Int>) -> Tensor { narrow(-1, range.lowerBound, range.count) }

    /// A view of some of the matrices' rows.
    func rows(_ range: Range<Int>) -> Tensor { narrow(-2, range.lowerBound, range.count) }

    /// As columns from `first` on of matrices with `count` columns, the others 0.
    func widened(_ first: Int, _ count: Int) -> Tensor {
        let width = layout.sizes[ndim - 1]
        var values = [Double](repeating: 0, count: width * count)
        for i in 0..<width { values[i * count + first + i] = 1 }
        return matmul(Tensor(values, dtype: dtype).reshape([width, count]))
    }

    /// As rows from `first` on of matrices with `count` rows, the others 0.
    func heightened(_ first: Int, _ count: Int) -> Tensor {
        mT.widened(first, count).mT
    }
}
