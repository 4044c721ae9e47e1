/// An element type with window kernels.
package protocol WindowScalar: Sendable {
    static func windows(_ table: KernelTable) -> WindowEntries<Self>
}

extension Float: WindowScalar {
    package static func windows(_ table: KernelTable) -> WindowEntries<Float> { table.copy.float }
}

extension Double: WindowScalar {
    package static func windows(_ table: KernelTable) -> WindowEntries<Double> { table.copy.double }
}

/// The windows of images [count, C, H, W] as columns [count, C · kernel, windows], as PyTorch's `unfold`;
/// elements outside an image are 0.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func im2col<T: WindowScalar>(
    _ shape: WindowShape, images count: Int, _ images: UnsafePointer<T>, into columns: UnsafeMutablePointer<T>
) {
    shape.check("im2col", images: count)
    let kernel = T.windows(Kernels.current).im2col
    shape.forEachPart(images: count) { image, channels in
        kernel(
            shape, channels.lowerBound, channels.count, images + image * shape.imageSize,
            columns + image * shape.columnRows * shape.columnLength)
    }
}

/// Adds columns [count, C · kernel, windows] to the images [count, C, H, W] they were taken from, as PyTorch's `fold`;
/// with `accumulates` to what is in the images, else to 0.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func col2im<T: WindowScalar & AdditiveArithmetic>(
    _ shape: WindowShape, images count: Int, _ columns: UnsafePointer<T>, into images: UnsafeMutablePointer<T>,
    accumulates: Bool = false
) {
    shape.check("col2im", images: count)
    let kernel = T.windows(Kernels.current).col2im
    let plane = shape.height * shape.width
    shape.forEachPart(images: count) { image, channels in
        let target = images + image * shape.imageSize
        if !accumulates {
            (target + channels.lowerBound * plane).update(repeating: .zero, count: channels.count * plane)
        }
        kernel(
            shape, channels.lowerBound, channels.count, columns + image * shape.columnRows * shape.columnLength,
            target)
    }
}

extension WindowShape {
    /// Stops unless the window fits into the padded image.
    fileprivate func check(_ operation: String, images: Int) {
        func text() -> String {
            "\(operation) of [\(images), \(channels), \(height), \(width)] with kernel \(kernel), stride \(stride), "
                + "padding \(padding), dilation \(dilation)"
        }
        if images < 0 || channels < 0 || height < 0 || width < 0 { stop("\(text()): sizes must not be negative") }
        if min(kernel.height, kernel.width, stride.height, stride.width, dilation.height, dilation.width) < 1 {
            stop("\(text()): kernel, stride and dilation must be at least 1")
        }
        if padding.height < 0 || padding.width < 0 { stop("\(text()): padding must not be negative") }
        if outputHeight == 0 || outputWidth == 0 { stop("\(text()): the window does not fit into the image") }
    }

    /// Hands ranges of channels of each image to the threads.
    fileprivate func forEachPart(images: Int, _ body: (_ image: Int, _ channels: Range<Int>) -> Void) {
        let work = max(1, kernel.height * kernel.width * columnLength)
        parallelFor(0..<images * channels, grain: max(1, (1 << 16) / work)) { part in
            var next = part.lowerBound
            while next < part.upperBound {
                let (image, first) = next.quotientAndRemainder(dividingBy: channels)
                let count = min(channels - first, part.upperBound - next)
                body(image, first..<first + count)
                next += count
            }
        }
    }
}
