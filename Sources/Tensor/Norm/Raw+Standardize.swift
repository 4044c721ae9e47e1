import PinionSIMDKernels

/// Which elements of a contiguous tensor share a mean and a variance, and how weight and bias fit to them.
package enum NormalizedElements: Sendable {
    /// Those of a channel of [N, C, …]; weight and bias [C].
    case channels
    /// Those of a channel of a sample of [N, C, …]; weight and bias [C].
    case planes
    /// Those of a group of channels of a sample of [N, groups, channels, …]; weight and bias [groups, channels, …].
    case channelGroups
    /// The last dimensions, of so many elements; weight and bias of these.
    case rows(length: Int)

    func groups(_ x: Tensor) -> NormGroups {
        switch self {
        case .channels:
            let (images, channels) = (x.size(0), x.size(1))
            return .channels(
                images: images, channels: channels, plane: x.layout.sizes.product(2..<x.ndim))
        case .planes:
            let planes = x.size(0) * x.size(1)
            return .rows(planes, length: x.layout.sizes.product(2..<x.ndim))
        case .channelGroups:
            return .channelGroups(
                images: x.size(0), groups: x.size(1), channels: x.size(1) * x.size(2),
                plane: x.layout.sizes.product(3..<x.ndim))
        case .rows(let length): return .rows(length == 0 ? 0 : x.numel / length, length: length)
        }
    }

    func affine<T: GemmScalar>(
        _: T.Type, _ x: Tensor, weight: Tensor?, bias: Tensor?
    ) -> NormAffine<T> {
        let weight = weight.map { UnsafePointer($0.elements(T.self)) }
        let bias = bias.map { UnsafePointer($0.elements(T.self)) }
        switch self {
        // Also without either, for the sums of each piece.
        case .channelGroups: return .pieces(weight: weight, bias: bias, period: max(1, x.size(1)))
        case _ where weight == nil && bias == nil: return .none
        case .rows: return .elements(weight: weight, bias: bias)
        case .channels, .planes: return .groups(weight: weight, bias: bias, period: max(1, x.size(1)))
        }
    }
}

extension Extents {
    fileprivate func product(_ range: Range<Int>) -> Int { range.reduce(1) { $0 * self[$1] } }
}

/// A tensor after `(x - mean) · rstd · weight + bias`, with the statistics of its groups, [groups] each.
package struct Standardized: Sendable {
    package let y: Tensor
    package let mean: Tensor
    package let variance: Tensor
    package let rstd: Tensor
}

extension Raw {
    /// Whether `standardize` takes these: float32 or float64, all of one dtype.
    package static func standardizes(_ x: Tensor, weight: Tensor?, bias: Tensor?) -> Bool {
        (x.dtype == .float32 || x.dtype == .float64) && weight?.dtype ?? x.dtype == x.dtype
            && bias?.dtype ?? x.dtype == x.dtype
    }

    package static func standardize(
        _ x: Tensor, weight: Tensor?, bias: Tensor?, eps: Double, _ kind: NormalizedElements
    ) -> Standardized {
        let groups = kind.groups(x)
        let statistics = Layout(vector: groups.groups)
        let x = contiguous(x)
        let (weight, bias) = (weight.map { contiguous($0) }, bias.map { contiguous($0) })
        let result = Standardized(
            y: Tensor(sizesOf: x, x.dtype), mean: Tensor(statistics, x.dtype),
            variance: Tensor(statistics, x.dtype), rstd: Tensor(statistics, x.dtype))
        func run<T: GemmScalar>(_: T.Type) {
            PinionSIMDKernels.standardize(
                groups, x.elements(T.self), kind.affine(T.self, x, weight: weight, bias: bias), eps: eps,
                into: result.y.elements(T.self), mean: result.mean.elements(T.self),
                variance: result.variance.elements(T.self), rstd: result.rstd.elements(T.self))
        }
        if x.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return result
    }

    /// The gradients of `standardize` by x, weight and bias, from the gradient `g` by its result; by weight and bias of
    /// the shape of the weights, for planes and groups of channels of each sample's.
    package static func standardizeBackward(
        _ g: Tensor, _ x: Tensor, _ result: (mean: Tensor, rstd: Tensor), weight: Tensor?, needsX: Bool,
        needsElements: Bool, _ kind: NormalizedElements
    ) -> (x: Tensor?, weight: Tensor, bias: Tensor) {
        let groups = kind.groups(x)
        let (g, x, weight) = (contiguous(g), contiguous(x), weight.map { contiguous($0) })
        let byX = needsX ? Tensor(sizesOf: x, x.dtype) : nil
        var sumCount = groups.groups
        if case .channelGroups = kind { sumCount *= groups.pieces }
        let (sums, products) = (Tensor(Layout(vector: sumCount), x.dtype), Tensor(Layout(vector: sumCount), x.dtype))
        var byElements: (weight: Tensor, bias: Tensor)?
        if needsElements, case .rows(let length) = kind {
            let elements = Layout(vector: length)
            byElements = (Tensor(elements, x.dtype), Tensor(elements, x.dtype))
        }
        func run<T: GemmScalar>(_: T.Type) {
            let (mean, rstd) = (result.mean.elements(T.self), result.rstd.elements(T.self))
            PinionSIMDKernels.standardizeBackward(
                groups, g.elements(T.self), x.elements(T.self), mean: mean, rstd: rstd,
                kind.affine(T.self, x, weight: weight, bias: nil), into: byX?.elements(T.self),
                sums: (sums.elements(T.self), products.elements(T.self)))
            if let byElements {
                standardizeBackwardElements(
                    groups, g.elements(T.self), x.elements(T.self), mean: mean, rstd: rstd,
                    weight: byElements.weight.elements(T.self), bias: byElements.bias.elements(T.self))
            }
        }
        if x.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return (byX, byElements?.weight ?? products, byElements?.bias ?? sums)
    }
}
