/// x with elements set to 0 with probability p, and the others multiplied by `1 / (1 - p)`.
///
/// - Parameters:
///   - x: of a floating-point dtype.
///   - p: the probability of 0.
///   - training: false leaves x as it is.
///   - inplace: whether x is overwritten.
///   - generator: what draws; the masks are PyTorch's for the same seed.
public func dropout(
    _ x: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false, generator: Generator? = nil
) -> Tensor {
    dropped(x, p, training, inplace, generator, "dropout", [])
}

/// The same for whole channels, of [N, C, L] or [C, L].
public func dropout1d(
    _ x: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false, generator: Generator? = nil
) -> Tensor {
    channelsDropped(x, p, training, inplace, generator, "dropout1d", batchedRank: 3)
}

/// The same for whole channels, of [N, C, H, W]; of [N, C, L] as `dropout1d`, as in PyTorch.
public func dropout2d(
    _ x: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false, generator: Generator? = nil
) -> Tensor {
    dropped(x, p, training, inplace, generator, "dropout2d", .byChannel)
}

/// The same for whole channels, of [N, C, D, H, W] or [C, D, H, W].
public func dropout3d(
    _ x: Tensor, p: Double = 0.5, training: Bool = true, inplace: Bool = false, generator: Generator? = nil
) -> Tensor {
    channelsDropped(x, p, training, inplace, generator, "dropout3d", batchedRank: 5)
}

/// Dropout that keeps mean 0 and variance 1 of what `selu` gives (Klambauer et al., 2017).
public func alphaDropout(
    _ x: Tensor, p: Double = 0.5, training: Bool = false, inplace: Bool = false, generator: Generator? = nil
) -> Tensor {
    dropped(x, p, training, inplace, generator, "alphaDropout", .alpha)
}

/// The same for whole channels.
public func featureAlphaDropout(
    _ x: Tensor, p: Double = 0.5, training: Bool = false, inplace: Bool = false, generator: Generator? = nil
) -> Tensor {
    dropped(x, p, training, inplace, generator, "featureAlphaDropout", [.byChannel, .alpha])
}

private struct DropoutKind: OptionSet {
    let rawValue: Int
    static let byChannel = DropoutKind(rawValue: 1)
    static let alpha = DropoutKind(rawValue: 2)
}

/// Dropout of channels; without a batch, one is put before them.
private func channelsDropped(
    _ x: Tensor, _ p: Double, _ training: Bool, _ inplace: Bool, _ generator: Generator?, _ name: String,
    batchedRank: Int
) -> Tensor {
    attempt { () throws(TensorError) in
        if x.ndim != batchedRank && x.ndim != batchedRank - 1 {
            throw TensorError(
                name, .shape,
                "expected \(batchedRank) dimensions, or \(batchedRank - 1) without a batch, got shape "
                    + "\(x.shape)")
        }
        if x.ndim == batchedRank { return dropped(x, p, training, inplace, generator, name, .byChannel) }
        return dropped(x.unsqueeze(0), p, training, inplace, generator, name, .byChannel).squeeze(0)
    }
}

private func dropped(
    _ x: Tensor, _ p: Double, _ training: Bool, _ inplace: Bool, _ generator: Generator?, _ name: String,
    _ kind: DropoutKind
) -> Tensor {
    attempt { () throws(TensorError) in
        if !(0...1 ~= p) { throw TensorError(name, .value, "expected a probability from 0 to 1, got \(p)") }
        if p == 0 || !training || x.numel == 0 { return x }
        if !x.dtype.isFloatingPoint {
            throw TensorError(name, .dtype, "expected a floating-point dtype, got \(x.dtype)")
        }
        if kind.contains(.byChannel) && x.ndim < 2 {
            throw TensorError(name, .shape, "expected at least 2 dimensions, for batch and channels, got \(x.shape)")
        }
        if p == 1 { return inplace ? x.mulInPlace(0) : x * Tensor.zeros([], dtype: x.dtype) }
        let noise = noGrad {
            let shape = x.shape.prefix(2) + Array(repeating: 1, count: max(x.ndim - 2, 0))
            let empty = kind.contains(.byChannel) ? x.newEmpty(Array(shape)) : Tensor.emptyLike(x)
            return empty.bernoulliInPlace(1 - p, generator: generator)
        }
        guard kind.contains(.alpha) else {
            noise.divInPlace(1 - p)
            return inplace ? x.mulInPlace(noise) : x * noise
        }
        let alpha = 1.7580993408473766
        let a = 1 / ((alpha * alpha * p + 1) * (1 - p)).squareRoot()
        let shift = (noise - 1).mulInPlace(alpha * a).addInPlace(alpha * a * p)
        noise.mulInPlace(a)
        return inplace ? x.mulInPlace(noise).addInPlace(shift) : x * noise + shift
    }
}

/// The same with the probability by position.
public func dropout(_ x: Tensor, _ p: Double, training: Bool = true, inplace: Bool = false) -> Tensor {
    dropout(x, p: p, training: training, inplace: inplace)
}

/// The same with the probability by position.
public func dropout1d(_ x: Tensor, _ p: Double, training: Bool = true, inplace: Bool = false) -> Tensor {
    dropout1d(x, p: p, training: training, inplace: inplace)
}

/// The same with the probability by position.
public func dropout2d(_ x: Tensor, _ p: Double, training: Bool = true, inplace: Bool = false) -> Tensor {
    dropout2d(x, p: p, training: training, inplace: inplace)
}

/// The same with the probability by position.
public func dropout3d(_ x: Tensor, _ p: Double, training: Bool = true, inplace: Bool = false) -> Tensor {
    dropout3d(x, p: p, training: training, inplace: inplace)
}

/// The same with the probability by position.
public func alphaDropout(_ x: Tensor, _ p: Double, training: Bool = false, inplace: Bool = false) -> Tensor {
    alphaDropout(x, p: p, training: training, inplace: inplace)
}

/// The same with the probability by position.
public func featureAlphaDropout(_ x: Tensor, _ p: Double, training: Bool = false, inplace: Bool = false) -> Tensor {
    featureAlphaDropout(x, p: p, training: training, inplace: inplace)
}
