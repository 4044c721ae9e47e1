import PinionAutograd

/// Images in another size; as PyTorch's `nn.Upsample`. See `interpolate`.
open class Upsample: Module {
    public let size: _SpatialSizes?
    public let scaleFactor: (any ScaleFactors)?
    public let mode: InterpolationMode
    public let alignCorners: Bool?
    public let recomputeScaleFactor: Bool

    public init(
        size: (any SpatialSizes)? = nil, scaleFactor: (any ScaleFactors)? = nil, mode: InterpolationMode = .nearest,
        alignCorners: Bool? = nil, recomputeScaleFactor: Bool = false
    ) {
        (self.size, self.scaleFactor, self.mode) = (size?._spatialSizes, scaleFactor, mode)
        (self.alignCorners, self.recomputeScaleFactor) = (alignCorners, recomputeScaleFactor)
    }

    open override func forward(_ x: Tensor) -> Tensor {
        interpolate(
            x, size: size, scaleFactor: scaleFactor, mode: mode, alignCorners: alignCorners,
            recomputeScaleFactor: recomputeScaleFactor)
    }

    open override var extraRepr: String {
        let factors = (scaleFactor?._factors.given ?? []).map { "\($0)" }
        let text = factors.count == 1 ? factors[0] : "(" + factors.joined(separator: ", ") + ")"
        return (scaleFactor == nil ? "size=\(size?.text ?? "None")" : "scale_factor=\(text)")
            + ", mode='\(mode.rawValue)'"
    }
}

/// Images in another size, each element the nearest one's; as PyTorch's `nn.UpsamplingNearest2d`.
open class UpsamplingNearest2d: Upsample {
    public init(size: (any SpatialSizes)? = nil, scaleFactor: (any ScaleFactors)? = nil) {
        super.init(size: size, scaleFactor: scaleFactor, mode: .nearest)
    }
}

/// Images in another size, elements between four, with the corners in place; as PyTorch's `nn.UpsamplingBilinear2d`.
open class UpsamplingBilinear2d: Upsample {
    public init(size: (any SpatialSizes)? = nil, scaleFactor: (any ScaleFactors)? = nil) {
        super.init(size: size, scaleFactor: scaleFactor, mode: .bilinear, alignCorners: true)
    }
}
