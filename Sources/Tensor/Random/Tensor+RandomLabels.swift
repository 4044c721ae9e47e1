import PinionSIMDKernels

// Random numbers with the arguments' names, as PyTorch takes them too.
extension Tensor {
    /// As `randint(_:_:_:dtype:generator:requiresGrad:)`.
    public static func randint(
        _ low: Int, _ high: Int, size: [Int], dtype: DType = .int64, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        randint(low, high, size, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// As `randint(_:_:dtype:generator:requiresGrad:)`.
    public static func randint(
        _ high: Int, size: [Int], dtype: DType = .int64, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        randint(0, high, size, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// As `randint(_:_:_:dtype:generator:requiresGrad:)`.
    public static func randint(
        low: Int = 0, high: Int, size: [Int], dtype: DType = .int64, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        randint(low, high, size, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// As `randint(_:_:_:dtype:generator:requiresGrad:)`.
    public static func randint(
        _ low: Int, high: Int, size: [Int], dtype: DType = .int64, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        randint(low, high, size, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// As `randintLike(_:_:_:dtype:generator:requiresGrad:)`.
    public static func randintLike(
        _ x: Tensor, low: Int = 0, high: Int, dtype: DType? = nil, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        randintLike(x, low, high, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// As `normal(mean:std:size:dtype:generator:requiresGrad:)`.
    public static func normal(
        _ mean: Double, _ std: Double, size: [Int], dtype: DType? = nil, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        normal(mean: mean, std: std, size: size, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// As `normal(mean:std:generator:)`.
    public static func normal(_ mean: Tensor, _ std: Tensor, generator: Generator? = nil) -> Tensor {
        normal(mean: mean, std: std, generator: generator)
    }

    /// As `normal(mean:std:generator:)`.
    public static func normal(_ mean: Tensor, _ std: Double = 1, generator: Generator? = nil) -> Tensor {
        normal(mean: mean, std: std, generator: generator)
    }

    /// As `normal(mean:std:generator:)`.
    public static func normal(_ mean: Double, _ std: Tensor, generator: Generator? = nil) -> Tensor {
        normal(mean: mean, std: std, generator: generator)
    }
}
