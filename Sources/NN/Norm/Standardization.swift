import PinionAutograd

/// `(x - mean) / √(variance + eps) · weight + bias`, where mean and variance are those of x over some dimensions.
struct Standardization {
    let node: StaticString
    let dims: [Int]
    let eps: Double
    /// What the dimensions are to kernels that pass over the elements but a few times; nil where there are none.
    var kind: NormalizedElements?

    /// The result, and the statistics with the reduced dimensions as sizes of 1; weight and bias broadcast to x.
    func callAsFunction(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?
    ) -> (result: Tensor, mean: Tensor, variance: Tensor) {
        if x.dtype == .float16 || x.dtype == .bfloat16 {
            let wide = self(x.float(), weight?.float(), bias?.float())
            return (wide.result.to(x.dtype), wide.mean, wide.variance)
        }
        if let kind, Raw.standardizes(x, weight: weight, bias: bias) { return fused(kind, x, weight, bias) }
        let (result, mean, variance, rstd) = noGrad {
            let (variance, mean) = x.varMean(dims: dims, correction: 0, keepDim: true)
            let rstd = (variance + eps).rsqrt()
            return (scaled(x - mean, rstd, weight, bias), mean, variance, rstd)
        }
        recorded(result, x, weight, bias) { g, x, weight in
            gradients(g, x, weight, isGradEnabled() ? distance(x) : (x - mean, rstd))
        }
        return (result, mean, variance)
    }

    /// The same in three passes over each group while it is in the cache, and its gradient in two.
    private func fused(
        _ kind: NormalizedElements, _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?
    ) -> (result: Tensor, mean: Tensor, variance: Tensor) {
        let found = Raw.standardize(x, weight: weight, bias: bias, eps: eps, kind)
        let (needsX, needsParameters) = (x.requiresGrad, weight != nil || bias != nil)
        recorded(found.y, x, weight, bias) { g, x, weight in
            if isGradEnabled() { return gradients(g, x, weight, distance(x)) }
            let raw = Raw.standardizeBackward(
                g, x, (found.mean, found.rstd), weight: weight, needsX: needsX, needsElements: needsParameters, kind)
            func shaped(_ sums: Tensor) -> Tensor {
                guard let parameter = weight ?? bias else { return sums }
                switch kind {
                case .channels, .rows: return sums.reshape(parameter.shape)
                case .planes, .channelGroups:
                    return sums.reshape(x.size(0), parameter.numel).sum(dim: 0).reshape(parameter.shape)
                }
            }
            return (raw.x, shaped(raw.weight), shaped(raw.bias))
        }
        var statistics = x.shape
        for d in dims { statistics[d] = 1 }
        return (found.y, found.mean.reshape(statistics), found.variance.reshape(statistics))
    }

    private typealias Gradients = (x: Tensor?, weight: Tensor?, bias: Tensor?)

    /// Records the result with gradients for those of x, weight and bias that there are.
    private func recorded(
        _ result: Tensor, _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?,
        _ gradients: @escaping @Sendable (_ g: Tensor, _ x: Tensor, _ weight: Tensor?) -> Gradients
    ) {
        let parameters = [weight, bias].compactMap { $0 }
        if !isRecorded([x] + parameters) { return }
        let (savedX, savedWeight) = (SavedTensor(x), weight.map { SavedTensor($0) })
        let (hasWeight, hasBias) = (weight != nil, bias != nil)
        record(node, [result], [x] + parameters) { outputs in
            guard let g = outputs[0] else { return [nil] + parameters.map { _ in nil } }
            let found = gradients(g, savedX.tensor, savedWeight?.tensor)
            return [found.x] + (hasWeight ? [found.weight] : []) + (hasBias ? [found.bias] : [])
        }
    }

    /// Gradients from the distances and `1 / √(variance + eps)`.
    private func gradients(
        _ g: Tensor, _ x: Tensor, _ weight: Tensor?, _ statistics: (d: Tensor, rstd: Tensor)
    ) -> Gradients {
        let byX = x.requiresGrad ? gradient(weight.map { g * $0 } ?? g, statistics.d, statistics.rstd) : nil
        let needsWeight = weight?.requiresGrad ?? false
        return (byX, needsWeight ? g * (statistics.d * statistics.rstd) : nil, g)
    }

    /// `d · rstd · weight + bias`, of few passes.
    private func scaled(_ d: Tensor, _ rstd: Tensor, _ weight: Tensor?, _ bias: Tensor?) -> Tensor {
        guard let weight else { return bias.map { $0.addcmul(d, rstd) } ?? d * rstd }
        if rstd.numel * weight.numel <= d.numel {
            let factor = rstd * weight
            return bias.map { $0.addcmul(d, factor) } ?? d * factor
        }
        let y = d * rstd
        return bias.map { $0.addcmul(y, weight) } ?? y * weight
    }

    /// The distances from the mean and `1 / √(variance + eps)`, recorded.
    private func distance(_ x: Tensor) -> (Tensor, Tensor) {
        let (variance, mean) = x.varMean(dims: dims, correction: 0, keepDim: true)
        return (x - mean, (variance + eps).rsqrt())
    }

    /// `rstd (g - mean g - x̂ mean(g x̂))`, as products with what is small.
    private func gradient(_ g: Tensor, _ d: Tensor, _ rstd: Tensor) -> Tensor {
        let mean = g.mean(dims: dims, keepDim: true)
        let slope = (g * d).mean(dims: dims, keepDim: true) * (rstd * rstd)
        return (g - mean).addcmul(d, slope, value: -1) * rstd
    }
}

/// A channel's parameter [C] over [N, C, …].
func overChannels(_ parameter: Tensor?, _ x: Tensor) -> Tensor? {
    parameter?.reshape([1, -1] + [Int](repeating: 1, count: max(x.ndim - 2, 0)))
}

/// Throws unless a parameter or statistic has the shape it is to have.
func checkParameter(_ name: String, _ x: Tensor?, _ shape: [Int], _ operation: StaticString) throws(TensorError) {
    if let x, x.shape != shape {
        throw TensorError("\(operation)", .shape, "\(name) has shape \(x.shape), expected \(shape)")
    }
}
