#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// 1 on the diagonal of a matrix, 0 elsewhere.
@discardableResult
public func eye(_ tensor: Tensor) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        if tensor.ndim != 2 { throw TensorError("eye", .shape, "expected 2 dimensions, got shape \(tensor.shape)") }
        return noGrad { tensor.zeroInPlace().fillDiagonalInPlace(1) }
    }
}

/// 1 in the middle of each kernel that leads a channel to itself, 0 elsewhere: a convolution that changes nothing.
/// - Parameters:
///   - tensor: a weight of 3 to 5 dimensions.
///   - groups: of the convolution, each of which keeps its channels.
@discardableResult
public func dirac(_ tensor: Tensor, groups: Int = 1) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        if !(3...5 ~= tensor.ndim) {
            throw TensorError("dirac", .shape, "expected 3 to 5 dimensions, got shape \(tensor.shape)")
        }
        if groups < 1 || tensor.size(0) % groups != 0 {
            throw TensorError("dirac", .value, "\(tensor.size(0)) channels cannot be divided into \(groups) groups")
        }
        let perGroup = tensor.size(0) / groups
        return noGrad {
            tensor.zeroInPlace()
            var middle = tensor
            for size in tensor.shape.dropFirst(2) { middle = middle.select(2, size / 2) }
            for group in 0..<groups {
                middle.narrow(0, group * perGroup, perGroup).fillDiagonalInPlace(1)
            }
            return tensor
        }
    }
}

/// A matrix with orthonormal rows or columns, whichever are fewer, times `gain` (Saxe et al., 2013).
///
/// Dimensions from the second on count as one.
@discardableResult
public func orthogonal(_ tensor: Tensor, gain: Double = 1, generator: Generator? = nil) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        if tensor.ndim < 2 {
            throw TensorError("orthogonal", .shape, "expected at least 2 dimensions, got shape \(tensor.shape)")
        }
        if tensor.numel == 0 { return tensor }
        return noGrad {
            let rows = tensor.size(0)
            let columns = tensor.numel / rows
            let drawn = tensor.newEmpty(rows, columns).normalInPlace(generator: generator)
            let (q, r) = Linalg.qr(rows < columns ? drawn.t() : drawn)
            let signed = q * r.diagonal().sign()
            tensor.copyInPlace((rows < columns ? signed.t() : signed).reshape(tensor.shape))
            return tensor.mulInPlace(gain)
        }
    }
}

/// A matrix of normally distributed numbers around 0 of which a fraction of each column is 0 (Martens, 2010).
/// - Parameters:
///   - tensor: of two dimensions.
///   - sparsity: the fraction of 0.
///   - std: the standard deviation of the others.
///   - generator: what draws the numbers; the places of 0 are drawn by the default one, as in PyTorch.
@discardableResult
public func sparse(_ tensor: Tensor, sparsity: Double, std: Double = 0.01, generator: Generator? = nil) -> Tensor {
    attempt(else: tensor) { () throws(TensorError) in
        if tensor.ndim != 2 { throw TensorError("sparse", .shape, "expected 2 dimensions, got shape \(tensor.shape)") }
        let (rows, columns) = (tensor.size(0), tensor.size(1))
        let zeroCount = min(max(Int((sparsity * Double(rows)).rounded(.up)), 0), rows)
        return noGrad {
            tensor.normalInPlace(0, std, generator: generator)
            for column in 0..<columns {
                let places = Tensor.randperm(rows).narrow(0, 0, zeroCount)
                tensor.select(1, column).indexFillInPlace(0, places, 0)
            }
            return tensor
        }
    }
}

/// Normally distributed numbers, drawn again where they are not in `a...b`.
/// - Parameters:
///   - tensor: of a floating-point dtype.
///   - mean: of the distribution that is cut off.
///   - std: of the distribution that is cut off.
///   - a: the smallest number.
///   - b: the largest number.
///   - generator: what draws the numbers.
@discardableResult
public func truncNormal(
    _ tensor: Tensor, mean: Double = 0, std: Double = 1, a: Double = -2, b: Double = 2, generator: Generator? = nil
) -> Tensor {
    func cdf(_ x: Double) -> Double { (1 + erf(x / 2.0.squareRoot())) / 2 }
    let share = cdf((b - mean) / std) - cdf((a - mean) / std)
    return noGrad {
        share > 0.3
            ? redrawn(tensor, mean, std, a, b, generator) : rejected(tensor, mean, std, a, b, generator)
    }
}

/// Draws until all numbers lie in a...b.
private func redrawn(
    _ tensor: Tensor, _ mean: Double, _ std: Double, _ a: Double, _ b: Double, _ generator: Generator?
) -> Tensor {
    // The limits as the dtype has them.
    let low = Tensor.full([], a, dtype: tensor.dtype).item
    let high = Tensor.full([], b, dtype: tensor.dtype).item
    tensor.normalInPlace(mean, std, generator: generator)
    while true {
        let mask = (tensor .< low) .| (tensor .> high)
        if !mask.any().item(as: Bool.self) { return tensor }
        let drawn = Tensor.emptyLike(tensor).normalInPlace(mean, std, generator: generator)
        tensor.copyInPlace(Tensor.where(mask, drawn, tensor))
    }
}

/// Draws evenly from a...b and keeps each number with a chance in proportion to its density: for limits far out.
private func rejected(
    _ tensor: Tensor, _ mean: Double, _ std: Double, _ a: Double, _ b: Double, _ generator: Generator?
) -> Tensor {
    let peak = (max(a, min(mean, b)) - mean) / std
    let logPeak = -0.5 * (peak * peak)
    var pending: Tensor?
    while true {
        let drawn = Tensor.emptyLike(tensor).uniformInPlace(a, b, generator: generator)
        let density = drawn.sub(mean).divInPlace(std).powInPlace(2).mulInPlace(-0.5).subInPlace(logPeak)
        let chance = Tensor.emptyLike(tensor).uniformInPlace(generator: generator).logInPlace()
        tensor.copyInPlace(pending.map { Tensor.where($0, drawn, tensor) } ?? drawn)
        let refused = chance .> density
        let still = pending.map { $0 .& refused } ?? refused
        if !still.any().item(as: Bool.self) { return tensor }
        pending = still
    }
}
