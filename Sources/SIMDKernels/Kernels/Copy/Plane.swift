/// A copy between two strided planes.
@inline(__always)
func copyPlane<T>(
    _: T.Type, _ rows: Int, _ columns: Int, _ source: UnsafeRawPointer, _ sourceRow: Int, _ sourceColumn: Int,
    _ target: UnsafeMutableRawPointer, _ targetRow: Int, _ targetColumn: Int
) {
    let source = source.assumingMemoryBound(to: T.self)
    let target = target.assumingMemoryBound(to: T.self)
    var i = 0
    while i < rows {
        let from = source + i * sourceRow
        let to = target + i * targetRow
        if sourceColumn == 1 && targetColumn == 1 {
            copyRun(from, to, columns)
        } else if targetColumn == 1 && sourceColumn == 0 {
            let value = from[0]
            var j = 0
            while j < columns {
                to[j] = value
                j += 1
            }
        } else if targetColumn == 1 && sourceColumn == 2 && MemoryLayout<T>.size == 4 {
            copyEven(UnsafeRawPointer(from), to, columns)
        } else if targetColumn == 1 {
            var j = 0
            while j < columns {
                to[j] = from[j * sourceColumn]
                j += 1
            }
        } else {
            var j = 0
            while j < columns {
                to[j * targetColumn] = from[j * sourceColumn]
                j += 1
            }
        }
        i += 1
    }
}

/// A contiguous copy; short ones without a call.
@inline(__always)
func copyRun<T>(_ source: UnsafePointer<T>, _ target: UnsafeMutablePointer<T>, _ count: Int) {
    if count > 32 {
        UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count * MemoryLayout<T>.stride)
        return
    }
    var j = 0
    while j < count {
        target[j] = source[j]
        j += 1
    }
}

/// Every second one of elements of four bytes, of which the last one read is the last one wanted.
@inline(__always)
private func copyEven(_ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ count: Int) {
    let from = source.assumingMemoryBound(to: Float.self)
    let to = target.assumingMemoryBound(to: Float.self)
    let w = FloatLane.width
    var j = 0
    while j + w < count {
        FloatLane.deinterleave(.load(from + 2 * j), .load(from + (2 * j + w))).even.store(to + j)
        j += w
    }
    let left = 2 * (count - j) - 1
    if left <= 0 { return }
    let (first, second) = (FloatLane.load(from + 2 * j, min(left, w)), FloatLane.load(from + (2 * j + w), left - w))
    FloatLane.deinterleave(first, second).even.store(to + j, count - j)
}
