import PinionTensor

extension Tensor {
    /// The different elements, in order; every NaN is different from all others.
    /// - Parameter sorted: whether they come in order; they do in either case.
    public func unique(sorted: Bool = true) -> Tensor { groups(consecutive: false).values }

    /// The different elements, and the place of each of this tensor's elements among them.
    public func unique(sorted: Bool = true, returnInverse: Bool) -> (output: Tensor, inverse: Tensor) {
        let groups = groups(consecutive: false)
        return (groups.values, groups.inverse)
    }

    /// The different elements, and how often each occurs.
    public func unique(sorted: Bool = true, returnCounts: Bool) -> (output: Tensor, counts: Tensor) {
        let groups = groups(consecutive: false)
        return (groups.values, groups.counts)
    }

    /// The different elements, the place of each of this tensor's elements among them, and how often each occurs.
    public func unique(
        sorted: Bool = true, returnInverse: Bool, returnCounts: Bool
    ) -> (output: Tensor, inverse: Tensor, counts: Tensor) {
        let groups = groups(consecutive: false)
        return (groups.values, groups.inverse, groups.counts)
    }

    /// The elements in row-major order without those that are equal to the one before.
    public func uniqueConsecutive() -> Tensor { groups(consecutive: true).values }

    /// Runs of equal elements: the element of each, which run each element belongs to, and the runs' lengths.
    public func uniqueConsecutive(
        returnInverse: Bool, returnCounts: Bool
    ) -> (output: Tensor, inverse: Tensor, counts: Tensor) {
        let groups = groups(consecutive: true)
        return (groups.values, groups.inverse, groups.counts)
    }

    private func groups(consecutive: Bool) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        attempt(else: (.failed, .failed, .failed)) { () throws(TensorError) in
            Raw.unique(self, consecutive: consecutive)
        }
    }

    /// How often each number from 0 to the largest occurs in a vector of integers; with weights their sums.
    /// - Parameters:
    ///   - weights: a number for each element; the result is float64, or float32 as they are.
    ///   - minlength: the fewest numbers to count.
    public func bincount(weights: Tensor? = nil, minlength: Int = 0) -> Tensor {
        attempt { () throws(TensorError) in
            if ndim != 1 { throw TensorError("bincount", .shape, "expected a vector, got shape \(shape)") }
            if !dtype.isInteger { throw TensorError("bincount", .dtype, "expected integers, got \(dtype)") }
            if minlength < 0 {
                throw TensorError("bincount", .value, "minlength is \(minlength), expected at least 0")
            }
            if let weights, weights.shape != shape {
                throw TensorError(
                    "bincount", .shape, "the weights have shape \(weights.shape), expected \(shape)")
            }
            return try Raw.bincount(self, weights, minlength: minlength)
        }
    }

    /// How many elements lie in each of `bins` equal parts of the range from `min` to `max`; others do not count.
    ///
    /// Where both are equal the range is that of the elements. The result has this tensor's dtype.
    public func histc(bins: Int = 100, min: Double = 0, max: Double = 0) -> Tensor {
        attempt { () throws(TensorError) in
            try checkFloating("histc")
            if bins < 1 { throw TensorError("histc", .value, "bins is \(bins), expected at least 1") }
            var (low, high) = (min, max)
            if low == high && numel > 0 { (low, high) = (detach().min().item, detach().max().item) }
            if low == high { (low, high) = (low - 1, high + 1) }
            if !low.isFinite || !high.isFinite || low > high {
                throw TensorError("histc", .value, "the range from \(low) to \(high) is not finite or is empty")
            }
            return try Raw.histc(self, bins: bins, low, high)
        }
    }
}
