import PinionTensor

/// How many points lie in each cell of a grid, or their weights' sums, and the bounds of the parts along each dimension.
///
/// As `torch.histogramdd`: points are along x's last dimension.
/// - Parameters:
///   - x: the points, of shape […, D].
///   - bins: how many equal parts along each of the D dimensions.
///   - range: D pairs of bounds in a row; from the smallest to the largest number by default.
///   - weight: what each point counts, of x's shape without the last dimension.
///   - density: whether the result is divided so that its integral is 1.
public func histogramdd(
    _ x: Tensor, _ bins: [Int], range: [Double]? = nil, weight: Tensor? = nil, density: Bool = false
) -> (hist: Tensor, binEdges: [Tensor]) {
    attempt(else: (.failed, [])) { () throws(TensorError) in
        try checkPoints(x, bins.count, weight)
        if let wrong = bins.firstIndex(where: { $0 < 1 }) {
            throw TensorError(
                "histogramdd", .value, "bins is \(bins[wrong]) for dimension \(wrong), expected at least 1")
        }
        if let range, range.count != 2 * bins.count {
            throw TensorError(
                "histogramdd", .value, "\(range.count) bounds for \(bins.count) dimensions, expected two for each")
        }
        var bounds: [Tensor] = []
        for (d, count) in bins.enumerated() {
            let values = x.detach().select(-1, d)
            let isEmpty = values.numel == 0
            var low = range?[2 * d] ?? (isEmpty ? 0 : values.min().item)
            var high = range?[2 * d + 1] ?? (isEmpty ? 0 : values.max().item)
            if !low.isFinite || !high.isFinite || low > high {
                throw TensorError("histogramdd", .value, "the range from \(low) to \(high) is not finite or is empty")
            }
            if low == high { (low, high) = (low - 0.5, high + 0.5) }
            bounds.append(Tensor.linspace(low, high, count + 1, dtype: x.dtype))
        }
        return histogramdd(x, bounds, weight: weight, density: density)
    }
}

/// The same with bounds that ascend, a vector for each dimension.
public func histogramdd(
    _ x: Tensor, _ bins: [Tensor], weight: Tensor? = nil, density: Bool = false
) -> (hist: Tensor, binEdges: [Tensor]) {
    attempt(else: (.failed, [])) { () throws(TensorError) in
        try checkPoints(x, bins.count, weight)
        for bounds in bins {
            try Raw.checkSameDType(x, bounds, "histogramdd")
            if bounds.ndim != 1 || bounds.numel < 2 {
                throw TensorError(
                    "histogramdd", .shape, "bounds have shape \(bounds.shape), expected a vector of at least 2")
            }
        }
        return noGrad {
            let points = x.detach().reshape(-1, bins.count)
            var (cell, isInside) = (Tensor.zeros([points.size(0)], dtype: .int64), nil as Tensor?)
            for (d, bounds) in bins.enumerated() {
                let (values, count) = (points.select(1, d).contiguous(), bounds.numel - 1)
                // The last bound belongs to the last part.
                let isLast = values .== bounds.select(0, count)
                let part = Tensor.where(isLast, count - 1, searchsorted(bounds, values, right: true) - 1)
                let fits = (part .>= 0) .& (part .< count)
                isInside = isInside.map { $0 .& fits } ?? fits
                cell = cell * count + part
            }
            let inside = isInside ?? Tensor.zeros([0], dtype: .bool)
            let amounts = weight?.detach().reshape(-1) ?? Tensor.ones([points.size(0)], dtype: x.dtype)
            let shape = bins.map { $0.numel - 1 }
            let sums = cell.maskedSelect(inside).bincount(
                weights: amounts.maskedSelect(inside), minlength: shape.reduce(1, *))
            var hist = sums.to(x.dtype).reshape(shape)
            if density {
                hist = hist / hist.sum()
                for (d, bounds) in bins.enumerated() {
                    var along = [Int](repeating: 1, count: shape.count)
                    along[d] = shape[d]
                    hist = hist / bounds.diff().reshape(along)
                }
            }
            return (hist, bins.map { $0.clone() })
        }
    }
}

private func checkPoints(_ x: Tensor, _ dimensions: Int, _ weight: Tensor?) throws(TensorError) {
    try x.checkFloating("histogramdd")
    if x.ndim < 2 || x.size(-1) != dimensions {
        throw TensorError(
            "histogramdd", .shape,
            "points of shape \(x.shape) and bins for \(dimensions) dimensions; expected shape […, \(dimensions)]")
    }
    if let weight, weight.shape != Array(x.shape.dropLast()) || weight.dtype != x.dtype {
        throw TensorError(
            "histogramdd", .shape,
            "the weight is \(weight.dtype) of shape \(weight.shape), expected \(x.dtype) of shape "
                + "\(Array(x.shape.dropLast()))")
    }
}
