import PinionTensor

/// What a quantile between two elements is.
public enum QuantileInterpolation: String, Sendable, WordArgument, CaseIterable {
    case linear, lower, higher, midpoint, nearest
}

extension Tensor {
    /// The quantiles `q`, from 0 to 1, along `dim` or of all elements; NaN where there is a NaN.
    public func quantile(
        _ q: Double, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
    ) -> Tensor {
        quantiles([q], nil, dim, keepDim, interpolation, ignoringNaN: false, "quantile") { $0[0] }
    }

    /// The quantiles for each element of `q`, a vector or of shape [], which the result has as its first dimension.
    public func quantile(
        _ q: Tensor, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
    ) -> Tensor {
        quantiles(q, dim, keepDim, interpolation, ignoringNaN: false, "quantile")
    }

    /// The quantiles `q` along `dim` or of all elements that are not NaN.
    public func nanquantile(
        _ q: Double, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
    ) -> Tensor {
        quantiles([q], nil, dim, keepDim, interpolation, ignoringNaN: true, "nanquantile") { $0[0] }
    }

    /// The quantiles for each element of `q` of the elements that are not NaN.
    public func nanquantile(
        _ q: Tensor, dim: Int? = nil, keepDim: Bool = false, interpolation: QuantileInterpolation = .linear
    ) -> Tensor {
        quantiles(q, dim, keepDim, interpolation, ignoringNaN: true, "nanquantile")
    }

    private func quantiles(
        _ q: Tensor, _ dim: Int?, _ keepDim: Bool, _ interpolation: QuantileInterpolation, ignoringNaN: Bool,
        _ name: StaticString
    ) -> Tensor {
        attempt { () throws(TensorError) in
            if q.ndim > 1 { throw TensorError("\(name)", .shape, "q has shape \(q.shape), expected a vector or []") }
            if q.dtype != dtype {
                throw TensorError(
                    "\(name)", .dtype, "q is \(q.dtype), expected \(dtype) as the tensor of shape \(shape)")
            }
            let isScalar = q.ndim == 0
            return quantiles(
                q.toArray(Double.self), isRecorded(q) ? q.reshape(-1) : nil, dim, keepDim, interpolation,
                ignoringNaN: ignoringNaN, name
            ) { isScalar ? $0[0] : stack($0, dim: 0) }
        }
    }

    private func quantiles(
        _ q: [Double], _ recorded: Tensor?, _ dim: Int?, _ keepDim: Bool,
        _ interpolation: QuantileInterpolation, ignoringNaN: Bool, _ name: StaticString, _ join: ([Tensor]) -> Tensor
    ) -> Tensor {
        attempt { () throws(TensorError) in
            if dtype != .float32 && dtype != .float64 {
                throw TensorError("\(name)", .dtype, "expected float32 or float64, got \(dtype) of shape \(shape)")
            }
            if let wrong = q.first(where: { !($0 >= 0 && $0 <= 1) }) {
                throw TensorError("\(name)", .value, "q is \(wrong), expected 0 to 1")
            }
            if numel == 0 { throw TensorError("\(name)", .shape, "the tensor of shape \(shape) has no elements") }
            let dims = try reducedDims(dim.map { [$0] }, name)
            let whole = layout
            let x =
                dim == nil || ndim == 0 ? viewed(as: Layout(rank: 1, sizes: Extents(repeating: numel))) : self
            let d = dim == nil ? 0 : dims.first ?? 0
            let kept = x.layout.reduced([d], keepDim: true)
            let isNumber = Raw.predicate(.logicalNot, Raw.predicate(.isNaN, x))
            let numbers = try Raw.reduce(.sum, isNumber, [d], keepDim: true, name: name).toArray(Int.self)
            let sorted = x.sort(dim: d).values
            let n = x.layout.sizes[d]
            let target = whole.reduced(dims, keepDim: keepDim)
            return join(
                q.enumerated().map { index, q in
                    // NaN are at the end: the last element where one is to be the result.
                    let steps = numbers.map { count in
                        count < n && !ignoringNaN ? nil : Double(Swift.max(count - 1, 0))
                    }
                    let positions = steps.map { $0.map { $0 * q } ?? Double(n - 1) }
                    // What q adds to the weights is 0, but their derivative.
                    let change = recorded.map { all in
                        (all.select(0, index) - q) * Tensor(steps.map { $0 ?? 0 }, dtype: dtype).viewed(as: kept)
                    }
                    return sorted.between(positions, change, d, kept, interpolation).viewed(as: target)
                })
        }
    }

    /// The elements at `positions` along `d`, one for each row, which may lie between two.
    ///
    /// `change` is added to the positions between two elements.
    private func between(
        _ positions: [Double], _ change: Tensor?, _ d: Int, _ kept: Layout, _ interpolation: QuantileInterpolation
    ) -> Tensor {
        func at(_ rounding: FloatingPointRoundingRule) -> Tensor {
            let index = Tensor(positions.map { Int($0.rounded(rounding)) }).viewed(as: kept)
            return taken(at: index, d)
        }
        switch interpolation {
        case .lower: return at(.down)
        case .higher: return at(.up)
        case .nearest: return at(.toNearestOrEven)
        case .midpoint, .linear:
            let (low, high) = (at(.down), at(.up))
            let weights = positions.map { interpolation == .midpoint ? 0.5 : $0 - $0.rounded(.down) }
            let exact = Tensor(weights, dtype: dtype).viewed(as: kept)
            let changing = interpolation == .linear ? change.map { exact + $0 } : nil
            return low + (high - low) * (changing ?? exact)
        }
    }
}
