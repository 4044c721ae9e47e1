/// A group's columns are cut into blocks of about this many bytes. A product runs over them in blocks of k, which stay in
/// the second-level cache.
private let columnBytes = 2 << 20

/// Output pixels whose columns are made at a time: a part of an image, or all of several images.
struct PixelBlock {
    /// The first image.
    var image: Int
    /// Counted through the images from the first one on.
    var pixels: Range<Int>
}

/// The cuts of all output pixels into blocks whose columns stay in the cache; they depend on the shape alone.
struct PixelBlocks {
    private let shape: ConvolutionShape
    private let perImage: Int
    private let images: Int
    /// The pixels of the largest block.
    let length: Int

    /// Whether blocks have several images.
    var folds: Bool { images > 1 }
    var count: Int { folds ? (shape.images + images - 1) / images : shape.images * perImage }

    /// - Parameter rows: rows of the columns that are made at a time.
    init(_ shape: ConvolutionShape, rows: Int, elementSize: Int, _ blocking: GemmBlocking) {
        self.shape = shape
        let (plane, width) = (shape.outputPlane, blocking.tileColumns)
        let most = min(1024, columnBytes / (elementSize * max(1, rows)))
        let columns = max(2 * width, most / width * width)
        if plane * 2 <= columns && shape.images > 1 {
            images = min(shape.images, columns / plane)
            perImage = 1
            length = images * plane
        } else {
            images = 1
            let parts = (plane + columns - 1) / columns
            length = min(plane, ((plane + parts - 1) / parts + width - 1) / width * width)
            perImage = (plane + length - 1) / length
        }
    }

    subscript(index: Int) -> PixelBlock {
        if folds {
            let first = index * images
            return PixelBlock(image: first, pixels: 0..<min(images, shape.images - first) * shape.outputPlane)
        }
        let (image, part) = index.quotientAndRemainder(dividingBy: perImage)
        let start = part * length
        return PixelBlock(image: image, pixels: start..<min(shape.outputPlane, start + length))
    }
}
