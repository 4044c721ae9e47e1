import PinionTensor

/// The derivatives of sampled values along several dimensions by central differences, and one-sided ones at the ends.
///
/// As `torch.gradient`: results are in the order of the dimensions.
/// - Parameters:
///   - x: the values.
///   - spacing: the distance of neighbours.
///   - dims: the dimensions; all by default.
///   - edgeOrder: 1 or 2: the order of the differences at the ends.
public func gradient(_ x: Tensor, spacing: Double = 1, dims: [Int]? = nil, edgeOrder: Int = 1) -> [Tensor] {
    differences(x, dims, edgeOrder, count: nil, spacing) { _ in .even(spacing) }
}

/// The same with a distance for each dimension.
public func gradient(_ x: Tensor, spacing: [Double], dims: [Int]? = nil, edgeOrder: Int = 1) -> [Tensor] {
    differences(x, dims, edgeOrder, count: spacing.count, spacing) { .even(spacing[$0]) }
}

/// The same with the places of the values along each dimension: a vector each.
public func gradient(_ x: Tensor, spacing: [Tensor], dims: [Int]? = nil, edgeOrder: Int = 1) -> [Tensor] {
    differences(x, dims, edgeOrder, count: spacing.count, spacing.map(\.shape)) { .places(spacing[$0]) }
}

/// The derivative along one dimension, in a list.
public func gradient(_ x: Tensor, spacing: Double = 1, dim: Int, edgeOrder: Int = 1) -> [Tensor] {
    gradient(x, spacing: spacing, dims: [dim], edgeOrder: edgeOrder)
}

private enum Spacing {
    case even(Double)
    case places(Tensor)
}

private func differences(
    _ x: Tensor, _ dims: [Int]?, _ order: Int, count: Int?, _ given: @autoclosure () -> Any,
    _ spacing: (Int) -> Spacing
) -> [Tensor] {
    attempt(else: [.failed]) { () throws(TensorError) in
        let dims =
            try dims.map { (dims) throws(TensorError) in try x.layout.dimensions(dims, "gradient") }
            ?? Array(0..<x.ndim)
        if order != 1 && order != 2 {
            throw TensorError("gradient", .value, "edgeOrder is \(order), expected 1 or 2")
        }
        if x.dtype == .uint8 || x.dtype == .bool { throw TensorError("gradient", .dtype, "not defined for \(x.dtype)") }
        if let count, count != dims.count {
            throw TensorError(
                "gradient", .value, "\(count) spacings \(given()) for \(dims.count) dimensions \(dims)")
        }
        var results: [Tensor] = []
        for (index, d) in dims.enumerated() {
            let size = x.ndim == 0 ? 1 : x.size(d)
            if size <= order {
                throw TensorError(
                    "gradient", .shape,
                    "dimension \(d) of shape \(x.shape) has \(size) values, expected at least \(order + 1)")
            }
            if case .places(let places) = spacing(index), places.ndim != 1 || places.numel != size {
                throw TensorError(
                    "gradient", .shape,
                    "the places along dimension \(d) of shape \(x.shape) have shape \(places.shape), expected [\(size)]"
                )
            }
            results.append(derivative(x.isFloatingPoint ? x : x.to(getDefaultDType()), d, spacing(index), order))
        }
        return results
    }
}

/// The derivative along `d` from weights of three neighbours, or at the ends of two.
private func derivative(_ x: Tensor, _ d: Int, _ spacing: Spacing, _ order: Int) -> Tensor {
    let n = x.size(d)
    func part(_ start: Int, _ count: Int) -> Tensor { x.narrow(d, start, count) }
    /// The distances from places `start…` to the next, along `d`.
    func steps(_ start: Int, _ count: Int) -> Tensor {
        switch spacing {
        case .even(let distance): return Tensor.full([], distance, dtype: x.dtype)
        case .places(let places):
            var shape = [Int](repeating: 1, count: x.ndim)
            shape[d] = count
            return places.diff().narrow(0, start, count).reshape(shape)
        }
    }
    let first, last: Tensor
    if order == 1 {
        first = (part(1, 1) - part(0, 1)) / steps(0, 1)
        last = (part(n - 1, 1) - part(n - 2, 1)) / steps(n - 2, 1)
    } else {
        first = parabola(part(0, 1), part(1, 1), part(2, 1), steps(0, 1), steps(1, 1))
        last = -parabola(part(n - 1, 1), part(n - 2, 1), part(n - 3, 1), steps(n - 2, 1), steps(n - 3, 1))
    }
    if n == 2 { return cat([first, last], dim: d) }
    let (a, b) = (steps(0, n - 2), steps(1, n - 2))
    let before = part(0, n - 2) * (-b / (a * (a + b)))
    let middle = part(1, n - 2) * ((b - a) / (a * b))
    let behind = part(2, n - 2) * (a / (b * (a + b)))
    return cat([first, before + middle + behind, last], dim: d)
}

/// The derivative at the first of three values whose distances are a and b.
private func parabola(_ x: Tensor, _ y: Tensor, _ z: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    let atX = x * ((2 * a + b) / (a * (a + b)))
    let atY = y * ((a + b) / (a * b))
    let atZ = z * (a / (b * (a + b)))
    return atY - atX - atZ
}
