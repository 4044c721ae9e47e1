/// Channels as pixels: [..., C · r², H, W] becomes [..., C, H · r, W · r] (Shi et al., 2016).
public func pixelShuffle(_ x: Tensor, _ upscaleFactor: Int) -> Tensor {
    attempt { () throws(TensorError) in
        let (r, shape) = (upscaleFactor, x.shape)
        if shape.count < 3 || r < 1 || shape[shape.count - 3] % (r * r) != 0 {
            throw TensorError(
                "pixelShuffle", .shape, "expected [..., C · r², H, W] for a factor r of \(r), got shape \(shape)")
        }
        let outer = Array(shape.dropLast(3))
        let (c, h, w) = (shape[shape.count - 3] / (r * r), shape[shape.count - 2], shape[shape.count - 1])
        // One dimension for all before, so that there are never more than eight.
        let parts = x.reshape([outer.reduce(1, *), c, r, r, h, w])
        return parts.permute(0, 1, 4, 2, 5, 3).reshape(outer + [c, h * r, w * r])
    }
}

/// Pixels as channels, the inverse of `pixelShuffle`: [..., C, H · r, W · r] becomes [..., C · r², H, W].
public func pixelUnshuffle(_ x: Tensor, _ downscaleFactor: Int) -> Tensor {
    attempt { () throws(TensorError) in
        let (r, shape) = (downscaleFactor, x.shape)
        if shape.count < 3 || r < 1 || shape[shape.count - 1] % r != 0 || shape[shape.count - 2] % r != 0 {
            throw TensorError(
                "pixelUnshuffle", .shape, "expected [..., C, H · r, W · r] for a factor r of \(r), got shape \(shape)")
        }
        let outer = Array(shape.dropLast(3))
        let (c, h, w) = (shape[shape.count - 3], shape[shape.count - 2] / r, shape[shape.count - 1] / r)
        let parts = x.reshape([outer.reduce(1, *), c, h, r, w, r])
        return parts.permute(0, 1, 3, 5, 2, 4).reshape(outer + [c * r * r, h, w])
    }
}

/// Channels as pixels. As PyTorch's `nn.PixelShuffle`.
public final class PixelShuffle: Module {
    public let upscaleFactor: Int
    public init(_ upscaleFactor: Int) { self.upscaleFactor = upscaleFactor }

    public override func forward(_ x: Tensor) -> Tensor { pixelShuffle(x, upscaleFactor) }
    public override var extraRepr: String { "upscale_factor=\(upscaleFactor)" }
}

/// Pixels as channels. As PyTorch's `nn.PixelUnshuffle`.
public final class PixelUnshuffle: Module {
    public let downscaleFactor: Int
    public init(_ downscaleFactor: Int) { self.downscaleFactor = downscaleFactor }

    public override func forward(_ x: Tensor) -> Tensor { pixelUnshuffle(x, downscaleFactor) }
    public override var extraRepr: String { "downscale_factor=\(downscaleFactor)" }
}
