/// Scaled dot-product attention (Vaswani et al., 2017) by blocks with an online softmax (Dao et al., 2022): no more
/// scores are kept than fit the cache.
///
/// A query that sees no key has the result 0. Sums run in one order, whatever the number of threads.
/// - Parameters:
///   - shape: sizes of all heads.
///   - inputs: queries, keys, values, mask and dropout.
///   - out: the results, [queries, valueWidth].
///   - logSumExp: for the gradient: the logarithm of each query's sum, head after head.
@_specialize(where T == Float)
@_specialize(where T == Double)
package func attention<T: AttentionScalar>(
    _ shape: AttentionShape, _ inputs: AttentionInputs<T>, into out: HeadRows<T>, logSumExp: UnsafeMutablePointer<T>
) {
    if shape.heads * shape.queries == 0 { return }
    let parts = shape.parts(of: shape.queryBlocks(0..<shape.queries), tasks: 4 * numThreads)
    let work = shape.queries * max(1, shape.keys) * (shape.width + shape.valueWidth + 16) / parts.count
    parallelFor(0..<shape.heads * parts.count, grain: max(1, (1 << 18) / work)) { tasks in
        for task in tasks {
            let (head, part) = task.quotientAndRemainder(dividingBy: parts.count)
            AttentionForward(
                shape: shape, inputs: inputs, out: out, logSumExp: logSumExp + head * shape.queries, head: head
            ).run(parts[part])
        }
    }
}

/// Some queries of one head.
private struct AttentionForward<T: AttentionScalar> {
    let shape: AttentionShape
    let inputs: AttentionInputs<T>
    let out: HeadRows<T>
    let logSumExp: UnsafeMutablePointer<T>
    let head: Int

    /// What is known of the queries after some keys; rows count from the part's first query.
    private struct State {
        /// The queries times the scale.
        let q: UnsafeMutablePointer<T>
        /// Weighted sums of values, still to be divided.
        let sums: UnsafeMutablePointer<T>
        let largest: UnsafeMutablePointer<T>
        let total: UnsafeMutablePointer<T>
        let scores: UnsafeMutablePointer<T>
        /// Values of a block's rows.
        let results: UnsafeMutablePointer<T>
        let changes: UnsafeMutablePointer<T>
        let row: UnsafeMutablePointer<T>
        let repeated: UnsafeMutablePointer<T>
    }

    func run(_ blocks: ArraySlice<Range<Int>>) {
        guard let first = blocks.first?.lowerBound, let end = blocks.last?.upperBound else { return }
        let (rows, most) = (end - first, blocks.map(\.count).max() ?? 0)
        let counts = [
            rows * shape.width, rows * shape.valueWidth, rows, rows, shape.blockSize, most, most, shape.keys,
            Source.scalarBytes,
        ]
        withScratch(byteCount: ScratchParts.bytes(T.self, counts)) { block in
            var parts = ScratchParts(block)
            let p = counts.map { parts.take($0, T.self) }
            let state = State(
                q: p[0], sums: p[1], largest: p[2], total: p[3], scores: p[4], results: p[5], changes: p[6], row: p[7],
                repeated: p[8])
            for row in 0..<rows {
                scaleRow(
                    inputs.q.row(head, first + row), by: T(shape.scale), into: state.q + row * shape.width,
                    count: shape.width, repeated: state.repeated)
            }
            state.largest.update(repeating: -.infinity, count: rows)
            state.total.update(repeating: 0, count: rows)
            state.sums.update(repeating: 0, count: rows * shape.valueWidth)
            for keys in shape.keyBlocks where !shape.skips(first..<end, keys) {
                let scores = AttentionBlocks(shape, inputs, head: head, keys: keys)
                let values = PackedMatrix(
                    k: keys.count, n: shape.valueWidth, inputs.v.operand(head, from: keys.lowerBound))
                for queries in blocks where !shape.skips(queries, keys) {
                    meet(scores, values, queries, row: queries.lowerBound - first, state)
                }
            }
            finish(first..<end, state)
        }
    }

    /// Takes a block of keys into account.
    private func meet(
        _ block: AttentionBlocks<T>, _ values: PackedMatrix<T>, _ queries: Range<Int>, row: Int, _ state: State
    ) {
        let (rows, isFirst) = (queries.count, block.keys.lowerBound == 0)
        let (largest, total, scores) = (state.largest + row, state.total + row, state.scores)
        let sums = state.sums + row * shape.valueWidth
        block.score(queries, state.q + row * shape.width, into: scores)
        let lanes = LaneBlock(rows: rows, of: block.keys.count, results: state.results, repeated: state.repeated)
        lanes.reduce(.max, scores)
        for lane in 0..<rows {
            let former = largest[lane]
            let highest = state.results[lane] <= former ? former : state.results[lane]
            // Nothing but -∞ so far: there is nothing to move.
            let shift = highest == -.infinity ? 0 : highest
            (largest[lane], state.results[lane], state.changes[lane]) = (highest, shift, former - shift)
        }
        lanes.combine(.sub, scores, into: scores)
        lanes.map(.exp, scores, into: scores)
        lanes.reduce(.sum, scores)
        if isFirst {
            total.update(from: state.results, count: rows)
        } else {
            unary(.exp, T.dtype, state.changes, into: state.changes, count: rows)
            for lane in 0..<rows { total[lane] = total[lane] * state.changes[lane] + state.results[lane] }
            LaneBlock(rows: rows, of: shape.valueWidth, results: state.changes, repeated: state.repeated)
                .combine(.mul, sums, into: sums)
        }
        block.drop(queries, scores, into: scores, scratch: state.row)
        gemm(
            m: rows, MatrixOperand(scores, leadingDimension: block.keys.count), values, into: sums,
            ldc: shape.valueWidth, epilogue: Epilogue(accumulates: !isFirst))
    }

    private func finish(_ queries: Range<Int>, _ state: State) {
        for (row, query) in queries.enumerated() {
            let total = state.total[row]
            scaleRow(
                state.sums + row * shape.valueWidth, by: total == 0 ? 0 : T(inputs.keptFactor) / total,
                into: out.row(head, query), count: shape.valueWidth, repeated: state.repeated)
        }
        let target = logSumExp + queries.lowerBound
        unary(.log, T.dtype, state.total, into: target, count: queries.count)
        for row in 0..<queries.count { target[row] = state.total[row] == 0 ? 0 : target[row] + state.largest[row] }
    }
}
