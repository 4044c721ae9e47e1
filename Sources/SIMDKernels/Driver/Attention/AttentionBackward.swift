/// The gradients of attention by queries, keys and values, which computes the weights again, block by block.
///
/// - Parameters:
///   - shape: sizes of all heads.
///   - inputs: queries, keys, values, mask and dropout.
///   - out: what `attention` gave.
///   - logSumExp: what `attention` gave.
///   - g: the gradient by `out`.
///   - gradients: the gradients by queries, keys and values; they are overwritten.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func attentionBackward<T: AttentionScalar>(
    _ shape: AttentionShape, _ inputs: AttentionInputs<T>, out: HeadRows<T>, logSumExp: UnsafePointer<T>,
    _ g: HeadRows<T>, into gradients: (q: HeadRows<T>, k: HeadRows<T>, v: HeadRows<T>)
) {
    if shape.heads == 0 { return }
    // A few heads share the threads by blocks of keys. The number of parts depends on the shape alone, so that sums do.
    let parts = shape.parts(of: shape.keyBlocks, tasks: 16)
    let size = shape.queries * shape.width
    let work = max(1, shape.queries * shape.keys * (2 * shape.width + shape.valueWidth + 16) / parts.count)
    withScratch(byteCount: max(64, shape.heads * parts.count * size * MemoryLayout<T>.stride)) { scratch in
        let sums = scratch.assumingMemoryBound(to: T.self)
        parallelFor(0..<shape.heads * parts.count, grain: max(1, (1 << 17) / work)) { tasks in
            for task in tasks {
                let (head, part) = task.quotientAndRemainder(dividingBy: parts.count)
                let backward = AttentionBackward(
                    shape: shape, inputs: inputs, out: out, logSumExp: logSumExp + head * shape.queries, g: g,
                    gk: gradients.k, gv: gradients.v, head: head)
                backward.run(parts[part], gq: sums + task * size)
                if parts.count == 1 { backward.finish(sums + task * size, parts: 1, into: gradients.q) }
            }
        }
        if parts.count == 1 { return }
        for head in 0..<shape.heads {
            AttentionBackward(
                shape: shape, inputs: inputs, out: out, logSumExp: logSumExp, g: g, gk: gradients.k, gv: gradients.v,
                head: head
            ).finish(sums + head * parts.count * size, parts: parts.count, into: gradients.q)
        }
    }
}

/// Some keys of one head.
private struct AttentionBackward<T: AttentionScalar> {
    let shape: AttentionShape
    let inputs: AttentionInputs<T>
    let out: HeadRows<T>
    let logSumExp: UnsafePointer<T>
    let g: HeadRows<T>
    let gk: HeadRows<T>
    let gv: HeadRows<T>
    let head: Int

    private struct Workspace {
        /// The queries times the scale.
        let q: UnsafeMutablePointer<T>
        /// The gradients by the results times the dropout's factor.
        let g: UnsafeMutablePointer<T>
        /// Each query's sum of results times their gradients.
        let products: UnsafeMutablePointer<T>
        let weights: UnsafeMutablePointer<T>
        /// The weights that the dropout leaves.
        let kept: UnsafeMutablePointer<T>
        /// The gradients by the weights, then by the scores.
        let gradients: UnsafeMutablePointer<T>
        let row: UnsafeMutablePointer<T>
        let repeated: UnsafeMutablePointer<T>
    }

    /// Writes the gradients by some keys and values, and what those add to the gradients by the queries.
    func run(_ blocks: ArraySlice<Range<Int>>, gq: UnsafeMutablePointer<T>) {
        gq.update(repeating: 0, count: shape.queries * shape.width)
        let counts = [
            shape.queries * shape.width, shape.queries * shape.valueWidth, shape.queries, shape.blockSize,
            inputs.kept == nil ? 0 : shape.blockSize, shape.blockSize, max(shape.keys, shape.valueWidth),
            Source.scalarBytes,
        ]
        withScratch(byteCount: ScratchParts.bytes(T.self, counts)) { block in
            var parts = ScratchParts(block)
            let p = counts.map { parts.take($0, T.self) }
            let space = Workspace(
                q: p[0], g: p[1], products: p[2], weights: p[3], kept: inputs.kept == nil ? p[3] : p[4],
                gradients: p[5], row: p[6], repeated: p[7])
            prepare(space)
            for keys in blocks {
                for key in keys {
                    gk.row(head, key).update(repeating: 0, count: shape.width)
                    gv.row(head, key).update(repeating: 0, count: shape.valueWidth)
                }
                let block = AttentionBlocks(shape, inputs, head: head, keys: keys)
                let values = PackedMatrix(
                    k: shape.valueWidth, n: keys.count,
                    inputs.v.operand(head, from: keys.lowerBound, transposed: true))
                for queries in shape.queryBlocks(0..<shape.queries) where !shape.skips(queries, keys) {
                    meet(block, values, queries, space, gq: gq + queries.lowerBound * shape.width)
                }
            }
        }
    }

