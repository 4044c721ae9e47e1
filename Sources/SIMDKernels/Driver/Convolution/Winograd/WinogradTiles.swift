/// Outputs in tiles of m by m, and bands of tiles that are computed at a time: rows of tiles of one image, or whole
/// images.
///
/// The tile in row i and column j reads the m + 2 by m + 2 places of the padded image from (mi, mj) on.
struct WinogradTiles {
    let shape: ConvolutionShape
    let tile: WinogradTile
    /// Rows and columns of tiles of an image.
    let rows: Int
    let columns: Int
    /// Rows of tiles of a band, and its images; the last bands may have fewer.
    let bandRows: Int
    let bandImages: Int
    /// Tiles of a whole band.
    var bandTiles: Int { bandImages * bandRows * columns }

    /// - Parameter wanted: about as many tiles a band should have.
    init(_ shape: ConvolutionShape, _ tile: WinogradTile, wanted: Int) {
        self.shape = shape
        self.tile = tile
        (rows, columns) = Self.sizes(shape, tile)
        let whole = rows * columns
        if whole < wanted {
            bandRows = rows
            bandImages = Self.count(of: whole, upTo: min(shape.images, (wanted + whole - 1) / whole))
        } else {
            bandRows = Self.count(of: columns, upTo: min(rows, (wanted + columns - 1) / columns))
            bandImages = 1
        }
    }

    /// How many rows or images of `tiles` tiles each fill the registers of a product best, of the upper half of
    /// `most`.
    private static func count(of tiles: Int, upTo most: Int) -> Int {
        var best = most
        for count in Swift.stride(from: most - 1, through: (most + 1) / 2, by: -1) {
            if filled(count * tiles) * best < filled(best * tiles) * count { best = count }
        }
        return best
    }

    /// Tiles, counted up to a register of eight.
    static func filled(_ tiles: Int) -> Int { (tiles + 7) / 8 * 8 }

    private static func sizes(_ shape: ConvolutionShape, _ tile: WinogradTile) -> (rows: Int, columns: Int) {
        let size = tile.rawValue
        return ((shape.output.y + size - 1) / size, (shape.output.z + size - 1) / size)
    }

    /// The tiles of all images.
    static func count(_ shape: ConvolutionShape, _ tile: WinogradTile) -> Int {
        let (rows, columns) = sizes(shape, tile)
        return rows * columns * shape.images
    }

    /// Elements from one channel of a band's transformed tiles to the next: lanes and whole tiles of a product may read
    /// behind the last one, and channels begin in different sets of the cache.
    var stride: Int { (bandTiles + 31) / 32 * 32 + WinogradKernels.tilesBehind }

    /// Elements from one place's channels to the next one's, which are in other sets of the cache too.
    static func placeSize(_ channels: Int, _ stride: Int) -> Int { channels * stride + 16 }
    func placeSize(_ channels: Int) -> Int { Self.placeSize(channels, stride) }

    private var rowBands: Int { (rows + bandRows - 1) / bandRows }
    var bandCount: Int { (shape.images + bandImages - 1) / bandImages * rowBands }

    func band(_ index: Int) -> WinogradBand {
        let (part, rowBand) = index.quotientAndRemainder(dividingBy: rowBands)
        let (image, row) = (part * bandImages, rowBand * bandRows)
        return WinogradBand(
            images: image..<min(shape.images, image + bandImages), firstRow: row, rows: min(bandRows, rows - row),
            columns: columns)
    }
}

/// Some rows of tiles of each of some images.
struct WinogradBand {
    let images: Range<Int>
    let firstRow: Int
    let rows: Int
    let columns: Int

    var imageTiles: Int { rows * columns }
    var tiles: Int { images.count * imageTiles }
}
