/// Rows of a plane that make a part of their own; parts are merged in pairs.
private let partRows = 8192

/// Reduces the columns of planes of `n` rows.
func reduceColumns<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, _ view: (planes: ReductionView.Loop, rowStride: Int, width: Int), n: Int,
    into out: UnsafeMutableRawPointer
) {
    switch op {
    case .argMin, .argMax, .logSumExp:
        if n > Int32.max { stop("\(op) of \(n) rows: expected at most \(Int32.max)") }
        reduceWhole(op, x, view, n: n, count: n, into: out)
    case _ where n <= partRows: reduceWhole(op, x, view, n: n, count: n, into: out)
    case .sum, .mean: reduceParts(.sum, x, T.Sum.self, op, view, n: n, into: out)
    case .sumOfSquares: reduceParts(op, x, T.Sum.self, .sum, view, n: n, into: out)
    case .prod: reduceParts(op, x, T.Sum.self, op, view, n: n, into: out)
    case .min, .max: reduceParts(op, x, T.self, op, view, n: n, into: out)
    case .any, .all: reduceParts(op, x, UInt8.self, op, view, n: n, into: out)
    }
}

/// Long columns: results of parts first, then the columns of those.
private func reduceParts<T: ReductionScalar, Part: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, _: Part.Type, _ finalOp: Reduction,
    _ view: (planes: ReductionView.Loop, rowStride: Int, width: Int), n: Int, into out: UnsafeMutableRawPointer
) {
    let whole = n / partRows
    let parts = (n + partRows - 1) / partRows
    let width = view.width
    let size = MemoryLayout<Part>.stride
    withScratch(byteCount: parts * width * size) { scratch in
        for plane in 0..<view.planes.count {
            let base = x + plane * view.planes.stride
            let partLoop = ReductionView.Loop(count: whole, stride: partRows * view.rowStride)
            reduceWhole(op, base, (partLoop, view.rowStride, width), n: partRows, count: partRows, into: scratch)
            if whole < parts {
                let last = (ReductionView.Loop(count: 1, stride: 0), view.rowStride, width)
                reduceWhole(
                    op, base + whole * partRows * view.rowStride, last, n: n - whole * partRows, count: partRows,
                    into: scratch + whole * width * size)
            }
            let results = (ReductionView.Loop(count: 1, stride: 0), width, width)
            reduceWhole(
                finalOp, UnsafePointer(scratch.assumingMemoryBound(to: Part.self)), results, n: parts, count: n,
                into: out + plane * width * finalOp.resultSize(of: Part.self))
        }
    }
}

/// Columns from end to end. Each is a sum of its own, so how many of them go together changes nothing.
private func reduceWhole<T: ReductionScalar>(
    _ op: Reduction, _ x: UnsafePointer<T>, _ view: (planes: ReductionView.Loop, rowStride: Int, width: Int), n: Int,
    count: Int, into out: UnsafeMutableRawPointer
) {
    let kernels = T.reductions(Kernels.current)
    let resultSize = op.resultSize(of: T.self)
    let share = view.planes.count >= numThreads ? view.width : (view.width / numThreads + 63) / 64 * 64
    let tile = min(max(share, 64), 1024)
    let tiles = (view.width + tile - 1) / tile
    parallelFor(0..<view.planes.count * tiles, grain: max(1, op.grain / max(n * min(tile, view.width), 1))) { part in
        withScratch(byteCount: Reduction.columnScratchBytes(n, tile)) { scratch in
            for index in part {
                let (plane, number) = index.quotientAndRemainder(dividingBy: tiles)
                let first = number * tile
                kernels.columns(
                    op, x + (plane * view.planes.stride + first), view.rowStride, n, count,
                    min(tile, view.width - first), out + (plane * view.width + first) * resultSize, scratch)
            }
        }
    }
}
