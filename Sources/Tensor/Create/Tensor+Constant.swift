import PinionSIMDKernels

extension Tensor {
    /// A tensor of zeros.
    public static func zeros(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        full(shape, 0.0, dtype: dtype ?? getDefaultDType(), requiresGrad: requiresGrad)
    }

    /// A tensor of zeros.
    public static func zeros(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        zeros(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// A tensor of ones.
    public static func ones(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        full(shape, 1.0, dtype: dtype ?? getDefaultDType(), requiresGrad: requiresGrad)
    }

    /// A tensor of ones.
    public static func ones(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        ones(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// A tensor with `value` everywhere; the dtype is by default that of the value, where `Double` counts as float32.
    public static func full<S: TensorScalar>(
        _ shape: [Int], _ value: S, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        let number = value.number
        let own: DType =
            switch number {
            case .bool: .bool
            case .int: .int64
            case .double: getDefaultDType()
            }
        return Tensor(attempting: (shape, dtype ?? own, "full"), requiresGrad: requiresGrad) {
            (tensor) throws(TensorError) in try Raw.fill(tensor, with: number)
        }
    }

    /// Zeros in the shape and, by default, the dtype of `x`.
    public static func zerosLike(_ x: Tensor, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        zeros(x.shape, dtype: dtype ?? x.dtype, requiresGrad: requiresGrad)
    }
}
