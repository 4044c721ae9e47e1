// Winograd's F(2x2, 3x3) computes a tile of outputs by y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A with 16 products for each channel
// instead of 36 (A. Lavin, S. Gray: Fast Algorithms for Convolutional Neural Networks, 2015, section 4.1):
//
//     Bᵀ = 1  0 -1  0     G = 1   0   0     Aᵀ = 1  1  1  0
//          0  1  1  0         ½   ½   ½          0  1 -1 -1
//          0 -1  1  0         ½  -½   ½
//          0  1  0 -1         0   0   1
//
// The gradient by the filter is Gᵀ [Σ (A y' Aᵀ) ⊙ (Bᵀ d B)] G. Four tiles, or four filters, are transformed at a time.

/// The four numbers of one row or column.
private typealias Line = (FourFloats, FourFloats, FourFloats, FourFloats)

/// Four neighbours of a column, whose rows are four matrices apart.
@inline(__always)
private func line(at source: UnsafePointer<Float>, _ stride: Int) -> Line {
    (
        FourFloats(at: source), FourFloats(at: source + 4 * stride), FourFloats(at: source + 8 * stride),
        FourFloats(at: source + 12 * stride)
    )
}

/// Writes a row, an element to each of four matrices.
@inline(__always)
private func store(_ line: Line, to target: UnsafeMutablePointer<Float>, _ stride: Int) {
    line.0.store(to: target)
    line.1.store(to: target + stride)
    line.2.store(to: target + 2 * stride)
    line.3.store(to: target + 3 * stride)
}

/// Bᵀ · d
@inline(__always)
private func gathered(_ d: Line) -> Line { (d.0 - d.2, d.1 + d.2, d.2 - d.1, d.1 - d.3) }

/// Aᵀ · m
@inline(__always)
private func combined(_ m: Line) -> (FourFloats, FourFloats) { (m.0 + m.1 + m.2, m.1 - m.2 - m.3) }

/// G · g
@inline(__always)
private func widened(_ g: (FourFloats, FourFloats, FourFloats)) -> Line {
    let (ends, middle) = (0.5 * (g.0 + g.2), 0.5 * g.1)
    return (g.0, ends + middle, ends - middle, g.2)
}

/// Gᵀ · u
@inline(__always)
private func narrowed(_ u: Line) -> (FourFloats, FourFloats, FourFloats) {
    let (sum, difference) = (0.5 * (u.1 + u.2), 0.5 * (u.1 - u.2))
    return (u.0 + sum, difference, u.3 + sum)
}

/// A · y
@inline(__always)
private func spread(_ y: (FourFloats, FourFloats)) -> Line { (y.0, y.0 + y.1, y.0 - y.1, -y.1) }

extension WinogradPlanes {
    /// Transforms some channels of a band, the first of all which begins at `images`, into rows of tiles for each place.
    func transform(
        _ band: WinogradBand, _ tiles: WinogradTiles, _ images: UnsafePointer<Float>, channels: Range<Int>,
        imageSize: Int, _ planes: UnsafeMutablePointer<Float>, into target: UnsafeMutablePointer<Float>
    ) {
        clear(planes)
        let placeSize = tiles.placeSize(channels.count)
        for (row, channel) in channels.enumerated() {
            var to = target + row * tiles.stride
            for image in band.images {
                fill(
                    images + (image * imageSize + channel * height * width), firstRow: band.firstRow, rows: band.rows,
                    into: planes)
                if side == 4 {
                    transformInput(planes, count: band.imageTiles, into: to, stride: placeSize)
                } else {
                    transformGradient(planes, count: band.imageTiles, into: to, stride: placeSize)
                }
                to += band.imageTiles
            }
        }
    }

    /// Bᵀ d B of `count` tiles; element (i, j) goes to matrix 4i + j, `stride` elements apart.
    private func transformInput(
        _ planes: UnsafePointer<Float>, count: Int, into target: UnsafeMutablePointer<Float>, stride: Int
    ) {
        @inline(__always) func load(_ row: Int, _ column: Int, _ tile: Int) -> FourFloats {
            FourFloats(at: planes + (offset(row: row, column: column) + tile))
        }
        var tile = 0
        while tile < count {
            @inline(__always) func column(_ c: Int) -> Line {
                gathered((load(0, c, tile), load(1, c, tile), load(2, c, tile), load(3, c, tile)))
            }
            let (a, b, c, d) = (column(0), column(1), column(2), column(3))
            let to = target + tile
            store(gathered((a.0, b.0, c.0, d.0)), to: to, stride)
            store(gathered((a.1, b.1, c.1, d.1)), to: to + 4 * stride, stride)
            store(gathered((a.2, b.2, c.2, d.2)), to: to + 8 * stride, stride)
            store(gathered((a.3, b.3, c.3, d.3)), to: to + 12 * stride, stride)
            tile += 4
        }
    }

