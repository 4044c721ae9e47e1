import PinionTensor

extension Linalg {
    /// Norms of matrices and vectors.
    public enum MatrixNorm: Sendable, Equatable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
        WordArgument
    {
        /// The root of the sum of squares.
        case fro
        /// The sum of the singular values.
        case nuc
        /// The largest singular value for 2, the smallest for -2; the largest sum of absolute values of a column for 1,
        /// the smallest for -1; the same of a row for ±infinity. Of vectors the p-norm.
        case order(Double)

        /// The largest sum of a row, the largest element of a vector.
        public static var infinity: MatrixNorm { .order(.infinity) }

        public static var _words: [(String, MatrixNorm)] { [("fro", .fro), ("nuc", .nuc)] }

        public init(integerLiteral order: Int) { self = .order(Double(order)) }
        public init(floatLiteral order: Double) { self = .order(order) }
    }

    /// Norms of the matrices in two dimensions, by default the last. As `torch.linalg.matrix_norm`.
    public static func matrixNorm(
        _ x: Tensor, _ ord: MatrixNorm = .fro, dims: [Int] = [-2, -1], keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let name: StaticString = "Linalg.matrixNorm"
            let x = dtype.map { x.to($0) } ?? x
            if x.ndim < 2 {
                throw TensorError("\(name)", .shape, "expected at least 2 dimensions, got shape \(x.shape)")
            }
            let plane = try x.layout.dimensions(dims, "\(name)")
            if plane.count != 2 {
                throw TensorError("\(name)", .dimension, "expected two dimensions of shape \(x.shape), got \(dims)")
            }
            if !x.isFloatingPoint { throw TensorError("\(name)", .dtype, "not defined for \(x.dtype)") }
            if ord == .fro { return vectorNorm(x, dims: plane, keepDim: keepDim) }
            let matrices = x.movedim(plane, [-2, -1])
            try Raw.checkMatrices(matrices, name)
            let norms = try norm(of: matrices, ord, name)
            return keepDim ? plane.sorted().reduce(norms) { $0.unsqueeze($1) } : norms
        }
    }

    private static func norm(
        of x: Tensor, _ ord: MatrixNorm, _ name: StaticString
    ) throws(TensorError) -> Tensor {
        switch ord {
        case .fro: x.norm(dims: [-2, -1])
        case .nuc: svdvals(x).sum(dim: -1)
        case .order(2): svdvals(x).amax(dim: -1)
        case .order(-2): svdvals(x).amin(dim: -1)
        case .order(1): x.abs().sum(dim: -2).amax(dim: -1)
        case .order(-1): x.abs().sum(dim: -2).amin(dim: -1)
        case .order(.infinity): x.abs().sum(dim: -1).amax(dim: -1)
        case .order(-.infinity): x.abs().sum(dim: -1).amin(dim: -1)
        case .order(let order):
            throw TensorError("\(name)", .value, "the order is \(order), expected ±1, ±2 or ±infinity")
        }
    }

    /// The p-norm `(Σ |x|ᵖ)^(1/p)` over several dimensions; over all when `dims` is empty. As
    /// `torch.linalg.vector_norm`.
    public static func vectorNorm(
        _ x: Tensor, _ ord: Double = 2, dims: [Int] = [], keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        (dtype.map { x.to($0) } ?? x).norm(ord, dims, keepDim, "Linalg.vectorNorm")
    }

    /// The p-norm along one dimension.
    public static func vectorNorm(
        _ x: Tensor, _ ord: Double = 2, dim: Int, keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        vectorNorm(x, ord, dims: [dim], keepDim: keepDim, dtype: dtype)
    }

    /// The norm of a vector or of matrices. As `torch.linalg.norm`.
    ///
    /// Without `ord` the 2-norm of all elements, or of those in `dims`. With it the vector norm along one dimension, the
    /// matrix norm over two; without `dims` x itself is the vector or the matrix.
    public static func norm(
        _ x: Tensor, _ ord: MatrixNorm? = nil, dims: [Int]? = nil, keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        attempt { () throws(TensorError) in
            guard let ord else { return vectorNorm(x, dims: dims ?? [], keepDim: keepDim, dtype: dtype) }
            let dims = dims ?? Array(0..<x.ndim)
            if dims.count == 2 { return matrixNorm(x, ord, dims: dims, keepDim: keepDim, dtype: dtype) }
            guard dims.count == 1, case .order(let order) = ord else {
                throw TensorError(
                    "Linalg.norm", .dimension,
                    "the norm \(ord) over \(dims.count) dimensions of shape \(x.shape); expected one dimension for a "
                        + "vector's norm of some order, or two for a matrix's")
            }
            return vectorNorm(x, order, dims: dims, keepDim: keepDim, dtype: dtype)
        }
    }

    /// The norm of vectors along one dimension.
    public static func norm(
        _ x: Tensor, _ ord: MatrixNorm? = nil, dim: Int, keepDim: Bool = false, dtype: DType? = nil
    ) -> Tensor {
        norm(x, ord, dims: [dim], keepDim: keepDim, dtype: dtype)
    }
}
