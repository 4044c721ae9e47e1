/// Filters of three by three taps on their way into Winograd's convolution: matrices, one for each place of a tile,
/// with a row for each filter and a column for each channel of its group.
///
/// Turned filters are those of the gradient by the input: what are rows here are channels there, and their taps are
/// read from the last to the first.
struct WinogradFilters {
    private let tile: WinogradTile
    let groups: Int
    /// Rows and columns of a group.
    let rows: Int
    let columns: Int
    private let isTurned: Bool
    private let kernels = Float.gemmKernels(Kernels.current)
    private let blocks: KBlocks

    init(_ shape: ConvolutionShape, _ tile: WinogradTile, isTurned: Bool) {
        self.tile = tile
        (groups, rows, columns) = (shape.groups, shape.groupFilters, shape.groupChannels)
        self.isTurned = isTurned
        blocks = KBlocks(columns, depth: kernels.blocking.depth)
    }

    /// Rows, filled up to whole tiles of the product.
    private var paddedRows: Int {
        let height = kernels.blocking.tileRows
        return (rows + height - 1) / height * height
    }
    private var matrixSize: Int { paddedRows * columns }
    /// Elements of all groups, once transformed and packed.
    var elementCount: Int { groups * tile.places * matrixSize }

    private var rowStride: Int { isTurned ? 9 : 9 * columns }
    private var columnStride: Int { isTurned ? 9 * rows : 9 }

    /// Transforms all filters and packs them in the order the micro-kernel reads A.
    func pack(_ w: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
        let height = kernels.blocking.tileRows
        let panels = paddedRows / height
        // Lanes that are left over write behind the last column.
        let length = (columns + 3) / 4 * 4
        // A line of the cache more than the rows need: places a multiple of a page apart would push each other out.
        let placeSize = height * length + 16
        parallelFor(0..<groups * panels, grain: max(1, 8192 / (height * length))) { range in
            withScratch(byteCount: tile.places * placeSize * MemoryLayout<Float>.stride) { scratch in
                let scratch = scratch.assumingMemoryBound(to: Float.self)
                for task in range {
                    let (group, panel) = task.quotientAndRemainder(dividingBy: panels)
                    let first = panel * height
                    let count = min(height, rows - first)
                    for row in 0..<count {
                        transform(
                            w + (group * rows * columns * 9 + (first + row) * rowStride), into: scratch + row * length,
                            stride: placeSize)
                    }
                    for place in 0..<tile.places {
                        for index in 0..<blocks.count {
                            let block = blocks[index]
                            kernels.packRows(
                                count, block.length, scratch + (place * placeSize + block.start), length, 1,
                                target + ((group * tile.places + place) * matrixSize + block.start * paddedRows)
                                    + first * block.length)
                        }
                    }
                }
            }
        }
    }

    /// One row, four columns at a time.
    private func transform(_ w: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>, stride: Int) {
        var column = 0
        while column < columns {
            let a = w + column * columnStride
            let b = w + min(column + 1, columns - 1) * columnStride
            let c = w + min(column + 2, columns - 1) * columnStride
            let d = w + min(column + 3, columns - 1) * columnStride
            @inline(__always) func four(_ tap: Int) -> FourFloats {
                let tap = isTurned ? 8 - tap : tap
                return FourFloats(a[tap], b[tap], c[tap], d[tap])
            }
            switch tile {
            case .two: transformWinogradFilters(four, into: target + column, stride: stride)
            case .four: transformWinogradFiltersOfFour(four, into: target + column, stride: stride)
            }
            column += 4
        }
    }

    /// The products of some rows with matrices of columns, for each of the places.
    ///
    /// - Parameters:
    ///   - source: rows of `stride` elements for each place; read up to a whole tile.
    ///   - target: `rows.count` such rows for each place.
    func multiply(
        _ packed: UnsafePointer<Float>, group: Int, rows: Range<Int>, _ source: UnsafePointer<Float>, count: Int,
        stride: Int, into target: UnsafeMutablePointer<Float>
    ) {
        let (height, width) = (kernels.blocking.tileRows, kernels.blocking.tileColumns)
        for place in 0..<tile.places {
            let matrix = packed + (group * tile.places + place) * matrixSize
            for index in 0..<blocks.count {
                let block = blocks[index]
                let operands = BlockOperands(
                    a: matrix + block.start * paddedRows + rows.lowerBound * block.length, aRow: 1, aColumn: height,
                    aPanel: height * block.length,
                    b: source + (place * WinogradTiles.placeSize(columns, stride) + block.start * stride),
                    bRow: stride, bPanel: width)
                kernels.packedBlock(
                    rows.count, count, block.length, operands,
                    target + place * WinogradTiles.placeSize(rows.count, stride), stride,
                    Epilogue(accumulates: index > 0))
            }
        }
    }
}
