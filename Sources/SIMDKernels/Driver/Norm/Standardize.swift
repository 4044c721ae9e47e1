import PinionKernelInterface

/// y = (x - mean) · rstd · weight + bias with mean and variance of each group and `rstd = 1 / √(variance + eps)`.
///
/// A group passes three times, while it is in the cache: for the mean, for the distances from it, and for y. Means,
/// variances (mean squared distances) and rstd are written too, one of each for a group.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func standardize<Scalar: GemmScalar>(
    _ shape: NormGroups, _ x: UnsafePointer<Scalar>, _ affine: NormAffine<Scalar>, eps: Double,
    into y: UnsafeMutablePointer<Scalar>, mean: UnsafeMutablePointer<Scalar>,
    variance: UnsafeMutablePointer<Scalar>, rstd: UnsafeMutablePointer<Scalar>
) {
    let kernels = Scalar.normKernels(Kernels.current)
    parallelFor(0..<shape.groups, grain: shape.grain) { groups in
        for group in groups {
            let count = Double(max(1, shape.count))
            let average = groupSums(shape, group) { (kernels.sum($1, x + $0, 0), 0) }.0 / count
            let center = Scalar(average)
            let spread = groupSums(shape, group) { (kernels.squares($1, x + $0, center), 0) }.0 / count
            let scale = 1 / (spread + eps).squareRoot()
            (mean[group], variance[group], rstd[group]) = (center, Scalar(spread), Scalar(scale))
            scaled(shape, group, x, affine, center, Scalar(scale), into: y, kernels)
        }
    }
}

/// One group of y, from its statistics.
@inline(__always)
private func scaled<Scalar: GemmScalar>(
    _ shape: NormGroups, _ group: Int, _ x: UnsafePointer<Scalar>, _ affine: NormAffine<Scalar>, _ mean: Scalar,
    _ rstd: Scalar, into y: UnsafeMutablePointer<Scalar>, _ kernels: NormEntries<Scalar>
) {
    var (factor, shift) = (rstd, 0 as Scalar)
    if case .groups(let weight, let bias, let period) = affine {
        if let weight { factor *= weight[group % period] }
        if let bias { shift = bias[group % period] }
    }
    for piece in 0..<shape.pieces {
        let start = shape.offset(group: group, piece: piece)
        let (from, to) = (x + start, y + start)
        switch affine {
        case .elements(let weight?, let bias?):
            for i in 0..<shape.inner { to[i] = (from[i] - mean) * factor * weight[i] + bias[i] }
        case .elements(let weight?, nil):
            for i in 0..<shape.inner { to[i] = (from[i] - mean) * factor * weight[i] }
        case .elements(nil, let bias?):
            for i in 0..<shape.inner { to[i] = (from[i] - mean) * factor + bias[i] }
        case .pieces(let weight, let bias, let period):
            let index = group % period * shape.pieces + piece
            kernels.scale(shape.inner, from, mean, factor * (weight?[index] ?? 1), bias?[index] ?? 0, to)
        case .none, .groups, .elements(nil, nil):
            kernels.scale(shape.inner, from, mean, factor, shift, to)
        }
    }
}
