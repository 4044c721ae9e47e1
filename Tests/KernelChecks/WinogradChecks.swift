import PinionKernelInterface

/// One channel and one filter through the transforms, against sums over windows.
func checkWinograd(_ kernels: WinogradKernels, _ checks: inout Checks) {
    let sizes = [
        (1, 1), (2, 5), (3, 7), (4, 8), (5, 14), (6, 16), (2, 18), (7, 31), (4, 32), (3, 67), (9, 40), (6, 61),
        (13, 131), (14, 14), (16, 8), (9, 30), (15, 4), (7, 6), (30, 13), (5, 16),
    ]
    checks.group("winograd, tiles of two by two") { checks in
        for (height, width) in sizes { checkTiles(kernels[.two], .two, height, width, &checks) }
    }
    checks.group("winograd, tiles of four by four") { checks in
        for (height, width) in sizes { checkTiles(kernels[.four], .four, height, width, &checks) }
    }
}

private func checkTiles(
    _ kernels: WinogradTransforms, _ tile: WinogradTile, _ height: Int, _ width: Int, _ checks: inout Checks
) {
    var numbers = Sequence64(seed: UInt64(height * 100 + width))
    let size = tile.rawValue
    let (rows, columns) = ((height + size - 1) / size, (width + size - 1) / size)
    let stride = rows * columns + WinogradKernels.tilesBehind
    let (lineSize, outputSize) = (size * columns + 2, size * columns)
    let x = Array((size * rows + 2) * lineSize + WinogradKernels.readBehind) { Float(numbers.next(-1, 1)) }
    let g = Array(9) { Float(numbers.next(-1, 1)) }
    var d = [Float](repeating: .nan, count: tile.places * stride)
    var e = d
    var scratch = [Float](repeating: .nan, count: WinogradKernels.scratchCount)
    kernels.input(x, lineSize, rows, columns, &d, stride, &scratch)

    // What lies behind the image is not to be written.
    var y = [Float](repeating: 7, count: height * width + 64)
    let filter = widened(g, tile)
    var products = d
    for place in 0..<tile.places {
        for index in 0..<rows * columns { products[place * stride + index] *= Float(filter[place]) }
    }
    kernels.output(products, stride, columns, 0.5, &y, height, width, &scratch)
    func window(_ r: Int, _ c: Int, _ tap: Int) -> Double { Double(x[(r + tap / 3) * lineSize + c + tap % 3]) }
    for r in 0..<height {
        for c in 0..<width {
            let sum = (0..<9).reduce(0.5) { $0 + window(r, c, $1) * Double(g[$1]) }
            checks.expect(Double(y[r * width + c]), near: sum, within: 1e-5, r * width + c)
        }
    }
    for index in height * width..<y.count { checks.expect(y[index] == 7, index) }

    var gradient = [Float](repeating: 0, count: size * rows * outputSize + WinogradKernels.readBehind)
    for r in 0..<height {
        for c in 0..<width { gradient[r * outputSize + c] = Float(numbers.next(-1, 1)) }
    }
    kernels.gradient(gradient, outputSize, rows, columns, &e, stride, &scratch)
    let sums = (0..<tile.places).map { place in
        (0..<rows * columns).reduce(0.0) { $0 + Double(d[place * stride + $1]) * Double(e[place * stride + $1]) }
    }
    let found = narrowed(sums, tile)
    for tap in 0..<9 {
        var sum = 0.0
        for r in 0..<height {
            for c in 0..<width { sum += Double(gradient[r * outputSize + c]) * window(r, c, tap) }
        }
        checks.expect(found[tap], near: sum, within: 1e-4, tap)
    }
}

/// The rows of G.
private func rowsOfG(_ tile: WinogradTile) -> [[Double]] {
    if tile == .two { return [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]] }
    let points = [0, 0.75, -0.75, 1.5, -1.5]
    return points.map { (point: Double) -> [Double] in
        // Each is divided by its distances to the others.
        let others = points.filter { $0 != point }
        let scale = others.reduce(1.0) { $0 * (point - $1) }
        return [1 / scale, point / scale, point * point / scale]
    } + [[0, 0, 1]]
}

/// G w Gᵀ
private func widened(_ w: [Float], _ tile: WinogradTile) -> [Double] {
    let (g, side) = (rowsOfG(tile), tile.side)
    return (0..<tile.places).map { (place: Int) -> Double in
        let (row, column) = (g[place / side], g[place % side])
        var sum = 0.0
        for tap in 0..<9 { sum += row[tap / 3] * Double(w[tap]) * column[tap % 3] }
        return sum
    }
}

/// Gᵀ u G
private func narrowed(_ u: [Double], _ tile: WinogradTile) -> [Double] {
    let (g, side) = (rowsOfG(tile), tile.side)
    return (0..<9).map { (tap: Int) -> Double in
        var sum = 0.0
        for place in 0..<tile.places {
            sum += g[place / side][tap / 3] * u[place] * g[place % side][tap % 3]
        }
        return sum
    }
}
