import PinionSIMDKernels

extension Tensor {
    /// Normally distributed numbers.
    /// - Parameters:
    ///   - mean: their mean.
    ///   - std: their standard deviation, at least 0.
    ///   - size: the sizes of the dimensions.
    ///   - dtype: a floating-point dtype; by default the default one, float32.
    ///   - generator: what draws the numbers.
    ///   - requiresGrad: whether `backward` computes a gradient by this tensor.
    public static func normal(
        mean: Double = 0, std: Double = 1, size: [Int], dtype: DType? = nil, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        Tensor(making: "normal", size, dtype ?? getDefaultDType(), requiresGrad: requiresGrad) {
            (x) throws(TensorError) in try Raw.normal(x, mean: mean, std: std, generator, name: "normal")
        }
    }

    /// The same with its first arguments by position.
    public static func normal(
        _ mean: Double, _ std: Double, _ size: [Int], dtype: DType? = nil, generator: Generator? = nil,
        requiresGrad: Bool = false
    ) -> Tensor {
        normal(mean: mean, std: std, size: size, dtype: dtype, generator: generator, requiresGrad: requiresGrad)
    }

    /// A normally distributed number around each element of `mean`, in its dtype.
    public static func normal(mean: Tensor, std: Double = 1, generator: Generator? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.normal(mean: mean, std: std, generator, name: "normal")
        }
    }

    /// A normally distributed number for each standard deviation, in the dtype of `std`.
    public static func normal(mean: Double = 0, std: Tensor, generator: Generator? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.normal(mean: .number(.double(mean)), std: std, generator, name: "normal")
        }
    }

    /// A normally distributed number for each pair of mean and standard deviation, which broadcast, in the dtype of
    /// `mean`.
    public static func normal(mean: Tensor, std: Tensor, generator: Generator? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.normal(mean: .tensor(mean), std: std, generator, name: "normal")
        }
    }

    /// 1 with the probability of the same place, else 0, in the shape and dtype of `probabilities`.
    public static func bernoulli(_ probabilities: Tensor, generator: Generator? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            let x = Tensor(sizesOf: probabilities, probabilities.dtype)
            try Raw.bernoulli(x, probabilities, generator, name: "bernoulli")
            return x
        }
    }

    /// 1 with probability p, else 0, in the shape and dtype of `x`, whose elements do not matter.
    public static func bernoulli(_ x: Tensor, p: Double, generator: Generator? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            let result = Tensor(sizesOf: x, x.dtype)
            try Raw.bernoulli(result, p, generator, name: "bernoulli")
            return result
        }
    }

    /// 1 with the probability of the same place, else 0: this tensor holds the probabilities.
    // Disfavoured, or `Tensor.bernoulli(x)` could also mean this method without its call.
    @_disfavoredOverload
    public func bernoulli(generator: Generator? = nil) -> Tensor { .bernoulli(self, generator: generator) }

    /// Category numbers with chances in proportion to weights, as int64.
    ///
    /// Weights of shape [n] give shape [numSamples], weights [m, n] give [m, numSamples]: each row is drawn from its own
    /// weights, which are finite, not negative, and not all 0.
    /// - Parameters:
    ///   - weights: one or two dimensions of floating-point numbers, which need not sum to 1.
    ///   - numSamples: how many to draw from each row.
    ///   - replacement: whether a category may be drawn twice; otherwise there must be enough with a weight.
    ///   - generator: what draws the numbers.
    public static func multinomial(
        _ weights: Tensor, _ numSamples: Int, replacement: Bool = false, generator: Generator? = nil
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try Raw.multinomial(weights, numSamples, replacement: replacement, generator, name: "multinomial")
        }
    }

    /// The same with the number of draws under its name.
    public static func multinomial(
        _ weights: Tensor, numSamples: Int, replacement: Bool = false, generator: Generator? = nil
    ) -> Tensor {
        multinomial(weights, numSamples, replacement: replacement, generator: generator)
    }

    /// Category numbers with chances in proportion to these weights; see `multinomial(_:_:replacement:generator:)`.
    public func multinomial(_ numSamples: Int, replacement: Bool = false, generator: Generator? = nil) -> Tensor {
        .multinomial(self, numSamples, replacement: replacement, generator: generator)
    }

    /// The same with the number of draws under its name.
    public func multinomial(numSamples: Int, replacement: Bool = false, generator: Generator? = nil) -> Tensor {
        .multinomial(self, numSamples, replacement: replacement, generator: generator)
    }

    /// Counts of events of which `rates` are expected, in their shape and dtype.
    public static func poisson(_ rates: Tensor, generator: Generator? = nil) -> Tensor {
        attempt { () throws(TensorError) in try Raw.poisson(rates, generator, name: "poisson") }
    }
}
