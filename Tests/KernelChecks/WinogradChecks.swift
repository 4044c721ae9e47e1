import PinionKernelInterface

/// One channel and one filter through the transforms, against sums over windows.
func checkWinograd(_ kernels: WinogradKernels, _ checks: inout Checks) {
    checks.group("winograd") { checks in
        for (height, width) in [(1, 1), (2, 5), (3, 7), (4, 8), (5, 14), (6, 16), (2, 18), (7, 31), (4, 32), (3, 67)] {
            checkTiles(kernels, height, width, &checks)
        }
    }
}

private func checkTiles(_ kernels: WinogradKernels, _ height: Int, _ width: Int, _ checks: inout Checks) {
    var numbers = Sequence64(seed: UInt64(height * 100 + width))
    let (rows, columns) = ((height + 1) / 2, (width + 1) / 2)
    let stride = rows * columns + WinogradKernels.tilesBehind
    let (lineSize, outputSize) = (2 * columns + 2, 2 * columns)
    let x = Array((2 * rows + 2) * lineSize + WinogradKernels.readBehind) { Float(numbers.next(-1, 1)) }
    let g = Array(9) { Float(numbers.next(-1, 1)) }
    var (d, e) = ([Float](repeating: .nan, count: 16 * stride), [Float](repeating: .nan, count: 16 * stride))
    kernels.input(x, lineSize, rows, columns, &d, stride)

    // What lies behind the image is not to be written.
    var y = [Float](repeating: 7, count: height * width + 64)
    var scratch = [Float](repeating: 0, count: WinogradKernels.scratchCount)
    let filter = widened(g)
    var products = d
    for place in 0..<16 {
        for tile in 0..<rows * columns { products[place * stride + tile] *= Float(filter[place]) }
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

    var gradient = [Float](repeating: 0, count: 2 * rows * outputSize + WinogradKernels.readBehind)
    for r in 0..<height {
        for c in 0..<width { gradient[r * outputSize + c] = Float(numbers.next(-1, 1)) }
    }
    kernels.gradient(gradient, outputSize, rows, columns, &e, stride)
    let sums = (0..<16).map { place in
        (0..<rows * columns).reduce(0.0) { $0 + Double(d[place * stride + $1]) * Double(e[place * stride + $1]) }
    }
    let found = narrowed(sums)
    for tap in 0..<9 {
        var sum = 0.0
        for r in 0..<height {
            for c in 0..<width { sum += Double(gradient[r * outputSize + c]) * window(r, c, tap) }
        }
        checks.expect(found[tap], near: sum, within: 1e-4, tap)
    }
}

/// The rows of G.
private let rowsOfG: [[Double]] = [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]]

/// G w Gᵀ
private func widened(_ w: [Float]) -> [Double] {
    (0..<16).map { place in
        var sum = 0.0
        for tap in 0..<9 { sum += rowsOfG[place / 4][tap / 3] * Double(w[tap]) * rowsOfG[place % 4][tap % 3] }
        return sum
    }
}

/// Gᵀ u G
private func narrowed(_ u: [Double]) -> [Double] {
    (0..<9).map { tap in
        var sum = 0.0
        for place in 0..<16 { sum += rowsOfG[place / 4][tap / 3] * u[place] * rowsOfG[place % 4][tap % 3] }
        return sum
    }
}
