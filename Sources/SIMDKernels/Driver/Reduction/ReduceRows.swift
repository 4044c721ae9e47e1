/// Reduces rows of `n` contiguous elements, each `stride` elements behind the one before.
@_specialize(where T == Float)
@_specialize(where T == Double)
@_specialize(where T == Int64)
@_specialize(where T == UInt8)
package func reduceRows<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, rows: Int, n: Int, stride: Int, into out: UnsafeMutableRawPointer
) {
    let kernels = T.reductions(Kernels.current)
    let resultSize = op.resultSize(of: T.self)
    if n <= Reduction.chunk {
        return parallelFor(0..<rows, grain: max(1, op.grain / max(n, 1))) { part in
            let first = part.lowerBound
            kernels.rows(op, x + first * stride, part.count, n, stride, out + first * resultSize)
        }
    }
    let chunks = (n + Reduction.chunk - 1) / Reduction.chunk
    withScratch(byteCount: rows * chunks * MemoryLayout<ReductionState>.stride) { scratch in
        let states = scratch.assumingMemoryBound(to: ReductionState.self)
        parallelFor(0..<rows * chunks, grain: max(1, op.grain / Reduction.chunk)) { part in
            for index in part {
                let (row, chunk) = index.quotientAndRemainder(dividingBy: chunks)
                let first = chunk * Reduction.chunk
                kernels.chunk(
                    op, x + (row * stride + first), min(Reduction.chunk, n - first), first, states + index)
            }
        }
        for row in 0..<rows {
            kernels.merge(op, states + row * chunks, chunks, n, out + row * resultSize)
        }
    }
}
