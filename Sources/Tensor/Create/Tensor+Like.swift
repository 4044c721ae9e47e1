import PinionSIMDKernels

/// Tensors in the shape of another, its dimensions in the same order in memory, and by default in its dtype.
extension Tensor {
    /// Zeros in the shape and, by default, the dtype of `x`.
    public static func zerosLike(_ x: Tensor, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        constant("zerosLike", x, .int(0), dtype, requiresGrad)
    }

    /// Ones in the shape and, by default, the dtype of `x`.
    public static func onesLike(_ x: Tensor, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        constant("onesLike", x, .int(1), dtype, requiresGrad)
    }

    /// `value` everywhere in the shape and, by default, the dtype of `x`.
    public static func fullLike<S: TensorScalar>(
        _ x: Tensor, _ value: S, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        constant("fullLike", x, value.number, dtype, requiresGrad)
    }

    /// A tensor in the shape and, by default, the dtype of `x`, whose elements are whatever the memory holds.
    public static func emptyLike(_ x: Tensor, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        Tensor(making: "emptyLike", like: x, dtype, requiresGrad: requiresGrad) { _ in }
    }

    private static func constant(
        _ operation: StaticString, _ x: Tensor, _ value: Number, _ dtype: DType?, _ requiresGrad: Bool
    ) -> Tensor {
        Tensor(making: operation, like: x, dtype, requiresGrad: requiresGrad) { (tensor) throws(TensorError) in
            try Raw.fill(tensor, with: value)
        }
    }
}

/// Tensors of another shape, by default in the dtype of this one.
extension Tensor {
    /// Zeros, by default in this tensor's dtype.
    public func newZeros(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        .zeros(shape, dtype: dtype ?? self.dtype, requiresGrad: requiresGrad)
    }

    /// Zeros, by default in this tensor's dtype.
    public func newZeros(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        newZeros(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// Ones, by default in this tensor's dtype.
    public func newOnes(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        .ones(shape, dtype: dtype ?? self.dtype, requiresGrad: requiresGrad)
    }

    /// Ones, by default in this tensor's dtype.
    public func newOnes(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        newOnes(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// `value` everywhere, by default in this tensor's dtype.
    public func newFull<S: TensorScalar>(
        _ shape: [Int], _ value: S, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        .full(shape, value, dtype: dtype ?? self.dtype, requiresGrad: requiresGrad)
    }

    /// Elements that are whatever the memory holds, by default in this tensor's dtype.
    public func newEmpty(_ shape: [Int], dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        .empty(shape, dtype: dtype ?? self.dtype, requiresGrad: requiresGrad)
    }

    /// Elements that are whatever the memory holds, by default in this tensor's dtype.
    public func newEmpty(_ shape: Int..., dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        newEmpty(shape, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// A tensor of a number or a nested array, by default in this tensor's dtype.
    public func newTensor<Values: TensorConvertible>(
        _ values: Values, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor where Values._Scalar: TensorElement {
        Tensor(values, dtype: dtype ?? self.dtype, requiresGrad: requiresGrad)
    }
}
