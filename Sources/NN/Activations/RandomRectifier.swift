/// x where positive, x times a slope elsewhere: in training one drawn from lower...upper, otherwise their mean.
public func rrelu(
    _ x: Tensor, lower: Double = 1.0 / 8, upper: Double = 1.0 / 3, training: Bool = false, generator: Generator? = nil
) -> Tensor {
    if !training { return leakyReLU(x, negativeSlope: (lower + upper) / 2) }
    return x * slopes(x, lower, upper, generator)
}

/// As `rrelu`, in place.
@discardableResult
public func rreluInPlace(
    _ x: Tensor, lower: Double = 1.0 / 8, upper: Double = 1.0 / 3, training: Bool = false, generator: Generator? = nil
) -> Tensor {
    if !training { return leakyReLUInPlace(x, negativeSlope: (lower + upper) / 2) }
    return x.mulInPlace(slopes(x, lower, upper, generator))
}

/// 1 where x is positive, a drawn number elsewhere: as PyTorch, one in double precision for each place, in order.
private func slopes(_ x: Tensor, _ lower: Double, _ upper: Double, _ generator: Generator?) -> Tensor {
    noGrad {
        let isNegative = x .<= 0
        let count = isNegative.sum().item(as: Int.self)
        let drawn = Tensor.empty(count, dtype: .float64).uniformInPlace(lower, upper, generator: generator)
        return Tensor.onesLike(x).maskedScatter(isNegative, drawn.to(x.dtype))
    }
}
