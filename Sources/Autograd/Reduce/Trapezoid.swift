import PinionTensor

/// The integral along `dim` by the trapezoidal rule.
/// - Parameters:
///   - y: the values.
///   - x: where they are: a vector, or a tensor that broadcasts.
///   - dim: the dimension; the last one by default.
public func trapezoid(_ y: Tensor, _ x: Tensor, dim: Int = -1) -> Tensor {
    trapezoids("trapezoid", y, dim, x) { $0.sum(dim: $1) }
}

/// The integral along `dim` of values with the distance `dx`.
public func trapezoid(_ y: Tensor, dx: Double = 1, dim: Int = -1) -> Tensor {
    trapezoids("trapezoid", y, dim, nil, dx) { $0.sum(dim: $1) }
}

/// The integrals from the first value to each behind it along `dim` by the trapezoidal rule; `x` says where values are.
public func cumulativeTrapezoid(_ y: Tensor, _ x: Tensor, dim: Int = -1) -> Tensor {
    trapezoids("cumulativeTrapezoid", y, dim, x) { $0.cumsum(dim: $1) }
}

/// The integrals from the first value to each behind it along `dim`, with the distance `dx`.
public func cumulativeTrapezoid(_ y: Tensor, dx: Double = 1, dim: Int = -1) -> Tensor {
    trapezoids("cumulativeTrapezoid", y, dim, nil, dx) { $0.cumsum(dim: $1) }
}

/// As `trapezoid`.
public func trapz(_ y: Tensor, _ x: Tensor, dim: Int = -1) -> Tensor { trapezoid(y, x, dim: dim) }
/// As `trapezoid`.
public func trapz(_ y: Tensor, dx: Double = 1, dim: Int = -1) -> Tensor { trapezoid(y, dx: dx, dim: dim) }

private func trapezoids(
    _ name: StaticString, _ y: Tensor, _ dim: Int, _ x: Tensor?, _ dx: Double = 1,
    _ total: (Tensor, Int) -> Tensor
) -> Tensor {
    attempt { () throws(TensorError) in
        let d = try y.layout.dimension(dim, "\(name)")
        if y.ndim == 0 { throw TensorError("\(name)", .shape, "expected at least one dimension, got shape []") }
        if y.dtype == .bool || x?.dtype == .bool { throw TensorError("\(name)", .dtype, "not defined for bool") }
        let sums = neighbours(y, d, +)
        guard let x else { return total(sums, d) * (dx / 2) }
        if x.ndim == 0 { throw TensorError("\(name)", .shape, "x has shape [], expected at least one dimension") }
        var sizes = [Int](repeating: 1, count: Swift.max(y.ndim - x.ndim, 0)) + x.shape
        if x.ndim == 1 {
            sizes = [Int](repeating: 1, count: y.ndim)
            sizes[d] = x.numel
        }
        let along = d - y.ndim + sizes.count
        if along < 0 || (x.ndim == 1 && x.numel != y.size(d)) {
            throw TensorError(
                "\(name)", .shape, "y has shape \(y.shape) and x \(x.shape), which do not fit along \(dim)")
        }
        let steps = neighbours(x.reshape(sizes), along) { high, low in high - low }
        if Layout.broadcast(steps.layout, sums.layout) == nil {
            throw TensorError("\(name)", .shape, Layout.mismatch(y.shape, x.shape))
        }
        return total(steps * sums, d) / 2
    }
}

/// `f(x[i + 1], x[i])` along `d`.
private func neighbours(_ x: Tensor, _ d: Int, _ f: (Tensor, Tensor) -> Tensor) -> Tensor {
    let n = x.size(d)
    let count = max(n - 1, 0)
    return f(x.narrow(d, min(1, n), count), x.narrow(d, 0, count))
}

/// As `trapezoid(_:_:dim:)`.
public func trapezoid(_ y: Tensor, x: Tensor, dim: Int = -1) -> Tensor { trapezoid(y, x, dim: dim) }
