import PinionAutograd
import PinionSIMDKernels

/// The windows of images [images, channels, height, width] as columns [images, channels · kernel, windows]; as
/// `torch.nn.functional.unfold`.
///
/// - Parameters:
///   - x: with or without images.
///   - kernelSize: the window.
///   - dilation: how far its places are apart.
///   - padding: zeros on both sides.
///   - stride: how far it moves.
public func unfold(
    _ x: Tensor, _ kernelSize: some SpatialSizes, dilation: some SpatialSizes = 1, padding: some SpatialSizes = 0,
    stride: some SpatialSizes = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        if x.ndim != 3 && x.ndim != 4 || x.shape.suffix(3).contains(0) {
            throw TensorError(
                "unfold", .shape,
                "expected an input of 3 dimensions, or 4 with a batch, of which only the batch may be empty; got shape "
                    + "\(x.shape)")
        }
        let size = x.shape.suffix(3)
        let map = try WindowMap(
            "unfold", channels: size[size.startIndex], Array(size.suffix(2)), kernelSize, dilation, padding, stride, x)
        return x.ndim == 4 ? map.unfold(x) : map.unfold(x.unsqueeze(0)).squeeze(0)
    }
}

/// Adds columns [images, channels · kernel, windows] to images they may have been taken from, as
/// `torch.nn.functional.fold`: places that several windows cover are sums.
///
/// - Parameters:
///   - x: with or without images.
///   - outputSize: height and width of the images.
///   - kernelSize: the window.
///   - dilation: how far its places are apart.
///   - padding: zeros on both sides.
///   - stride: how far it moves.
public func fold(
    _ x: Tensor, _ outputSize: some SpatialSizes, _ kernelSize: some SpatialSizes, dilation: some SpatialSizes = 1,
    padding: some SpatialSizes = 0, stride: some SpatialSizes = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        let size = try outputSize.sizes(2, "outputSize", atLeast: 1, "fold")
        let kernel = try kernelSize.sizes(2, "kernelSize", atLeast: 1, "fold")
        if x.ndim != 2 && x.ndim != 3 || x.shape.suffix(2).contains(0) || x.size(-2) % (kernel[0] * kernel[1]) != 0 {
            throw TensorError(
                "fold", .shape,
                "expected [images, channels · \(kernel[0] * kernel[1]), windows] for kernelSize \(kernel), with or "
                    + "without images, got shape \(x.shape)")
        }
        let map = try WindowMap(
            "fold", channels: x.size(-2) / (kernel[0] * kernel[1]), size, kernel, dilation, padding, stride, x)
        if map.shape.columnLength != x.size(-1) {
            throw TensorError(
                "fold", .shape,
                "images of size \(size) have \(map.shape.outputHeight) x \(map.shape.outputWidth) windows, but the input of "
                    + "shape \(x.shape) has \(x.size(-1))")
        }
        return x.ndim == 3 ? map.fold(x) : map.fold(x.unsqueeze(0)).squeeze(0)
    }
}

/// Windows as the map from images to columns and its transpose, which are each other's gradients.
private struct WindowMap: Sendable {
    let shape: WindowShape

    init(
        _ operation: StaticString, channels: Int, _ size: [Int], _ kernel: some SpatialSizes,
        _ dilation: some SpatialSizes, _ padding: some SpatialSizes, _ stride: some SpatialSizes, _ x: Tensor
    ) throws(TensorError) {
        let kernel = try kernel.sizes(2, "kernelSize", atLeast: 1, operation)
        let dilation = try dilation.sizes(2, "dilation", atLeast: 1, operation)
        let padding = try padding.sizes(2, "padding", atLeast: 0, operation)
        let stride = try stride.sizes(2, "stride", atLeast: 1, operation)
        if !x.dtype.isFloatingPoint && x.dtype != .bool {
            throw TensorError("\(operation)", .dtype, "not defined for \(x.dtype)")
        }
        shape = WindowShape(
            channels: channels, height: size[0], width: size[1], kernel: (kernel[0], kernel[1]),
            stride: (stride[0], stride[1]), padding: (padding[0], padding[1]), dilation: (dilation[0], dilation[1]))
        if shape.columnLength == 0 {
            throw TensorError(
                "\(operation)", .shape,
                "no window fits: size \(size), kernelSize \(kernel), dilation \(dilation), padding \(padding)")
        }
    }

    func unfold(_ x: Tensor) -> Tensor {
        let layout = Layout(rank: 3, sizes: Extents([x.size(0), shape.columnRows, shape.columnLength], filledWith: 1))
        let y = Raw.windows(shape, images: x.size(0), x, into: layout, isBackward: false)
        return isRecorded(x) ? record("Im2ColBackward0", y, x, isReusable: true) { fold($0) } : y
    }

    func fold(_ x: Tensor) -> Tensor {
        let sizes = [x.size(0), shape.channels, shape.height, shape.width]
        let layout = Layout(rank: 4, sizes: Extents(sizes, filledWith: 1))
        let y = Raw.windows(shape, images: x.size(0), x, into: layout, isBackward: true)
        return isRecorded(x) ? record("Col2ImBackward0", y, x, isReusable: true) { unfold($0) } : y
    }
}
