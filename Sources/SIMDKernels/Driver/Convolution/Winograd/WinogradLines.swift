/// The lines of an image that a band's tiles read, with the zeros around them, one channel at a time.
struct WinogradLines {
    /// Outputs of a tile along each side, and how many more it has of what is transformed: 2 of an input, none of a
    /// gradient.
    let size: Int
    let overlap: Int
    /// Rows and columns of the image.
    let height: Int
    let width: Int
    /// Zeros above the image and at its left.
    let padding: (y: Int, x: Int)
    /// Tiles of a row, and the most rows of a band.
    let columns: Int
    let rows: Int

    private var lineSize: Int { size * columns + overlap }
    private func lineCount(_ rows: Int) -> Int { size * rows + overlap }
    var elementCount: Int { lineCount(rows) * lineSize + WinogradKernels.readBehind }

    /// Transforms some channels of a band, the first of all which begins at `images`, into rows of tiles for each place.
    ///
    /// - Parameters:
    ///   - transform: the kernel.
    ///   - band: rows of tiles of some images.
    ///   - tiles: where their transforms go.
    ///   - images: the elements of all images.
    ///   - channels: those to be transformed.
    ///   - imageSize: elements from one image to the next.
    ///   - lines: memory for `elementCount` elements.
    ///   - scratch: memory of the kernel.
    ///   - target: the transforms.
    ///   - placeSize: elements from one place's transforms to the next one's.
    func transform(
        _ transform: WinogradTransforms.Spread, _ band: WinogradBand, _ tiles: WinogradTiles,
        _ images: UnsafePointer<Float>, channels: Range<Int>, imageSize: Int, _ lines: UnsafeMutablePointer<Float>,
        _ scratch: UnsafeMutablePointer<Float>, into target: UnsafeMutablePointer<Float>, placeSize: Int
    ) {
        // Zeros lie at the same places of all channels.
        lines.update(repeating: 0, count: elementCount)
        for (row, channel) in channels.enumerated() {
            var to = target + row * tiles.stride
            for image in band.images {
                copy(images + (image * imageSize + channel * height * width), band, into: lines)
                transform(lines, lineSize, band.rows, columns, to, placeSize, scratch)
                to += band.imageTiles
            }
        }
    }

    private func copy(_ image: UnsafePointer<Float>, _ band: WinogradBand, into lines: UnsafeMutablePointer<Float>) {
        let first = size * band.firstRow - padding.y
        let length = min(width, lineSize - padding.x)
        let start = min(max(0, first), height)
        for y in start..<max(start, min(height, first + lineCount(band.rows))) {
            copyShort(image + y * width, into: lines + ((y - first) * lineSize + padding.x), count: length)
        }
    }
}
