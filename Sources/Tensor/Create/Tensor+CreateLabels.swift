import PinionSIMDKernels

// Creation with the arguments' names, as PyTorch takes them too.
extension Tensor {
    /// As `full(_:_:dtype:requiresGrad:)`.
    public static func full(
        _ shape: [Int], fillValue: some TensorScalar, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        full(shape, fillValue, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `full(_:_:dtype:requiresGrad:)`.
    public static func full(
        size: [Int], fillValue: some TensorScalar, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        full(size, fillValue, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `fullLike(_:_:dtype:requiresGrad:)`.
    public static func fullLike(
        _ x: Tensor, fillValue: some TensorScalar, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        fullLike(x, fillValue, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `newFull(_:_:dtype:requiresGrad:)`.
    public func newFull(
        _ shape: [Int], fillValue: some TensorScalar, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        newFull(shape, fillValue, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `arange(_:dtype:requiresGrad:)`.
    public static func arange(end: some TensorScalar, dtype: DType? = nil, requiresGrad: Bool = false) -> Tensor {
        arange(end, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `arange(_:_:step:dtype:requiresGrad:)`.
    public static func arange<S: TensorScalar & ExpressibleByIntegerLiteral>(
        start: S, end: S, step: S = 1, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        arange(start, end, step, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `linspace(_:_:steps:dtype:requiresGrad:)`.
    public static func linspace(
        start: some TensorScalar, end: some TensorScalar, steps: Int, dtype: DType? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        linspace(start, end, steps: steps, dtype: dtype, requiresGrad: requiresGrad)
    }

    /// As `logspace(_:_:steps:base:dtype:requiresGrad:)`.
    public static func logspace(
        start: some TensorScalar, end: some TensorScalar, steps: Int, base: Double = 10, dtype: DType? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        logspace(start, end, steps: steps, base: base, dtype: dtype, requiresGrad: requiresGrad)
    }
}
