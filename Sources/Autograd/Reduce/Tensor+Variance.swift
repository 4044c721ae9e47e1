import PinionTensor

// Two passes: the squares are of distances from the mean, so a large mean costs no digits.
extension Tensor {
    /// The variance of all elements: `Σ (x - mean)² / (n - correction)`.
    public func `var`(correction: Double = 1) -> Tensor { spread(.variance, nil, correction, false).spread }
    /// The variance along one dimension.
    public func `var`(dim: Int, correction: Double = 1, keepDim: Bool = false) -> Tensor {
        spread(.variance, [dim], correction, keepDim).spread
    }
    /// The variance over several dimensions; over all when `dims` is empty.
    public func `var`(dims: [Int], correction: Double = 1, keepDim: Bool = false) -> Tensor {
        spread(.variance, dims, correction, keepDim).spread
    }
    /// The variance of all elements, divided by n - 1 (unbiased) or n.
    public func `var`(unbiased: Bool) -> Tensor { `var`(correction: unbiased ? 1 : 0) }
    /// The variance along one dimension, divided by n - 1 (unbiased) or n.
    public func `var`(dim: Int, unbiased: Bool, keepDim: Bool = false) -> Tensor {
        `var`(dim: dim, correction: unbiased ? 1 : 0, keepDim: keepDim)
    }
    /// The variance over several dimensions, divided by n - 1 (unbiased) or n.
    public func `var`(dims: [Int], unbiased: Bool, keepDim: Bool = false) -> Tensor {
        `var`(dims: dims, correction: unbiased ? 1 : 0, keepDim: keepDim)
    }

    /// The standard deviation of all elements, the root of `var`.
    public func std(correction: Double = 1) -> Tensor { spread(.deviation, nil, correction, false).spread }
    /// The standard deviation along one dimension.
    public func std(dim: Int, correction: Double = 1, keepDim: Bool = false) -> Tensor {
        spread(.deviation, [dim], correction, keepDim).spread
    }
    /// The standard deviation over several dimensions; over all when `dims` is empty.
    public func std(dims: [Int], correction: Double = 1, keepDim: Bool = false) -> Tensor {
        spread(.deviation, dims, correction, keepDim).spread
    }
    /// The standard deviation of all elements, with n - 1 (unbiased) or n.
    public func std(unbiased: Bool) -> Tensor { std(correction: unbiased ? 1 : 0) }
    /// The standard deviation along one dimension, with n - 1 (unbiased) or n.
    public func std(dim: Int, unbiased: Bool, keepDim: Bool = false) -> Tensor {
        std(dim: dim, correction: unbiased ? 1 : 0, keepDim: keepDim)
    }
    /// The standard deviation over several dimensions, with n - 1 (unbiased) or n.
    public func std(dims: [Int], unbiased: Bool, keepDim: Bool = false) -> Tensor {
        std(dims: dims, correction: unbiased ? 1 : 0, keepDim: keepDim)
    }

    /// Variance and mean of all elements.
    public func varMean(correction: Double = 1) -> (var: Tensor, mean: Tensor) {
        let both = spread(.varianceAndMean, nil, correction, false)
        return (both.spread, both.mean)
    }
    /// Variance and mean along one dimension.
    public func varMean(dim: Int, correction: Double = 1, keepDim: Bool = false) -> (var: Tensor, mean: Tensor) {
        varMean(dims: [dim], correction: correction, keepDim: keepDim)
    }
    /// Variance and mean over several dimensions; over all when `dims` is empty.
    public func varMean(dims: [Int], correction: Double = 1, keepDim: Bool = false) -> (var: Tensor, mean: Tensor) {
        let both = spread(.varianceAndMean, dims, correction, keepDim)
        return (both.spread, both.mean)
    }

    /// Standard deviation and mean of all elements.
    public func stdMean(correction: Double = 1) -> (std: Tensor, mean: Tensor) {
        let both = spread(.deviationAndMean, nil, correction, false)
        return (both.spread, both.mean)
    }
    /// Standard deviation and mean along one dimension.
    public func stdMean(dim: Int, correction: Double = 1, keepDim: Bool = false) -> (std: Tensor, mean: Tensor) {
        stdMean(dims: [dim], correction: correction, keepDim: keepDim)
    }
    /// Standard deviation and mean over several dimensions; over all when `dims` is empty.
    public func stdMean(dims: [Int], correction: Double = 1, keepDim: Bool = false) -> (std: Tensor, mean: Tensor) {
        let both = spread(.deviationAndMean, dims, correction, keepDim)
        return (both.spread, both.mean)
    }

    private func spread(
        _ kind: Spread, _ dims: [Int]?, _ correction: Double, _ keepDim: Bool
    ) -> (spread: Tensor, mean: Tensor) {
        attempt(else: (.failed, .failed)) { () throws(TensorError) in
            try checkFloating(kind.name)
            let dims = try reducedDims(dims, kind.name)
            let moments = try Raw.moments(self, dims, correction: correction, keepDim: keepDim, name: kind.name)
            let isRoot = kind.isRoot
            let result = isRoot ? try Raw.unary(.sqrt, moments.variance, name: kind.name) : moments.variance
            if !isRecorded(self) { return (result, moments.mean) }
            let (saved, output) = (SavedTensor(self), SavedOutput(result))
            let freedom = Swift.max(0, Double(count(over: dims)) - correction)
            func bySpread(_ g: Tensor) -> Tensor {
                attempt { () throws(TensorError) in
                    let x = saved.tensor
                    let g = isRoot ? try (g / 2).divided(by: output.tensor) : g
                    return g.restored(dims, of: x.layout) * (2 / freedom) * (x - x.mean(dims: dims, keepDim: true))
                }
            }
            func byMean(_ g: Tensor) -> Tensor {
                let x = saved.tensor
                return (g.restored(dims, of: x.layout) / Double(x.count(over: dims))).broadcast(to: x.layout)
            }
            if kind == .variance || kind == .deviation {
                record(kind.node, result, self) { g in bySpread(g) }
            } else {
                record(kind.node, [result, moments.mean], [self]) { g in
                    let (first, second) = (g[0].map(bySpread), g[1].map(byMean))
                    if let first, let second { return [first + second] }
                    return [first ?? second]
                }
            }
            return (result, moments.mean)
        }
    }
}

/// What a reduction to moments gives.
private enum Spread {
    case variance, deviation, varianceAndMean, deviationAndMean

    var isRoot: Bool { self == .deviation || self == .deviationAndMean }

    var name: StaticString {
        switch self {
        case .variance: "var"
        case .deviation: "std"
        case .varianceAndMean: "varMean"
        case .deviationAndMean: "stdMean"
        }
    }

    var node: StaticString {
        switch self {
        case .variance: "VarBackward0"
        case .deviation: "StdBackward0"
        case .varianceAndMean: "VarMeanBackward0"
        case .deviationAndMean: "StdMeanBackward0"
        }
    }
}
