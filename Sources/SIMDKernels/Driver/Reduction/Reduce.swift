/// Reduces the middle of a contiguous [outer, n, inner] array: result (i, j) is that of x[i, 0..<n, j].
///
/// Elements are taken in chunks with fixed boundaries, so results do not depend on the number of threads. Sums are
/// cascaded: their error grows with the logarithm of n.
/// - Parameters:
///   - op: the reduction.
///   - x: the elements of the array.
///   - outer: how many groups of rows there are.
///   - n: elements to reduce to one.
///   - inner: elements that lie between two that are reduced together.
///   - out: outer · inner results of x's type; `Int64` for argMin and argMax, one byte of 0 or 1 for any and all.
package func reduce<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, outer: Int, n: Int, inner: Int = 1, into out: UnsafeMutableRawPointer
) {
    checkReduction(op, outer: outer, n: n, inner: inner)
    if inner != 1 { stop("\(op): only rows can be reduced, got inner size \(inner)") }
    reduceRows(op, x, outer: outer, n: n, stride: n, into: out)
}

/// Stops where sizes make no sense, or where there is nothing to take an extremum of.
func checkReduction(_ op: Reduction, outer: Int, n: Int, inner: Int) {
    func shape() -> String { "\(op) over the middle of [\(outer), \(n), \(inner)]" }
    if outer < 0 || n < 0 || inner < 0 { stop("\(shape()): sizes must not be negative") }
    if n == 0 && op.needsElements { stop("\(shape()): no elements to choose from") }
}

/// Reduces `outer` rows of `n` elements, each `stride` elements behind the one before.
func reduceRows<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, outer: Int, n: Int, stride: Int, into out: UnsafeMutableRawPointer
) {
    let kernels = T.reductions(Kernels.current)
    let resultSize = op.resultSize(of: T.self)
    if n <= Reduction.chunk {
        return parallelFor(0..<outer, grain: max(1, op.grain / max(n, 1))) { part in
            let first = part.lowerBound
            kernels.rows(op, x + first * stride, part.count, n, stride, out + first * resultSize)
        }
    }
    let chunks = (n + Reduction.chunk - 1) / Reduction.chunk
    withScratch(byteCount: outer * chunks * MemoryLayout<ReductionState>.stride) { scratch in
        let states = scratch.assumingMemoryBound(to: ReductionState.self)
        parallelFor(0..<outer * chunks, grain: max(1, op.grain / Reduction.chunk)) { part in
            for index in part {
                let (row, chunk) = index.quotientAndRemainder(dividingBy: chunks)
                let first = chunk * Reduction.chunk
                kernels.chunk(
                    op, x + (row * stride + first), min(Reduction.chunk, n - first), first, states + index)
            }
        }
        for row in 0..<outer {
            kernels.merge(op, states + row * chunks, chunks, n, out + row * resultSize)
        }
    }
}

extension Reduction {
    /// The elements that take about 30 microseconds.
    var grain: Int { self == .logSumExp ? 1 << 15 : 1 << 17 }

    /// The bytes of a result.
    func resultSize<T>(of _: T.Type) -> Int {
        switch self {
        case .argMin, .argMax: MemoryLayout<Int64>.size
        case .any, .all: 1
        default: MemoryLayout<T>.size
        }
    }
}
