import PinionAutograd
import PinionSIMDKernels

/// How `interpolate` finds elements between others.
public enum InterpolationMode: String, Sendable, WordArgument, CaseIterable {
    /// The one at or before the place.
    case nearest
    /// The nearest one to the place's middle.
    case nearestExact = "nearest-exact"
    /// Between two of [images, channels, width].
    case linear
    /// Between four of [images, channels, height, width].
    case bilinear
    /// Cubic polynomials through sixteen of [images, channels, height, width].
    case bicubic
    /// Sines over six by six and more of [images, channels, height, width]; with `antialias` only.
    case lanczos
    /// Between eight of [images, channels, depth, height, width].
    case trilinear
    /// Means, as `adaptiveAvgPool2d`.
    case area
}

/// A factor for each spatial dimension: a number for all of them, or an array with one for each.
public protocol ScaleFactors: Sendable {
    /// The factor for all dimensions, or those for each.
    var _factors: _ScaleFactors { get }
}

/// Factors as they were given; for Pinion's own use.
public typealias _ScaleFactors = _OneOrEach<Double>

extension Double: ScaleFactors {
    /// The same factor along all dimensions.
    public var _factors: _ScaleFactors { .all(self) }
}

extension Int: ScaleFactors {
    /// The same factor along all dimensions.
    public var _factors: _ScaleFactors { .all(Double(self)) }
}

extension Array: ScaleFactors where Element == Double {
    /// A factor for each dimension.
    public var _factors: _ScaleFactors { .each(self) }
}

/// Images [images, channels, …] of one to three spatial dimensions in another size; as
/// `torch.nn.functional.interpolate`.
///
/// - Parameters:
///   - x: the images.
///   - size: the result's spatial size. Either this or `scaleFactor` is given.
///   - scaleFactor: the result's size in multiples of the input's, rounded down.
///   - mode: how elements between others are found.
///   - alignCorners: whether the middles of the corners stay where they are, in place of their outer edges; for linear,
///     bilinear, bicubic and trilinear.
///   - recomputeScaleFactor: whether places follow from the sizes, in place of the factor before rounding.
///   - antialias: whether a smaller image's elements are means over all that they cover; for bilinear, bicubic and
///     lanczos.
public func interpolate(
    _ x: Tensor, size: (any SpatialSizes)? = nil, scaleFactor: (any ScaleFactors)? = nil,
    mode: InterpolationMode = .nearest, alignCorners: Bool? = nil, recomputeScaleFactor: Bool = false,
    antialias: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        let rank = x.ndim - 2
        if !(1...3).contains(rank) || x.shape.dropFirst().contains(0) {
            throw mistake(
                .shape,
                "expected an input of 3 to 5 dimensions, of which only the batch may be empty, got shape \(x.shape)")
        }
        try mode.check(rank, x, alignCorners)
        try mode.check(antialias: antialias, alignCorners)
        let input = Array(x.shape.suffix(rank))
        let (sizes, factors) = try targetSizes(input, size, scaleFactor)
        switch (mode, rank) {
        case (.area, 1): return adaptiveAvgPool1d(x, sizes)
        case (.area, 2): return adaptiveAvgPool2d(x, sizes)
        case (.area, _): return adaptiveAvgPool3d(x, sizes)
        default: break
        }
        let taps = (0..<rank).map { d in
            ResamplePlaces(
                input: input[d], output: sizes[d], factor: recomputeScaleFactor ? nil : factors?[d],
                alignCorners: alignCorners ?? false
            ).taps(mode, antialias: antialias)
        }
        return Resampling(taps: taps, node: antialias ? mode.antialiasNode : mode.node(rank)).forward(x)
    }
}

private func mistake(_ kind: TensorError.Kind, _ message: String) -> TensorError {
    TensorError("interpolate", kind, message)
}

