import PinionTensor

// Draws written over the elements, which then depend on nothing: the gradient by the old ones is 0. They are PyTorch's,
// bit for bit, for the same seed. `generator:` is `Generator.default` where it is left out.
extension Tensor {
    /// Replaces the elements by numbers spread evenly over [from, to).
    @discardableResult
    public func uniformInPlace(_ from: Double = 0, _ to: Double = 1, generator: Generator? = nil) -> Tensor {
        drawInPlace("uniformInPlace", "UniformBackward0") { (x) throws(TensorError) in
            try Raw.uniform(x, from: from, to: to, generator, name: "uniformInPlace")
        }
    }

    /// The same with the ends under their names.
    @discardableResult
    public func uniformInPlace(from: Double, to: Double, generator: Generator? = nil) -> Tensor {
        uniformInPlace(from, to, generator: generator)
    }

    /// Replaces the elements by normally distributed numbers.
    @discardableResult
    public func normalInPlace(_ mean: Double = 0, _ std: Double = 1, generator: Generator? = nil) -> Tensor {
        drawInPlace("normalInPlace", "NormalBackward0") { (x) throws(TensorError) in
            try Raw.normal(x, mean: mean, std: std, generator, name: "normalInPlace")
        }
    }

    /// The same with mean and standard deviation under their names.
    @discardableResult
    public func normalInPlace(mean: Double, std: Double = 1, generator: Generator? = nil) -> Tensor {
        normalInPlace(mean, std, generator: generator)
    }

    /// The same with the standard deviation alone, around 0.
    @discardableResult
    public func normalInPlace(std: Double, generator: Generator? = nil) -> Tensor {
        normalInPlace(0, std, generator: generator)
    }

    /// Replaces the elements by 1 with probability p, else 0.
    @discardableResult
    public func bernoulliInPlace(_ p: Double = 0.5, generator: Generator? = nil) -> Tensor {
        drawInPlace("bernoulliInPlace", "BernoulliBackward0") { (x) throws(TensorError) in
            try Raw.bernoulli(x, p, generator, name: "bernoulliInPlace")
        }
    }

    /// Replaces the elements by 1 with the probability of the same place, else 0; `p` broadcasts to this shape.
    @discardableResult
    public func bernoulliInPlace(_ p: Tensor, generator: Generator? = nil) -> Tensor {
        drawInPlace("bernoulliInPlace", "BernoulliBackward0") { (x) throws(TensorError) in
            try Raw.bernoulli(x, p, generator, name: "bernoulliInPlace")
        }
    }

    /// Replaces the elements by exponentially distributed numbers of the given rate.
    @discardableResult
    public func exponentialInPlace(_ lambd: Double = 1, generator: Generator? = nil) -> Tensor {
        drawInPlace("exponentialInPlace", "ExponentialBackward0") { (x) throws(TensorError) in
            try Raw.exponential(x, rate: lambd, generator, name: "exponentialInPlace")
        }
    }

    /// The same with the rate under its name.
    @discardableResult
    public func exponentialInPlace(lambd: Double, generator: Generator? = nil) -> Tensor {
        exponentialInPlace(lambd, generator: generator)
    }

    /// Replaces the elements by numbers of the Cauchy distribution with the given median and width.
    @discardableResult
    public func cauchyInPlace(_ median: Double = 0, _ sigma: Double = 1, generator: Generator? = nil) -> Tensor {
        drawInPlace("cauchyInPlace", "CauchyBackward0") { (x) throws(TensorError) in
            try Raw.cauchy(x, median: median, sigma: sigma, generator, name: "cauchyInPlace")
        }
    }

    /// Replaces the elements by numbers whose logarithms are normally distributed.
    @discardableResult
    public func logNormalInPlace(_ mean: Double = 1, _ std: Double = 2, generator: Generator? = nil) -> Tensor {
        drawInPlace("logNormalInPlace", "LogNormalBackward0") { (x) throws(TensorError) in
            try Raw.logNormal(x, mean: mean, std: std, generator, name: "logNormalInPlace")
        }
    }

    /// Replaces the elements by counts of tries until something of probability p happens.
    @discardableResult
    public func geometricInPlace(_ p: Double, generator: Generator? = nil) -> Tensor {
        drawInPlace("geometricInPlace", "GeometricBackward0") { (x) throws(TensorError) in
            try Raw.geometric(x, p, generator, name: "geometricInPlace")
        }
    }

    /// Replaces the elements by integers from `from` up to `to`, which is left out.
    @discardableResult
    public func randomInPlace(_ from: Int, _ to: Int, generator: Generator? = nil) -> Tensor {
        drawInPlace("randomInPlace", "RandomBackward0") { (x) throws(TensorError) in
            try Raw.integers(x, from: Int64(from), to: Int64(to), generator, name: "randomInPlace")
        }
    }

    /// Replaces the elements by integers from 0 up to `to`, which is left out.
    @discardableResult
    public func randomInPlace(_ to: Int, generator: Generator? = nil) -> Tensor {
        randomInPlace(0, to, generator: generator)
    }

    /// Replaces the elements by integers from 0 up to the largest of the dtype; floating-point ones end at 2 to the bits
    /// of their significand, up to which they have no gaps.
    @discardableResult
    public func randomInPlace(generator: Generator? = nil) -> Tensor {
        drawInPlace("randomInPlace", "RandomBackward0") { (x) throws(TensorError) in
            try Raw.integers(x, generator, name: "randomInPlace")
        }
    }

    private func drawInPlace(
        _ name: StaticString, _ node: StaticString, _ draw: (Tensor) throws(TensorError) -> Void
    ) -> Tensor {
        inPlace(name, self, isRecorded: isRecorded(self)) { () throws(TensorError) in
            try draw(self)
        } change: { (old) throws(TensorError) in
            // Draws depend on the order in memory.
            let new = Raw.geometry(of: layout, dtype)
            try draw(new)
            return record(node, new, old, isReusable: true) { g in .zerosLike(g) }
        }
    }
}
