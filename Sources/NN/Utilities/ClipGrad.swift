/// Scales the gradients of parameters so that their norm, as of one vector, is at most `maxNorm`. Returns the norm they had.
///
/// - Parameters:
///   - parameters: those without a gradient do not count.
///   - maxNorm: the largest norm.
///   - normType: its order; `.infinity` is the largest element.
///   - errorIfNonfinite: whether a norm that is not finite is a mistake; otherwise the gradients become NaN or 0.
@discardableResult
public func clipGradNorm(
    _ parameters: some Sequence<Tensor>, maxNorm: Double, normType: Double = 2, errorIfNonfinite: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        let grads = parameters.compactMap(\.grad)
        let total = getTotalNorm(grads, normType: normType)
        if errorIfNonfinite && !total.item.isFinite {
            throw TensorError(
                "clipGradNorm", .value, "the norm of order \(normType) of the gradients is \(total.item), not finite")
        }
        let scale = (maxNorm / (total + 1e-6)).clampMax(1)
        noGrad { for grad in grads { grad.mulInPlace(scale.to(grad.dtype)) } }
        return total
    }
}

/// The same with the norm by position.
@discardableResult
public func clipGradNorm(
    _ parameters: some Sequence<Tensor>, _ maxNorm: Double, normType: Double = 2, errorIfNonfinite: Bool = false
) -> Tensor {
    clipGradNorm(parameters, maxNorm: maxNorm, normType: normType, errorIfNonfinite: errorIfNonfinite)
}

/// The same for a single tensor.
@discardableResult
public func clipGradNorm(_ parameter: Tensor, maxNorm: Double, normType: Double = 2) -> Tensor {
    clipGradNorm([parameter], maxNorm: maxNorm, normType: normType)
}

/// The norm of tensors as of one vector.
public func getTotalNorm(_ tensors: [Tensor], normType: Double = 2) -> Tensor {
    if tensors.isEmpty { return .zeros([]) }
    return noGrad { stack(tensors.map { $0.norm(normType) }).norm(normType) }
}

/// Limits each element of the parameters' gradients to `-clipValue...clipValue`.
public func clipGradValue(_ parameters: some Sequence<Tensor>, _ clipValue: Double) {
    noGrad { for grad in parameters.compactMap(\.grad) { grad.clampInPlace(min: -clipValue, max: clipValue) } }
}

/// The same with the limit under its name.
public func clipGradValue(_ parameters: some Sequence<Tensor>, clipValue: Double) {
    clipGradValue(parameters, clipValue)
}
