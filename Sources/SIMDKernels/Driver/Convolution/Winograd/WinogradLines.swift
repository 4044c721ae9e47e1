/// The lines of an image that a band's tiles read, with the zeros around them, one channel at a time.
struct WinogradLines {
    /// Places of a tile along each side: 4 of an input, 2 of an output.
    let side: Int
    /// Rows and columns of the image.
    let height: Int
    let width: Int
    /// Zeros above the image and at its left.
    let padding: (y: Int, x: Int)
    /// Tiles of a row, and the most rows of a band.
    let columns: Int
    let rows: Int

    private var lineSize: Int { 2 * columns + side - 2 }
    private func lineCount(_ rows: Int) -> Int { 2 * rows + side - 2 }
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
    ///   - target: the transforms.
    func transform(
        _ transform: WinogradKernels.Spread, _ band: WinogradBand, _ tiles: WinogradTiles,
        _ images: UnsafePointer<Float>, channels: Range<Int>, imageSize: Int, _ lines: UnsafeMutablePointer<Float>,
        into target: UnsafeMutablePointer<Float>
    ) {
        // Zeros lie at the same places of all channels.
        lines.update(repeating: 0, count: elementCount)
        let placeSize = tiles.placeSize(channels.count)
        for (row, channel) in channels.enumerated() {
            var to = target + row * tiles.stride
            for image in band.images {
                copy(images + (image * imageSize + channel * height * width), band, into: lines)
                transform(lines, lineSize, band.rows, columns, to, placeSize)
                to += band.imageTiles
            }
        }
    }

    private func copy(_ image: UnsafePointer<Float>, _ band: WinogradBand, into lines: UnsafeMutablePointer<Float>) {
        let first = 2 * band.firstRow - padding.y
        let length = min(width, lineSize - padding.x)
        let start = min(max(0, first), height)
        for y in start..<max(start, min(height, first + lineCount(band.rows))) {
            copyShort(image + y * width, into: lines + ((y - first) * lineSize + padding.x), count: length)
        }
    }
}
