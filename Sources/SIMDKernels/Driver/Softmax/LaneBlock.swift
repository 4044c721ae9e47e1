extension ReductionScalar where Self: BinaryFloatingPoint {
    /// The dtype of this element type.
    static var dtype: DType { MemoryLayout<Self>.size == 4 ? .float32 : .float64 }
}

/// Some lanes of an array, few enough to stay in the cache: rows, or columns of rows that lie `stride` elements apart.
///
/// A lane is what a softmax runs over. The block has a value for each lane, its result.
struct LaneBlock<T: ReductionScalar & BinaryFloatingPoint> {
    let lanes: Int
    let n: Int
    /// 0 where the lanes are rows.
    let stride: Int
    let results: UnsafeMutablePointer<T>
    /// A result as many times as kernels want a repeated value.
    let repeated: UnsafeMutablePointer<T>
    let scratch: UnsafeMutableRawPointer

    private var areRows: Bool { stride == 0 }
    /// Rows shorter than this are not worth the call of a kernel for each.
    private static var shortRow: Int { 32 }

    /// Puts the results of a reduction of each lane in place.
    func reduce(_ op: Reduction, _ x: UnsafePointer<T>) {
        if areRows { return reduceRows(op, x, rows: lanes, n: n, stride: n, into: results) }
        T.reductions(Kernels.current).columns(op, x, stride, n, n, lanes, results, scratch)
    }

    func reduce(_ op: Reduction, _ x: UnsafeMutablePointer<T>) { reduce(op, UnsafePointer(x)) }

    func invertResults() {
        for lane in 0..<lanes { results[lane] = 1 / results[lane] }
    }

    /// `y = x op (the lane's result)`
    func combine(_ op: BinaryOp, _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>) {
        if !areRows {
            for i in 0..<n {
                binary(op, T.dtype, Source(x + i * stride), Source(results), into: y + i * stride, count: lanes)
            }
        } else if n < Self.shortRow {
            for lane in 0..<lanes {
                let (x, y, result) = (x + lane * n, y + lane * n, results[lane])
                if op == .sub {
                    for i in 0..<n { y[i] = x[i] - result }
                } else {
                    for i in 0..<n { y[i] = x[i] * result }
                }
            }
        } else {
            for lane in 0..<lanes {
                repeated.update(repeating: results[lane], count: Source.scalarBytes / MemoryLayout<T>.size)
                binary(op, T.dtype, Source(x + lane * n), Source(repeated, step: 0), into: y + lane * n, count: n)
            }
        }
    }

    func combine(_ op: BinaryOp, _ x: UnsafeMutablePointer<T>, into y: UnsafeMutablePointer<T>) {
        combine(op, UnsafePointer(x), into: y)
    }

    /// `y = op(x)`
    func map(_ op: UnaryOp, _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>) {
        forEachRun { offset, count in unary(op, T.dtype, x + offset, into: y + offset, count: count) }
    }

    func map(_ op: UnaryOp, _ x: UnsafeMutablePointer<T>, into y: UnsafeMutablePointer<T>) {
        map(op, UnsafePointer(x), into: y)
    }

    /// `y = a op b`
    func zip(_ op: BinaryOp, _ a: UnsafePointer<T>, _ b: UnsafePointer<T>, into y: UnsafeMutablePointer<T>) {
        forEachRun { offset, count in
            binary(op, T.dtype, Source(a + offset), Source(b + offset), into: y + offset, count: count)
        }
    }

    func zip(_ op: BinaryOp, _ a: UnsafeMutablePointer<T>, _ b: UnsafePointer<T>, into y: UnsafeMutablePointer<T>) {
        zip(op, UnsafePointer(a), b, into: y)
    }

    func zip(_ op: BinaryOp, _ a: UnsafePointer<T>, _ b: UnsafeMutablePointer<T>, into y: UnsafeMutablePointer<T>) {
        zip(op, a, UnsafePointer(b), into: y)
    }

    /// Calls `body` with the offsets and lengths of runs of elements without gaps.
    private func forEachRun(_ body: (_ offset: Int, _ count: Int) -> Void) {
        if areRows || stride == lanes { return body(0, n * lanes) }
        for i in 0..<n { body(i * stride, lanes) }
    }
}

/// Calls `body` with blocks that cover a contiguous [outer, n, inner] array and where they begin, on several threads.
func forEachLaneBlock<T: ReductionScalar & BinaryFloatingPoint>(
    _: T.Type, outer: Int, n: Int, inner: Int, _ body: (LaneBlock<T>, _ offset: Int) -> Void
) {
    if outer * n * inner == 0 { return }
    let areRows = inner == 1
    // 32 KB of floats; columns at least a cache line or two wide.
    let wanted = max(8192 / n, areRows ? 1 : 64)
    let lines = areRows ? outer : inner
    let width = min(wanted, lines)
    let blocksInPlane = (lines + width - 1) / width
    let blocks = areRows ? blocksInPlane : outer * blocksInPlane
    let results = (width * MemoryLayout<T>.stride + 63) / 64 * 64
    let bytes = results + Source.scalarBytes + (areRows ? 0 : Reduction.columnScratchBytes(n, width))
    parallelFor(0..<blocks, grain: max(1, (1 << 15) / (width * n))) { part in
        withScratch(byteCount: bytes) { memory in
            for index in part {
                let (plane, number) = areRows ? (0, index) : index.quotientAndRemainder(dividingBy: blocksInPlane)
                let first = number * width
                let block = LaneBlock<T>(
                    lanes: min(width, lines - first), n: n, stride: areRows ? 0 : inner,
                    results: memory.assumingMemoryBound(to: T.self),
                    repeated: (memory + results).assumingMemoryBound(to: T.self),
                    scratch: memory + results + Source.scalarBytes)
                body(block, areRows ? first * n : plane * n * inner + first)
            }
        }
    }
}
