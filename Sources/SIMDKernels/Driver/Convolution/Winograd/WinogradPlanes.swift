/// The elements of a band's tiles of one channel of one image, by their place in the tile: plane (r mod 2, c) has at
/// `columns · (i + r / 2) + j` element (r, c) of the tile in row i and column j. Neighbouring tiles are neighbours in
/// every plane, so that several are transformed at a time.
struct WinogradPlanes {
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

    /// Elements of a plane, with what four lanes may read or write behind the last.
    private var planeSize: Int { (rows + side / 2 - 1) * columns + 4 }
    /// Elements of a row with its zeros, with what four lanes may read behind them.
    private var lineSize: Int { 2 * columns + side + 8 }
    private var lineCount: Int { 2 * (rows + side / 2 - 1) }
    /// Elements of the planes and of the rows they are made of.
    var elementCount: Int { 2 * side * planeSize + lineCount * lineSize }

    /// The plane of element (row, column) of a tile, from the first tile's on.
    @inline(__always)
    func offset(row: Int, column: Int) -> Int {
        ((row & 1) * side + column) * planeSize + (row >> 1) * columns
    }

    /// Writes the zeros around the images of a band, which `fill` leaves as they are.
    func clear(_ planes: UnsafeMutablePointer<Float>) {
        (planes + 2 * side * planeSize).update(repeating: 0, count: lineCount * lineSize)
    }

    /// Writes the planes of a band's rows.
    ///
    /// The rows are copied first, all of them: a load of what two stores have just written would wait for both.
    func fill(_ image: UnsafePointer<Float>, firstRow: Int, rows: Int, into planes: UnsafeMutablePointer<Float>) {
        let lines = planes + 2 * side * planeSize
        let first = 2 * firstRow - padding.y
        let count = 2 * (rows + side / 2 - 1)
        let length = min(width, lineSize - padding.x)
        let start = min(max(0, first), height)
        for y in start..<max(start, min(height, first + count)) {
            copyShort(image + y * width, into: lines + ((y - first) * lineSize + padding.x), count: length)
        }
        for row in 0..<count {
            split(lines + row * lineSize, into: planes + ((row & 1) * side * planeSize + (row >> 1) * columns))
        }
    }

    /// One row: each plane's places are two apart.
    @inline(__always)
    private func split(_ line: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
        var j = 0
        while j < columns {
            let (first, second) = FourFloats.pairs(at: line + 2 * j)
            first.store(to: target + j)
            second.store(to: target + (planeSize + j))
            if side == 4 {
                let (third, fourth) = FourFloats.pairs(at: line + (2 * j + 2))
                third.store(to: target + (2 * planeSize + j))
                fourth.store(to: target + (3 * planeSize + j))
            }
            j += 4
        }
    }
}
