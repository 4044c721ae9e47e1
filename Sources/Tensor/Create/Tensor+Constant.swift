import PinionSIMDKernels

extension Tensor {
    /// A tensor of zeros.
    /// - Parameters:
    ///   - shape: the sizes of the dimensions.
    ///   - dtype: the dtype; by default the default floating-point one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func zeros(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        constant("zeros", shape, .int(0), dtype ?? getDefaultDType(), requiresGrad)
    }

    /// A tensor of zeros.
    public static func zeros(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        zeros(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// A tensor of ones.
    /// - Parameters:
    ///   - shape: the sizes of the dimensions.
    ///   - dtype: the dtype; by default the default floating-point one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func ones(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        constant("ones", shape, .int(1), dtype ?? getDefaultDType(), requiresGrad)
    }

    /// A tensor of ones.
    public static func ones(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        ones(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// A tensor with `value` everywhere.
    /// - Parameters:
    ///   - shape: the sizes of the dimensions.
    ///   - value: a number or a boolean.
    ///   - dtype: the dtype; by default int64 for integers, bool for booleans, and for floating-point numbers the
    ///     default one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func full<S: TensorScalar>(
        _ shape: [Int], _ value: S, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        constant("full", shape, value.number, dtype ?? value.number.ownDType, requiresGrad)
    }

    /// The same for a `Double`: `-.infinity` needs no type.
    public static func full(
        _ shape: [Int], _ value: Double, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        constant("full", shape, .double(value), dtype ?? getDefaultDType(), requiresGrad)
    }

    /// A tensor whose elements are whatever the memory holds; for tensors that are written next.
    public static func empty(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        Tensor(making: "empty", shape, dtype ?? getDefaultDType(), requiresGrad: requiresGrad) { _ in }
    }

    /// A tensor whose elements are whatever the memory holds; for tensors that are written next.
    public static func empty(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        empty(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// A tensor with the given strides whose elements are whatever the memory holds.
    /// - Parameters:
    ///   - shape: the sizes of the dimensions.
    ///   - strides: how many elements apart neighbours lie along each dimension; not negative.
    ///   - dtype: the dtype; by default the default floating-point one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func emptyStrided(
        _ shape: [Int], _ strides: [Int], dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(
            making: "emptyStrided", dtype ?? getDefaultDType(), requiresGrad: requiresGrad,
            { () throws(TensorError) in
                let dense = try Layout(shape: shape, "emptyStrided")
                if strides.count != shape.count || strides.contains(where: { $0 < 0 || $0 > Int.max >> 20 }) {
                    throw TensorError(
                        "emptyStrided", .shape,
                        "strides \(strides) for shape \(shape); expected one for each dimension, not negative")
                }
                return Layout(rank: dense.rank, sizes: dense.sizes, strides: Extents(padding: strides))
            }, fill: { _ in })
    }

    /// The matrix with ones on its diagonal and zeros elsewhere.
    /// - Parameters:
    ///   - rows: the number of rows.
    ///   - columns: the number of columns; by default that of the rows.
    ///   - dtype: the dtype; by default the default floating-point one, float32.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func eye(
        _ rows: Int, _ columns: Int? = nil, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        let columns = columns ?? rows
        return Tensor(
            making: "eye", [rows, columns], dtype ?? getDefaultDType(), requiresGrad: requiresGrad
        ) { (tensor) throws(TensorError) in
            try Raw.fill(tensor, with: .int(0))
            let diagonal = Layout(
                rank: 1, sizes: Extents(padding: [min(rows, columns)]), strides: Extents(padding: [columns + 1]))
            if diagonal.count > 0 { try Raw.fill(Tensor(tensor.storage, diagonal, tensor.dtype), with: .int(1)) }
        }
    }

    private static func constant(
        _ operation: StaticString, _ shape: [Int], _ value: Number, _ dtype: DType, _ requiresGrad: Bool
    ) -> Tensor {
        Tensor(making: operation, shape, dtype, requiresGrad: requiresGrad) { (tensor) throws(TensorError) in
            try Raw.fill(tensor, with: value)
        }
    }
}

extension Number {
    /// The dtype of a tensor that is made of this number.
    var ownDType: DType {
        switch self {
        case .bool: .bool
        case .int: .int64
        case .double: getDefaultDType()
        }
    }
}
