import PinionSIMDKernels

// Draws are PyTorch's, bit for bit, for the same seed. `generator:` is `Generator.default` where it is left out.
extension Tensor {
    /// Numbers spread evenly over [0, 1).
    /// - Parameters:
    ///   - shape: the sizes of the dimensions.
    ///   - dtype: a floating-point dtype; by default the default one, float32.
    ///   - generator: what draws the numbers.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func rand(
        _ shape: [Int], dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "rand", shape, dtype ?? getDefaultDType(), requiresGrad: requiresGrad) {
            (x) throws(TensorError) in try Raw.uniform(x, from: 0, to: 1, generator, name: "rand")
        }
    }

    /// Numbers spread evenly over [0, 1).
    public static func rand(
        _ shape: Int..., dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        rand(shape, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// Normally distributed numbers with mean 0 and standard deviation 1.
    /// - Parameters:
    ///   - shape: the sizes of the dimensions.
    ///   - dtype: a floating-point dtype; by default the default one, float32.
    ///   - generator: what draws the numbers.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func randn(
        _ shape: [Int], dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "randn", shape, dtype ?? getDefaultDType(), requiresGrad: requiresGrad) {
            (x) throws(TensorError) in try Raw.normal(x, mean: 0, std: 1, generator, name: "randn")
        }
    }

    /// Normally distributed numbers with mean 0 and standard deviation 1.
    public static func randn(
        _ shape: Int..., dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        randn(shape, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// Integers from `low` up to `high`, which is left out.
    /// - Parameters:
    ///   - low: the smallest.
    ///   - high: one more than the largest.
    ///   - shape: the sizes of the dimensions.
    ///   - dtype: a dtype that holds them.
    ///   - generator: what draws the numbers.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func randint(
        _ low: Int, _ high: Int, _ shape: [Int], dtype: DType = .int64, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "randint", shape, dtype, requiresGrad: requiresGrad) { (x) throws(TensorError) in
            try Raw.integers(x, from: Int64(low), to: Int64(high), generator, name: "randint")
        }
    }

    /// Integers from 0 up to `high`, which is left out.
    public static func randint(
        _ high: Int, _ shape: [Int], dtype: DType = .int64, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        randint(0, high, shape, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// The numbers from 0 to n - 1 in random order.
    public static func randperm(
        _ n: Int, dtype: DType = .int64, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "randperm", [n], dtype, requiresGrad: requiresGrad) { (x) throws(TensorError) in
            try Raw.permutation(x, generator, name: "randperm")
        }
    }

    /// Numbers spread evenly over [0, 1), in the shape and, by default, the dtype of `x`.
    public static func randLike(
        _ x: Tensor, dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "randLike", like: x, dtype, requiresGrad: requiresGrad) { (x) throws(TensorError) in
            try Raw.uniform(x, from: 0, to: 1, generator, name: "randLike")
        }
    }

    /// Normally distributed numbers with mean 0 and standard deviation 1, in the shape and, by default, the dtype of `x`.
    public static func randnLike(
        _ x: Tensor, dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "randnLike", like: x, dtype, requiresGrad: requiresGrad) { (x) throws(TensorError) in
            try Raw.normal(x, mean: 0, std: 1, generator, name: "randnLike")
        }
    }

    /// Integers from `low` up to `high`, which is left out, in the shape and, by default, the dtype of `x`.
    public static func randintLike(
        _ x: Tensor, _ low: Int, _ high: Int, dtype: DType? = nil, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "randintLike", like: x, dtype, requiresGrad: requiresGrad) { (x) throws(TensorError) in
            try Raw.integers(x, from: Int64(low), to: Int64(high), generator, name: "randintLike")
        }
    }

    /// Integers from 0 up to `high`, which is left out, in the shape and, by default, the dtype of `x`.
    public static func randintLike(
        _ x: Tensor, _ high: Int, dtype: DType? = nil, generator: Generator? = nil, requiresGrad: Bool = false
    ) -> Tensor {
        randintLike(x, 0, high, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }
}
