import PinionTensor

extension Linalg {
    /// The inverse of x as a map from its last dimensions to its first `ind`: `tensordot(inv, x, dims: ind)` is the
    /// identity. As `torch.linalg.tensorinv`.
    public static func tensorinv(_ x: Tensor, ind: Int = 2) -> Tensor {
        attempt { () throws(TensorError) in
            if ind < 1 { throw TensorError("Linalg.tensorinv", .value, "ind is \(ind), expected at least 1") }
            let (first, last) = (Array(x.shape.prefix(ind)), Array(x.shape.dropFirst(ind)))
            let (rows, columns) = (first.reduce(1, *), last.reduce(1, *))
            if rows != columns || x.ndim < ind {
                throw TensorError(
                    "Linalg.tensorinv", .shape,
                    "the first \(ind) sizes of shape \(x.shape) have the product \(rows), the others \(columns); "
                        + "expected the same")
            }
            return inverse(x.reshape(rows, columns), "Linalg.tensorinv").reshape(last + first)
        }
    }

    /// X of `tensordot(a, X, dims: X.ndim) = b`. As `torch.linalg.tensorsolve`.
    ///
    /// The first dimensions of `a` are `b`'s, the others X's; `dims` are moved to the end of `a` before.
    public static func tensorsolve(_ a: Tensor, _ b: Tensor, dims: [Int]? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            var moved = a
            if let dims {
                let places = try a.layout.dimensions(dims, "Linalg.tensorsolve")
                moved = a.movedim(places, Array(a.ndim - places.count..<a.ndim))
            }
            let shape = Array(moved.shape.dropFirst(b.ndim))
            let count = shape.reduce(1, *)
            if moved.ndim < b.ndim || count * count != moved.numel || b.numel != count {
                throw TensorError(
                    "Linalg.tensorsolve", .shape,
                    "a has shape \(moved.shape) and b \(b.shape); expected a to have b's \(b.numel) elements times as "
                        + "many in its other dimensions")
            }
            try Raw.checkSameDType(a, b, "Linalg.tensorsolve")
            return solve(moved.reshape(count, count), b.flatten()).reshape(shape)
        }
    }

    /// The sums of the products of two tensors along a dimension, with broadcasting. As `torch.linalg.vecdot`.
    public static func vecdot(_ x: Tensor, _ y: Tensor, dim: Int = -1) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.checkSameDType(x, y, "Linalg.vecdot")
            let layout = try Raw.broadcast(.tensor(x), .tensor(y), "Linalg.vecdot")
            _ = try layout.dimension(dim, "Linalg.vecdot")
            if !x.isFloatingPoint { throw TensorError("Linalg.vecdot", .dtype, "not defined for \(x.dtype)") }
            return (x * y).sum(dim: dim)
        }
    }

    /// The matrix product of two tensors, as `x.matmul(y)`. As `torch.linalg.matmul`.
    public static func matmul(_ x: Tensor, _ y: Tensor) -> Tensor { x.matmul(y) }

    /// The diagonals of the matrices in the last two dimensions, a view. As `torch.linalg.diagonal`.
    public static func diagonal(_ x: Tensor, offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor {
        x.diagonal(offset: offset, dim1: dim1, dim2: dim2)
    }

    /// The powers 0 to `n - 1` of the elements along a new last dimension. As `torch.linalg.vander`.
    ///
    /// `n` is by default the last dimension's size.
    public static func vander(_ x: Tensor, n: Int? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            if x.ndim == 0 { throw TensorError("Linalg.vander", .shape, "expected at least 1 dimension, got shape []") }
            let n = n ?? x.size(-1)
            if n < 1 { throw TensorError("Linalg.vander", .value, "n is \(n), expected at least 1") }
            if x.dtype == .bool { throw TensorError("Linalg.vander", .dtype, "not defined for bool") }
            let dtype: DType = x.isFloatingPoint ? x.dtype : .int64
            let column = x.to(dtype).unsqueeze(-1)
            let ones = Tensor.ones(column.shape, dtype: dtype)
            return cat([ones, column.expand(x.shape + [n - 1])], dim: -1).cumprod(dim: -1)
        }
    }
}
