/// Copies bytes; the regions must not overlap. Large copies use the threads.
package func copyContiguous(_ source: UnsafeRawPointer, into target: UnsafeMutableRawPointer, byteCount: Int) {
    if byteCount < 0 { stop("copy: the number of bytes must not be negative, got \(byteCount)") }
    parallelFor(0..<byteCount, grain: 1 << 19) { part in
        (target + part.lowerBound).copyMemory(from: source + part.lowerBound, byteCount: part.count)
    }
}

/// Copies an array from one set of strides to another, in elements of `elementSize` bytes.
///
/// Strides may be negative, and 0 in the source, which repeats elements. Source and target must not overlap.
package func copy(
    elementSize: Int, sizes: [Int], from source: UnsafeRawPointer, strides sourceStrides: [Int],
    into target: UnsafeMutableRawPointer, strides targetStrides: [Int]
) {
    guard let kernels = Kernels.current.copy.entries(elementSize: elementSize) else {
        stop("copy: elements of \(elementSize) bytes; expected 1, 2, 4 or 8")
    }
    if sizes.count != sourceStrides.count || sizes.count != targetStrides.count {
        stop(
            "copy of \(sizes): \(sourceStrides.count) strides of the source and \(targetStrides.count) of the target; "
                + "expected \(sizes.count)")
    }
    if sizes.contains(where: { $0 < 0 }) { stop("copy of \(sizes): sizes must not be negative") }
    if sizes.contains(0) { return }
    if zip(sizes, targetStrides).contains(where: { $0 > 1 && $1 == 0 }) {
        stop("copy of \(sizes): strides \(targetStrides) of the target write an element more than once")
    }
    var loops = CopyLoops(sizes: sizes, sourceStrides: sourceStrides, targetStrides: targetStrides)
    if loops.isContiguous { return copyContiguous(source, into: target, byteCount: loops.count * elementSize) }
    let plane = loops.takePlane()
    if plane.isTransposed {
        transpose(kernels, elementSize, loops, plane.rows, plane.columns, source, target)
    } else {
        copyPlanes(kernels, elementSize, loops, plane.rows, plane.columns, source, target)
    }
}

private func copyPlanes(
    _ kernels: CopyEntries, _ elementSize: Int, _ outer: CopyLoops, _ rows: CopyLoops.Loop, _ columns: CopyLoops.Loop,
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
) {
    forEachBlock(outer, rows: rows.count, blockRows: max(1, copyGrain / columns.count), columns.count) { plane, part in
        let (from, to) = outer.offsets(plane)
        kernels.plane(
            part.count, columns.count, source + (from + part.lowerBound * rows.source) * elementSize, rows.source,
            columns.source, target + (to + part.lowerBound * rows.target) * elementSize, rows.target, columns.target)
    }
}

private func transpose(
    _ kernels: CopyEntries, _ elementSize: Int, _ outer: CopyLoops, _ rows: CopyLoops.Loop, _ columns: CopyLoops.Loop,
    _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
) {
    forEachBlock(outer, rows: rows.count, blockRows: 64, columns.count) { plane, part in
        let (from, to) = outer.offsets(plane)
        withScratch(byteCount: CopyEntries.scratchBytes) { scratch in
            kernels.transpose(
                part.count, columns.count, source + (from + part.lowerBound * rows.source) * elementSize, rows.source,
                target + (to + part.lowerBound) * elementSize, columns.target, scratch)
        }
    }
}

/// The elements a thread takes at a time.
private let copyGrain = 1 << 15

/// Hands the planes of a copy to the threads in blocks of rows.
private func forEachBlock(
    _ outer: CopyLoops, rows: Int, blockRows: Int, _ columns: Int, _ body: (_ plane: Int, _ rows: Range<Int>) -> Void
) {
    let blocks = (rows + blockRows - 1) / blockRows
    let blockSize = min(blockRows, rows) * columns
    parallelFor(0..<outer.count * blocks, grain: max(1, copyGrain / blockSize)) { part in
        for index in part {
            let (plane, block) = index.quotientAndRemainder(dividingBy: blocks)
            body(plane, block * blockRows..<min(rows, (block + 1) * blockRows))
        }
    }
}
