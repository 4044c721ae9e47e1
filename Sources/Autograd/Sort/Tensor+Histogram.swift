import PinionTensor

extension Tensor {
    /// How many elements lie in each of `bins` equal parts of a range, or their weights' sums, and the parts' bounds.
    /// - Parameters:
    ///   - bins: how many parts.
    ///   - range: the range, whose ends count; from the smallest to the largest element by default.
    ///   - weight: what each element counts, of this tensor's shape.
    ///   - density: whether the result is divided so that its integral is 1.
    public func histogram(
        _ bins: Int, range: (Double, Double)? = nil, weight: Tensor? = nil, density: Bool = false
    ) -> (hist: Tensor, binEdges: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            try checkFloating("histogram")
            if bins < 1 { throw TensorError("histogram", .value, "bins is \(bins), expected at least 1") }
            var (low, high) = range ?? (numel == 0 ? (0, 0) : (detach().min().item, detach().max().item))
            if !low.isFinite || !high.isFinite || low > high {
                throw TensorError("histogram", .value, "the range from \(low) to \(high) is not finite or is empty")
            }
            if low == high { (low, high) = (low - 0.5, high + 0.5) }
            return histogram(Tensor.linspace(low, high, bins + 1, dtype: dtype), weight: weight, density: density)
        }
    }

    /// The same between bounds that ascend.
    public func histogram(
        _ bins: Tensor, weight: Tensor? = nil, density: Bool = false
    ) -> (hist: Tensor, binEdges: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            try checkFloating("histogram")
            try Raw.checkSameDType(self, bins, "histogram")
            if bins.ndim != 1 || bins.numel < 1 {
                throw TensorError("histogram", .shape, "the bounds have shape \(bins.shape), expected a vector")
            }
            if let weight, weight.shape != shape || weight.dtype != dtype {
                throw TensorError(
                    "histogram", .shape,
                    "the weight is \(weight.dtype) of shape \(weight.shape), expected \(dtype) of shape \(shape)")
            }
            return noGrad {
                let (x, count) = (detach().reshape(-1), bins.numel - 1)
                let places = searchsorted(bins, x, right: true) - 1
                // The last bound belongs to the last part.
                let last = bins.select(0, count)
                let part = Tensor.where(x .== last, count - 1, places)
                let isInside = (part .>= 0) .& (part .< count)
                let amounts = (weight?.detach().reshape(-1) ?? Tensor.onesLike(x)).maskedSelect(isInside)
                var hist = part.maskedSelect(isInside).bincount(weights: amounts, minlength: count).to(dtype)
                if density { hist = hist / hist.sum() / bins.diff() }
                return (hist, bins.clone())
            }
        }
    }
}
