import PinionAutograd

/// `(x - mean) / √(variance + eps) · weight + bias`, where mean and variance are those of x over some dimensions.
struct Standardization {
    let node: StaticString
    let dims: [Int]
    let eps: Double

    /// The result, and the statistics with the reduced dimensions as sizes of 1; weight and bias broadcast to x.
    func callAsFunction(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?
    ) -> (result: Tensor, mean: Tensor, variance: Tensor) {
        if x.dtype == .float16 || x.dtype == .bfloat16 {
            let wide = self(x.float(), weight?.float(), bias?.float())
            return (wide.result.to(x.dtype), wide.mean, wide.variance)
        }
        let (result, mean, variance, rstd) = noGrad {
            let (variance, mean) = x.varMean(dims: dims, correction: 0, keepDim: true)
            let rstd = (variance + eps).rsqrt()
            return (scaled(x - mean, rstd, weight, bias), mean, variance, rstd)
        }
        let parameters = [weight, bias].compactMap { $0 }
        if !isRecorded([x] + parameters) { return (result, mean, variance) }
        let (savedX, savedWeight) = (SavedTensor(x), weight.map { SavedTensor($0) })
        let (needsX, needsWeight) = (x.requiresGrad, weight?.requiresGrad ?? false)
        record(node, [result], [x] + parameters) { gradients in
            guard let g = gradients[0] else { return [nil] + parameters.map { _ in nil } }
            let (x, weight) = (savedX.tensor, savedWeight?.tensor)
            let (d, rstd) = isGradEnabled() ? distance(x) : (x - mean, rstd)
            let byX = needsX ? gradient(weight.map { g * $0 } ?? g, d, rstd) : nil
            let byWeight = needsWeight ? g * (d * rstd) : nil
            return [byX] + (weight == nil ? [] : [byWeight]) + (parameters.count > (weight == nil ? 0 : 1) ? [g] : [])
        }
        return (result, mean, variance)
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
