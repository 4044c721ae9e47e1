/// Rows of one place of a window, with zeros where it lies outside the image; see `WindowEntries.Rows`.
@inline(__always)
func windowRows<L: Lane>(
    _: L.Type, _ rows: Int, _ length: Int, _ before: Int, _ count: Int, _ source: UnsafePointer<L.Scalar>,
    _ sourceRow: Int, _ step: Int, _ target: UnsafeMutablePointer<L.Scalar>, _ targetRow: Int
) {
    if count == 0 { return forEachRow(rows, source, sourceRow, target, targetRow) { zeroRow(L.self, $1, length) } }
    // All but the last register of a row, which is filled up with zeros: the same for all rows, and so is its mask.
    let whole = (count - 1) / L.width * L.width
    let left = count - whole
    let behind = length - before - whole - L.width
    if step == 1 {
        forEachRow(rows, source, sourceRow, target, targetRow) { from, to in
            zeroRow(L.self, to, before)
            copyRow(L.self, from, to + before, whole, left)
            zeroRow(L.self, to + (before + whole + L.width), behind)
        }
    } else if step == 2 && MemoryLayout<L.Scalar>.size == 4 {
        forEachRow(rows, source, sourceRow, target, targetRow) { from, to in
            zeroRow(L.self, to, before)
            copyEvens(UnsafeRawPointer(from), UnsafeMutableRawPointer(to + before), whole, left)
            zeroRow(L.self, to + (before + whole + L.width), behind)
        }
    } else {
        forEachRow(rows, source, sourceRow, target, targetRow) { from, to in
            zeroRow(L.self, to, before)
            var j = 0
            while j < count {
                to[before + j] = from[j * step]
                j += 1
            }
            zeroRow(L.self, to + (before + count), length - before - count)
        }
    }
}

@inline(__always)
private func forEachRow<T>(
    _ rows: Int, _ source: UnsafePointer<T>, _ sourceRow: Int, _ target: UnsafeMutablePointer<T>, _ targetRow: Int,
    _ body: (UnsafePointer<T>, UnsafeMutablePointer<T>) -> Void
) {
    var from = source
    var to = target
    var i = 0
    while i < rows {
        body(from, to)
        from += sourceRow
        to += targetRow
        i += 1
    }
}

/// Elements in whole registers, of which the last has `left`, and zeros behind them.
@inline(__always)
private func copyRow<L: Lane>(
    _: L.Type, _ source: UnsafePointer<L.Scalar>, _ target: UnsafeMutablePointer<L.Scalar>, _ whole: Int, _ left: Int
) {
    var j = 0
    while j < whole {
        L.load(source + j).store(target + j)
        j += L.width
    }
    let last = left < L.width ? L.load(source + whole, left, .zero) : .load(source + whole)
    last.store(target + whole)
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

/// The same of every second element. Not the one behind the last is read.
@inline(__always)
private func copyEvens(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ whole: Int, _ left: Int) {
    let (from, to) = (source.assumingMemoryBound(to: Float.self), target.assumingMemoryBound(to: Float.self))
    let w = FloatLane.width
    var j = 0
    while j < whole {
        FloatLane.deinterleave(.load(from + 2 * j), .load(from + (2 * j + w))).even.store(to + j)
        j += w
    }
    let needed = 2 * left - 1
    let first = needed < w ? FloatLane.load(from + 2 * whole, needed, .zero) : .load(from + 2 * whole)
    let second = needed > w ? FloatLane.load(from + (2 * whole + w), needed - w, .zero) : .zero
    FloatLane.deinterleave(first, second).even.store(to + whole)
}

/// Adds rows to the elements of one place of a window; see `WindowEntries.AddRows`.
@inline(__always)
func addWindowRows<L: Lane>(
    _: L.Type, _ rows: Int, _ count: Int, _ factor: L.Scalar, _ source: UnsafePointer<L.Scalar>, _ sourceRow: Int,
    _ target: UnsafeMutablePointer<L.Scalar>, _ targetRow: Int, _ step: Int
) {
    forEachRow(rows, source, sourceRow, target, targetRow) { from, to in
        if step == 1 {
            addRow(L.self, L(factor), from, to, count)
        } else if step == 2 && MemoryLayout<L.Scalar>.size == 4 {
            addEvens(FloatLane(Float(factor)), UnsafeRawPointer(from), UnsafeMutableRawPointer(to), count)
        } else {
            var j = 0
            while j < count {
                to[j * step] += factor * from[j]
                j += 1
            }
        }
    }
}

@inline(__always)
private func addRow<L: Lane>(
    _: L.Type, _ factor: L, _ source: UnsafePointer<L.Scalar>, _ target: UnsafeMutablePointer<L.Scalar>, _ count: Int
) {
    var j = 0
    while j + L.width <= count {
        L.multiplyAdd(factor, .load(source + j), .load(target + j)).store(target + j)
        j += L.width
    }
    let left = count - j
    if left > 0 { L.multiplyAdd(factor, .load(source + j, left), .load(target + j, left)).store(target + j, left) }
}

/// Adds to every second element, and 0 to those between them.
@inline(__always)
private func addEvens(
    _ factor: FloatLane, _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ count: Int
) {
    let (from, to) = (source.assumingMemoryBound(to: Float.self), target.assumingMemoryBound(to: Float.self))
    let w = FloatLane.width
    var j = 0
    while j + w < count {
        let (low, high) = FloatLane.interleave(factor * .load(from + j), .zero)
        let next = to + 2 * j
        (FloatLane.load(next) + low).store(next)
        (FloatLane.load(next + w) + high).store(next + w)
        j += w
    }
    // Not the element behind the last one.
    let left = 2 * (count - j) - 1
    if left <= 0 { return }
    let next = to + 2 * j
    let product = count - j < w ? factor * .load(from + j, count - j) : factor * .load(from + j)
    let (low, high) = FloatLane.interleave(product, .zero)
    if left < w { return (FloatLane.load(next, left) + low).store(next, left) }
    (FloatLane.load(next) + low).store(next)
    if left > w { (FloatLane.load(next + w, left - w) + high).store(next + w, left - w) }
}
