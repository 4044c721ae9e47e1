/// Stops unless every index names one of `rows` rows.
func checkRowIndices(_ operation: String, _ indices: UnsafePointer<Int64>, count: Int, rows: Int) {
    if count < 0 || rows < 0 { stop("\(operation): sizes must not be negative, got \(count) of \(rows) rows") }
    // Without a branch in the loop, which finds nothing wrong nearly always.
    var worst: UInt64 = 0
    for i in 0..<count { worst = max(worst, UInt64(bitPattern: indices[i])) }
    if count > 0 && worst >= UInt64(rows) {
        let place = (0..<count).first { UInt64(bitPattern: indices[$0]) >= UInt64(rows) } ?? 0
        stop("\(operation): index \(indices[place]) at position \(place) is out of range for \(rows) rows")
    }
}

/// `target[i] = source[indices[i]]` for rows of `rowBytes` bytes, `sourceStride` bytes apart in the source.
///
/// The source has `rows` rows; an index outside of them stops the program.
package func gatherRows(
    _ source: UnsafeRawPointer, rows: Int, rowBytes: Int, sourceStride: Int, indices: UnsafePointer<Int64>, count: Int,
    into target: UnsafeMutableRawPointer
) {
    checkRowIndices("gatherRows", indices, count: count, rows: rows)
    if rowBytes == 0 { return }
    parallelFor(0..<count, grain: max(64, (1 << 18) / rowBytes)) { part in
        switch rowBytes {
        case 4: gather(UInt32.self, source, sourceStride, indices, part, target)
        case 8: gather(UInt64.self, source, sourceStride, indices, part, target)
        default:
            for i in part {
                (target + i * rowBytes).copyMemory(from: source + Int(indices[i]) * sourceStride, byteCount: rowBytes)
            }
        }
    }
}

private func gather<T>(
    _: T.Type, _ source: UnsafeRawPointer, _ stride: Int, _ indices: UnsafePointer<Int64>, _ part: Range<Int>,
    _ target: UnsafeMutableRawPointer
) {
    let target = target.assumingMemoryBound(to: T.self)
    for i in part { target[i] = (source + Int(indices[i]) * stride).assumingMemoryBound(to: T.self).pointee }
}

/// `target[indices[i]] = source[i]` for rows of `rowBytes` bytes; of equal indices the last one stays.
///
/// The target has `rows` rows; an index outside of them stops the program.
package func scatterRows(
    _ source: UnsafeRawPointer, rowBytes: Int, indices: UnsafePointer<Int64>, count: Int,
    into target: UnsafeMutableRawPointer, rows: Int, targetStride: Int
) {
    checkRowIndices("scatterRows", indices, count: count, rows: rows)
    forEachSlice(length: rowBytes, count: count, unit: 64) { slice in
        for i in 0..<count {
            (target + (Int(indices[i]) * targetStride + slice.lowerBound)).copyMemory(
                from: source + (i * rowBytes + slice.lowerBound), byteCount: slice.count)
        }
    }
}

/// `target[indices[i]] += source[i]` for rows of `length` elements, in the order of the indices; integers wrap around.
///
/// The target has `rows` rows; an index outside of them stops the program.
package func scatterAddRows<T: ScatterScalar>(
    _ source: UnsafePointer<T>, length: Int, sourceStride: Int, indices: UnsafePointer<Int64>, count: Int,
    into target: UnsafeMutablePointer<T>, rows: Int, targetStride: Int
) {
    checkRowIndices("scatterAddRows", indices, count: count, rows: rows)
    let kernel = T.scatterAdd(Kernels.current.copy.scatterAdd)
    forEachSlice(length: length, count: count, unit: 64) { slice in
        kernel(
            indices, count, slice.count, source + slice.lowerBound, sourceStride, target + slice.lowerBound,
            targetStride)
    }
}

/// Cuts rows lengthwise for the threads: each element of the target is written by one of them, in one order.
private func forEachSlice(length: Int, count: Int, unit: Int, _ body: (Range<Int>) -> Void) {
    if count == 0 || length <= 0 { return }
    let slices = (length + unit - 1) / unit
    parallelFor(0..<slices, grain: max(1, (1 << 16) / (unit * count))) { part in
        body(part.lowerBound * unit..<min(length, part.upperBound * unit))
    }
}
