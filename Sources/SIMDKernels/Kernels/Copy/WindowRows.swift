/// Rows of one place of a window, with zeros where it lies outside the image; see `WindowEntries.Rows`.
@inline(__always)
func windowRows<L: Lane>(
    _: L.Type, _ rows: Int, _ length: Int, _ before: Int, _ count: Int, _ source: UnsafePointer<L.Scalar>,
    _ sourceRow: Int, _ step: Int, _ target: UnsafeMutablePointer<L.Scalar>, _ targetRow: Int
) {
    var from = source
    var to = target
    var i = 0
    while i < rows {
        zeroRow(L.self, to, before)
        let inside = to + before
        var written = count
        if step == 1 {
            written = copyRow(L.self, from, inside, count)
        } else if step == 2 && MemoryLayout<L.Scalar>.size == 4 {
            written = copyEvens(UnsafeRawPointer(from), UnsafeMutableRawPointer(inside), count)
        } else {
            var j = 0
            while j < count {
                inside[j] = from[j * step]
                j += 1
            }
        }
        zeroRow(L.self, inside + written, length - before - written)
        from += sourceRow
        to += targetRow
        i += 1
    }
}

/// Elements in whole registers, filled up with zeros; gives how many are written.
@inline(__always)
private func copyRow<L: Lane>(
    _: L.Type, _ source: UnsafePointer<L.Scalar>, _ target: UnsafeMutablePointer<L.Scalar>, _ count: Int
) -> Int {
    var j = 0
    while j + L.width <= count {
        L.load(source + j).store(target + j)
        j += L.width
    }
    if j == count { return j }
    L.load(source + j, count - j, .zero).store(target + j)
    return j + L.width
}

/// Zeros in whole registers.
@inline(__always)
private func zeroRow<L: Lane>(_: L.Type, _ target: UnsafeMutablePointer<L.Scalar>, _ count: Int) {
    var j = 0
    while j < count {
        L.zero.store(target + j)
        j += L.width
    }
}

/// Every second element, in whole registers, filled up with zeros; gives how many are written.
@inline(__always)
private func copyEvens(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let (from, to) = (source.assumingMemoryBound(to: Float.self), target.assumingMemoryBound(to: Float.self))
    let w = FloatLane.width
    var j = 0
    while j + w < count {
        FloatLane.deinterleave(.load(from + 2 * j), .load(from + (2 * j + w))).even.store(to + j)
        j += w
    }
    // Not the element behind the last one.
    let left = 2 * (count - j) - 1
    if left <= 0 { return j }
    let first = left < w ? FloatLane.load(from + 2 * j, left, .zero) : .load(from + 2 * j)
    let second = left > w ? FloatLane.load(from + (2 * j + w), left - w, .zero) : .zero
    FloatLane.deinterleave(first, second).even.store(to + j)
    return j + w
}
