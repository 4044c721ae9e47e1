import PinionTensor

extension Tensor {
    /// The covariance matrix of variables, the rows, from observations, the columns; a vector is one variable.
    /// - Parameters:
    ///   - correction: taken off the number of observations.
    ///   - fweights: how often each observation was made: integers.
    ///   - aweights: how much each observation counts.
    public func cov(correction: Int = 1, fweights: Tensor? = nil, aweights: Tensor? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            if ndim > 2 || dtype == .bool {
                throw TensorError(
                    "cov", ndim > 2 ? .shape : .dtype,
                    "expected at most two dimensions and no bool, got \(dtype) of shape \(shape)")
            }
            let x = (isFloatingPoint ? self : to(getDefaultDType())).reshape(ndim < 2 ? [1, numel] : shape)
            let count = x.size(1)
            for (weights, isInteger) in [(fweights, true), (aweights, false)] {
                guard let weights else { continue }
                if weights.shape != [count] || weights.dtype.isInteger != isInteger {
                    throw TensorError(
                        "cov", .shape,
                        "weights of \(weights.dtype) and shape \(weights.shape), expected \(isInteger ? "integers" : "floating-point numbers") of shape [\(count)]"
                    )
                }
                if weights.numel > 0 && weights.detach().min().item < 0 {
                    throw TensorError("cov", .value, "a weight is negative")
                }
            }
            let weights = [fweights, aweights].compactMap { $0 }.reduce(nil as Tensor?) { product, w in
                product.map { $0 * w } ?? w
            }
            let sum = weights?.sum() ?? Tensor(Double(count), dtype: x.dtype)
            let mean = (weights.map { x * $0 } ?? x).sum(dim: 1, keepDim: true) / sum
            var freedom = sum - correction
            if correction != 0, let aweights, let weights {
                freedom = sum - (weights * aweights).sum() / sum * correction
            }
            let centered = x - mean
            let weighted = weights.map { centered * $0 } ?? centered
            let result = centered.matmul(weighted.mT) / freedom.clamp(min: 0)
            return result.squeeze()
        }
    }

    /// The correlation coefficients of variables, the rows; of a vector 1.
    public func corrcoef() -> Tensor {
        attempt { () throws(TensorError) in
            if ndim > 2 { throw TensorError("corrcoef", .shape, "expected at most two dimensions, got shape \(shape)") }
            if dtype == .bool { throw TensorError("corrcoef", .dtype, "not defined for bool") }
            let covariance = cov()
            if covariance.ndim == 0 { return covariance / covariance }
            let deviation = covariance.diagonal().sqrt()
            return (covariance / deviation.unsqueeze(1) / deviation.unsqueeze(0)).clamp(min: -1, max: 1)
        }
    }
}