/// The spatial size asked for, and the factors where it was asked for by factors.
private func targetSizes(
    _ input: [Int], _ size: (any SpatialSizes)?, _ scaleFactor: (any ScaleFactors)?
) throws(TensorError) -> ([Int], [Double]?) {
    switch (size, scaleFactor) {
    case (let size?, nil):
        if case .each(let sizes) = size._spatialSizes, sizes.count != input.count {
            throw mistake(
                .value,
                "expected a size for each spatial dimension of \(input), or one number for all of them; got \(sizes)")
        }
        return (try size._spatialSizes.sizes(input.count, "size", atLeast: 1, "interpolate"), nil)
    case (nil, let scaleFactor?):
        let given = scaleFactor._factors
        guard let factors = given.values(input.count) else {
            throw mistake(
                .value,
                "expected a scaleFactor for each spatial dimension of \(input), or one number for all of them; got "
                    + "\(given.given)")
        }
        let sizes = zip(input, factors).map { (Double($0) * $1).rounded(.down) }
        if sizes.contains(where: { !($0 >= 1 && $0 < 1e9) }) {
            throw mistake(.value, "scaleFactor \(given.given) makes sizes \(sizes) of \(input); expected at least 1")
        }
        return (sizes.map { Int($0) }, factors)
    default: throw mistake(.value, "expected either size or scaleFactor")
    }
}

extension InterpolationMode {
    /// The spatial dimensions the mode is for; nil for any.
    private var rank: Int? {
        switch self {
        case .linear: 1
        case .bilinear, .bicubic, .lanczos: 2
        case .trilinear: 3
        default: nil
        }
    }

    fileprivate func check(_ rank: Int, _ x: Tensor, _ alignCorners: Bool?) throws(TensorError) {
        if let own = self.rank, own != rank {
            throw mistake(
                .shape, "mode \(rawValue) takes inputs of \(own + 2) dimensions, got shape \(x.shape)")
        }
        if self.rank == nil && alignCorners != nil {
            throw mistake(.value, "alignCorners is for linear, bilinear, bicubic and trilinear, got mode \(rawValue)")
        }
        let isNearest = self == .nearest || self == .nearestExact
        if !x.dtype.isFloatingPoint && !(isNearest && x.dtype == .uint8) {
            throw mistake(.dtype, "mode \(rawValue) is not defined for \(x.dtype)")
        }
    }

    fileprivate func check(antialias: Bool, _ alignCorners: Bool?) throws(TensorError) {
        if antialias && self != .bilinear && self != .bicubic && self != .lanczos {
            throw mistake(.value, "antialias is for bilinear, bicubic and lanczos, got mode \(rawValue)")
        }
        if self == .lanczos && (!antialias || alignCorners == true) {
            throw mistake(.value, "mode lanczos needs antialias and does not take alignCorners")
        }
    }

    fileprivate var antialiasNode: StaticString {
        switch self {
        case .bilinear: "UpsampleBilinear2DAaBackward0"
        case .bicubic: "UpsampleBicubic2DAaBackward0"
        default: "UpsampleLanczos2DAaBackward0"
        }
    }

    fileprivate func node(_ rank: Int) -> StaticString {
        switch (self, rank) {
        case (.nearest, 1): "UpsampleNearest1DBackward0"
        case (.nearest, 2): "UpsampleNearest2DBackward0"
        case (.nearest, _): "UpsampleNearest3DBackward0"
        case (.nearestExact, 1): "UpsampleNearestExact1DBackward0"
        case (.nearestExact, 2): "UpsampleNearestExact2DBackward0"
        case (.nearestExact, _): "UpsampleNearestExact3DBackward0"
        case (.linear, _): "UpsampleLinear1DBackward0"
        case (.bilinear, _): "UpsampleBilinear2DBackward0"
        case (.bicubic, _): "UpsampleBicubic2DBackward0"
        default: "UpsampleTrilinear3DBackward0"
        }
    }
}