    private func prepare(_ space: Workspace) {
        let (width, valueWidth) = (shape.width, shape.valueWidth)
        for query in 0..<shape.queries {
            scaleRow(
                inputs.q.row(head, query), by: T(shape.scale), into: space.q + query * width, count: width,
                repeated: space.repeated)
            let gradient = g.row(head, query)
            binary(.mul, T.dtype, Source(gradient), Source(out.row(head, query)), into: space.row, count: valueWidth)
            reduceRows(
                .sum, UnsafePointer(space.row), rows: 1, n: valueWidth, stride: valueWidth,
                into: space.products + query)
            scaleRow(
                gradient, by: T(inputs.keptFactor), into: space.g + query * valueWidth, count: valueWidth,
                repeated: space.repeated)
        }
    }

    private func meet(
        _ block: AttentionBlocks<T>, _ values: PackedMatrix<T>, _ queries: Range<Int>, _ space: Workspace,
        gq: UnsafeMutablePointer<T>
    ) {
        let (rows, n, first, keys) = (queries.count, block.keys.count, queries.lowerBound, block.keys)
        let (width, valueWidth) = (shape.width, shape.valueWidth)
        let (weights, gradients, q) = (space.weights, space.gradients, space.q + first * width)
        func lanes(_ results: UnsafeMutablePointer<T>) -> LaneBlock<T> {
            LaneBlock(rows: rows, of: n, results: results, repeated: space.repeated)
        }
        // P = exp(S - log Σ)
        block.score(queries, q, into: weights)
        let totals = lanes(UnsafeMutablePointer(mutating: logSumExp + first))
        totals.combine(.sub, weights, into: weights)
        totals.map(.exp, weights, into: weights)
        block.drop(queries, weights, into: space.kept, scratch: space.row)
        // dV += Pᵀ g, dP = g Vᵀ
        let g = MatrixOperand<T>(space.g + first * valueWidth, leadingDimension: valueWidth)
        gemm(
            m: n, n: valueWidth, k: rows, MatrixOperand(space.kept, leadingDimension: n, transposed: true), g,
            into: gv.row(head, keys.lowerBound), ldc: gv.rowStride, epilogue: Epilogue(accumulates: true))
        gemm(m: rows, g, values, into: gradients, ldc: n)
        block.drop(queries, gradients, into: gradients, scratch: space.row)
        // dS = P (dP - Σ g out), dQ += scale dS K, dK += dSᵀ (scale Q)
        let sums = lanes(space.products + first)
        sums.combine(.sub, gradients, into: gradients)
        sums.zip(.mul, gradients, UnsafePointer(weights), into: gradients)
        gemm(
            m: rows, n: width, k: n, MatrixOperand(gradients, leadingDimension: n),
            inputs.k.operand(head, from: keys.lowerBound), into: gq, ldc: width,
            epilogue: Epilogue(accumulates: true))
        gemm(
            m: n, n: width, k: rows, MatrixOperand(gradients, leadingDimension: n, transposed: true),
            MatrixOperand(q, leadingDimension: width), into: gk.row(head, keys.lowerBound), ldc: gk.rowStride,
            epilogue: Epilogue(accumulates: true))
    }

    /// Writes the gradients by the queries: the parts' sum times the scale.
    func finish(_ sums: UnsafeMutablePointer<T>, parts: Int, into gq: HeadRows<T>) {
        let size = shape.queries * shape.width
        for part in 1..<max(1, parts) {
            binary(.add, T.dtype, Source(sums), Source(sums + part * size), into: sums, count: size)
        }
        withScratch(byteCount: Source.scalarBytes) { repeated in
            for query in 0..<shape.queries {
                scaleRow(
                    sums + query * shape.width, by: T(shape.scale), into: gq.row(head, query), count: shape.width,
                    repeated: repeated.assumingMemoryBound(to: T.self))
            }
        }
    }
}
