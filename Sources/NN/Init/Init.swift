// Each writes to the tensor without recording, draws what PyTorch's `nn.init` draws, and returns the tensor.

/// Numbers spread evenly over [a, b).
@discardableResult
public func uniform(_ tensor: Tensor, _ a: Double = 0, _ b: Double = 1, generator: Generator? = nil) -> Tensor {
    noGrad { tensor.uniformInPlace(a, b, generator: generator) }
}

/// Normally distributed numbers.
@discardableResult
public func normal(_ tensor: Tensor, _ mean: Double = 0, _ std: Double = 1, generator: Generator? = nil) -> Tensor {
    noGrad { tensor.normalInPlace(mean, std, generator: generator) }
}

/// Numbers spread evenly over [a, b).
@discardableResult
public func uniform(_ tensor: Tensor, a: Double, b: Double = 1, generator: Generator? = nil) -> Tensor {
    uniform(tensor, a, b, generator: generator)
}

/// Numbers spread evenly over [0, b).
@discardableResult
public func uniform(_ tensor: Tensor, b: Double, generator: Generator? = nil) -> Tensor {
    uniform(tensor, 0, b, generator: generator)
}

/// Normally distributed numbers.
@discardableResult
public func normal(_ tensor: Tensor, mean: Double, std: Double = 1, generator: Generator? = nil) -> Tensor {
    normal(tensor, mean, std, generator: generator)
}

/// Normally distributed numbers around 0.
@discardableResult
public func normal(_ tensor: Tensor, std: Double, generator: Generator? = nil) -> Tensor {
    normal(tensor, 0, std, generator: generator)
}

/// The same number everywhere.
@discardableResult
public func constant(_ tensor: Tensor, _ value: Double) -> Tensor { noGrad { tensor.fillInPlace(value) } }

/// The same number everywhere.
@discardableResult
public func constant(_ tensor: Tensor, val: Double) -> Tensor { constant(tensor, val) }

/// 1 everywhere.
@discardableResult
public func ones(_ tensor: Tensor) -> Tensor { constant(tensor, 1) }

/// 0 everywhere.
@discardableResult
public func zeros(_ tensor: Tensor) -> Tensor { constant(tensor, 0) }

/// Evenly spread numbers whose variance is `gain² · 2 / (fanIn + fanOut)` (Glorot and Bengio, 2010).
@discardableResult
public func xavierUniform(_ tensor: Tensor, gain: Double = 1, generator: Generator? = nil) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        let (fanIn, fanOut) = try Fans.of(tensor, "xavierUniform")
        let std = gain * (2 / Double(fanIn + fanOut)).squareRoot()
        let bound = 3.0.squareRoot() * std
        return uniform(tensor, -bound, bound, generator: generator)
    }
}

/// Normally distributed numbers whose variance is `gain² · 2 / (fanIn + fanOut)` (Glorot and Bengio, 2010).
@discardableResult
public func xavierNormal(_ tensor: Tensor, gain: Double = 1, generator: Generator? = nil) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        let (fanIn, fanOut) = try Fans.of(tensor, "xavierNormal")
        return normal(tensor, 0, gain * (2 / Double(fanIn + fanOut)).squareRoot(), generator: generator)
    }
}

/// Evenly spread numbers whose variance is `gain² / fan` (He et al., 2015).
/// - Parameters:
///   - tensor: of at least two dimensions.
///   - a: the negative slope of a leaky ReLU.
///   - mode: which fan counts.
///   - nonlinearity: what follows the layer.
///   - generator: what draws the numbers.
@discardableResult
public func kaimingUniform(
    _ tensor: Tensor, a: Double = 0, mode: FanMode = .fanIn, nonlinearity: Nonlinearity = .leakyReLU,
    generator: Generator? = nil
) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        if tensor.shape.contains(0) { return tensor }
        let bound = 3.0.squareRoot() * (try kaimingStd(tensor, a, mode, nonlinearity, "kaimingUniform"))
        return uniform(tensor, -bound, bound, generator: generator)
    }
}

/// Normally distributed numbers whose variance is `gain² / fan` (He et al., 2015); arguments as of `kaimingUniform`.
@discardableResult
public func kaimingNormal(
    _ tensor: Tensor, a: Double = 0, mode: FanMode = .fanIn, nonlinearity: Nonlinearity = .leakyReLU,
    generator: Generator? = nil
) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        if tensor.shape.contains(0) { return tensor }
        return normal(tensor, 0, try kaimingStd(tensor, a, mode, nonlinearity, "kaimingNormal"), generator: generator)
    }
}

private func kaimingStd(
    _ tensor: Tensor, _ a: Double, _ mode: FanMode, _ nonlinearity: Nonlinearity, _ operation: String
) throws(TensorError) -> Double {
    let fans = try Fans.of(tensor, operation)
    return calculateGain(nonlinearity, a) / Double(mode == .fanIn ? fans.fanIn : fans.fanOut).squareRoot()
}
