import PinionSIMDKernels

extension Raw {
    /// The variance and the mean over `dims`, in two passes: the squares are of distances from the mean, and what
    /// rounding of the mean leaves in their sum is taken out.
    package static func moments(
        _ x: Tensor, _ dims: [Int], correction: Double, keepDim: Bool, name: StaticString
    ) throws(TensorError) -> (variance: Tensor, mean: Tensor) {
        if x.dtype.compute != x.dtype {
            let wide = try moments(
                converted(x, to: x.dtype.compute), dims, correction: correction, keepDim: keepDim, name: name)
            return (converted(wide.variance, to: x.dtype), converted(wide.mean, to: x.dtype))
        }
        let n = dims.reduce(1) { $0 * x.layout.sizes[$1] }
        let mean = try reduce(.mean, x, dims, keepDim: true, name: name)
        let distance = try binary(.sub, .tensor(x), .tensor(mean), name: name)
        let squares = try reduce(.sumOfSquares, distance, dims, keepDim: keepDim, name: name)
        let rest = try reduce(.sum, distance, dims, keepDim: keepDim, name: name)
        let restSquared = try binary(.mul, .tensor(rest), .tensor(rest), name: name)
        let excess = try binary(.div, .tensor(restSquared), .number(.double(Double(n))), name: name)
        let sum = try binary(.sub, .tensor(squares), .tensor(excess), name: name)
        let variance = try binary(
            .div, .tensor(sum), .number(.double(max(0, Double(n) - correction))), name: name)
        return (variance, Tensor(mean.storage, variance.layout, x.dtype))
    }
}