    /// A y' Aᵀ of `count` tiles of outputs, likewise.
    private func transformGradient(
        _ planes: UnsafePointer<Float>, count: Int, into target: UnsafeMutablePointer<Float>, stride: Int
    ) {
        var tile = 0
        while tile < count {
            @inline(__always) func column(_ c: Int) -> Line {
                spread(
                    (
                        FourFloats(at: planes + (offset(row: 0, column: c) + tile)),
                        FourFloats(at: planes + (offset(row: 1, column: c) + tile))
                    ))
            }
            let (a, b) = (column(0), column(1))
            let to = target + tile
            store(spread((a.0, b.0)), to: to, stride)
            store(spread((a.1, b.1)), to: to + 4 * stride, stride)
            store(spread((a.2, b.2)), to: to + 8 * stride, stride)
            store(spread((a.3, b.3)), to: to + 12 * stride, stride)
            tile += 4
        }
    }
}

/// Aᵀ m A + bias of `count` tiles, whose 16 numbers lie `stride` apart: the upper and the lower rows of the tiles.
func transformWinogradOutput(
    _ products: UnsafePointer<Float>, count: Int, stride: Int, bias: Float,
    upper: UnsafeMutablePointer<Float>, lower: UnsafeMutablePointer<Float>
) {
    let bias = FourFloats(repeating: bias)
    var tile = 0
    while tile < count {
        @inline(__always) func column(_ c: Int) -> (FourFloats, FourFloats) {
            combined(line(at: products + (c * stride + tile), stride))
        }
        let (a, b, c, d) = (column(0), column(1), column(2), column(3))
        let first = combined((a.0, b.0, c.0, d.0))
        let second = combined((a.1, b.1, c.1, d.1))
        FourFloats.storePairs(first.0 + bias, first.1 + bias, to: upper + 2 * tile)
        FourFloats.storePairs(second.0 + bias, second.1 + bias, to: lower + 2 * tile)
        tile += 4
    }
}

/// G g Gᵀ of four filters, whose nine taps `tap` gives; element (i, j) goes to matrix 4i + j, `stride` elements apart.
@inline(__always)
func transformWinogradFilters(
    _ tap: (Int) -> FourFloats, into target: UnsafeMutablePointer<Float>, stride: Int
) {
    let (a, b, c) = (
        widened((tap(0), tap(3), tap(6))), widened((tap(1), tap(4), tap(7))), widened((tap(2), tap(5), tap(8)))
    )
    store(widened((a.0, b.0, c.0)), to: target, stride)
    store(widened((a.1, b.1, c.1)), to: target + 4 * stride, stride)
    store(widened((a.2, b.2, c.2)), to: target + 8 * stride, stride)
    store(widened((a.3, b.3, c.3)), to: target + 12 * stride, stride)
}

/// Gᵀ u G of four filters, whose 16 numbers lie `stride` apart; `write` takes their taps.
@inline(__always)
func transformWinogradSums(
    _ sums: UnsafePointer<Float>, stride: Int, _ write: (Int, FourFloats) -> Void
) {
    @inline(__always) func column(_ c: Int) -> (FourFloats, FourFloats, FourFloats) {
        narrowed(line(at: sums + c * stride, stride))
    }
    let (a, b, c, d) = (column(0), column(1), column(2), column(3))
    @inline(__always) func put(_ line: Line, _ row: Int) {
        let taps = narrowed(line)
        write(3 * row, taps.0)
        write(3 * row + 1, taps.1)
        write(3 * row + 2, taps.2)
    }
    put((a.0, b.0, c.0, d.0), 0)
    put((a.1, b.1, c.1, d.1), 1)
    put((a.2, b.2, c.2, d.2), 2)
}
