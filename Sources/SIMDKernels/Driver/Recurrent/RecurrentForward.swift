/// What one direction of a recurrent layer reads and writes. Matrices are row-major without gaps unless a stride is given.
package struct RecurrentForward<Scalar: GemmScalar> {
    package let pass: RecurrentPass
    /// [rows, gates · hidden]: `W_ih x` with the biases; becomes the gates' values.
    package var gates: UnsafeMutablePointer<Scalar>
    /// W_hh, [gates · hidden, output].
    package var weight: UnsafePointer<Scalar>
    /// What is added to `W_hh h` apart from `W_ih x`, of a GRU.
    package var hiddenBias: UnsafePointer<Scalar>?
    /// W_hr, [output, hidden], with a projection.
    package var projection: UnsafePointer<Scalar>?
    /// The transposes of W_hh and W_hr, where they are packed already.
    package var packed: (weight: PackedMatrix<Scalar>?, projection: PackedMatrix<Scalar>?) = (nil, nil)
    /// h after each step.
    package var y: UnsafeMutablePointer<Scalar>
    package var yStride: Int
    /// [batch, output]: the first h; becomes the last.
    package var h: UnsafeMutablePointer<Scalar>
    /// [batch, hidden]: the first c, of an LSTM; becomes the last.
    package var c: UnsafeMutablePointer<Scalar>?
    /// [rows, hidden], for the backward pass: c before each step, of an LSTM; `W_hn h + b_hn`, of a GRU.
    package var before: UnsafeMutablePointer<Scalar>?
    /// [rows, hidden], for the backward pass: `tanh(c)`, of an LSTM.
    package var tanhs: UnsafeMutablePointer<Scalar>?
    /// [rows, hidden], for the backward pass: h before a projection.
    package var unprojected: UnsafeMutablePointer<Scalar>?

    package init(
        _ pass: RecurrentPass, gates: UnsafeMutablePointer<Scalar>, weight: UnsafePointer<Scalar>,
        y: UnsafeMutablePointer<Scalar>, yStride: Int, h: UnsafeMutablePointer<Scalar>
    ) {
        (self.pass, self.gates, self.weight) = (pass, gates, weight)
        (self.y, self.yStride, self.h) = (y, yStride, h)
    }
}

/// Runs the steps of a recurrent layer's directions: one product a step, then the gates in one pass.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func recurrentForward<Scalar: GemmScalar>(_ directions: [RecurrentForward<Scalar>]) {
    let weights = directions.map { direction in
        let pass = direction.pass
        return direction.packed.weight
            ?? PackedMatrix(
                k: pass.output, n: pass.width,
                MatrixOperand(direction.weight, leadingDimension: pass.output, transposed: true))
    }
    let projections = directions.map { direction in
        let pass = direction.pass
        return direction.packed.projection
            ?? direction.projection.map {
                PackedMatrix(
                    k: pass.hidden, n: pass.output, MatrixOperand($0, leadingDimension: pass.hidden, transposed: true))
            }
    }
    forEachSequenceRange(directions.map(\.pass)) { index, sequences in
        directions[index].run(sequences, weights[index], projections[index])
    }
}

extension RecurrentForward {
    /// All steps of some of the sequences.
    @inline(__always)
    fileprivate func run(_ sequences: Range<Int>, _ weight: PackedMatrix<Scalar>, _ projection: PackedMatrix<Scalar>?) {
        let (hidden, width, output) = (pass.hidden, pass.width, pass.output)
        let (first, count) = (sequences.lowerBound, sequences.count)
        let size = MemoryLayout<Scalar>.stride
        let isGRU = pass.cell == .gru
        // Products of a GRU's step; what a projection and tanh(c) are made in where they are not kept.
        let products = isGRU ? count * width : 0
        withScratch(byteCount: max(64, (products + 2 * count * hidden) * size)) { memory in
            let scratch = memory.assumingMemoryBound(to: Scalar.self)
            let (free, freeTanhs) = (scratch + products, scratch + products + count * hidden)
            let (h, c) = (self.h + first * output, self.c.map { $0 + first * hidden })
            pass.forEachStep(sequences, backward: false) { row, count in
                let (gates, y) = (gates + row * width, y + row * yStride)
                let state = MatrixOperand(UnsafePointer(h), leadingDimension: output)
                if isGRU {
                    weight.multiply(
                        m: count, state, into: scratch, ldc: width, epilogue: Epilogue(columnBias: hiddenBias))
                } else {
                    weight.multiply(m: count, state, into: gates, ldc: width, epilogue: Epilogue(accumulates: true))
                }
                let unprojected = unprojected.map { $0 + row * hidden } ?? free
                let (before, tanhs) = (before.map { $0 + row * hidden }, tanhs.map { $0 + row * hidden } ?? freeTanhs)
                forEachGateRow(count, width) { i in
                    let at = i * hidden
                    let (gates, h) = (gates + i * width, projection == nil ? h + i * output : unprojected + at)
                    switch pass.cell {
                    case .tanh, .relu: simpleRow(gates, h)
                    case .lstm:
                        if let c { lstmRow(gates, h, c + at, before: before.map { $0 + at }, tanhs + at) }
                    case .gru: gruRow(gates, scratch + i * width, h, candidates: before.map { $0 + at })
                    }
                    if projection == nil { (y + i * yStride).update(from: h, count: output) }
                }
                guard let projection else { return }
                let operand = MatrixOperand(UnsafePointer(unprojected), leadingDimension: hidden)
                projection.multiply(m: count, operand, into: h, ldc: output)
                for i in 0..<count { (y + i * yStride).update(from: h + i * output, count: output) }
            }
        }
    }

    @inline(__always)
    private func simpleRow(_ gates: UnsafeMutablePointer<Scalar>, _ h: UnsafeMutablePointer<Scalar>) {
        apply(pass.cell == .tanh ? .tanh : .relu, gates, gates, pass.hidden)
        h.update(from: gates, count: pass.hidden)
    }

    @inline(__always)
    private func lstmRow(
        _ gates: UnsafeMutablePointer<Scalar>, _ h: UnsafeMutablePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>,
        before: UnsafeMutablePointer<Scalar>?, _ tanhs: UnsafeMutablePointer<Scalar>
    ) {
        let n = pass.hidden
        let (i, f, g, o) = (gates, gates + n, gates + 2 * n, gates + 3 * n)
        apply(.sigmoid, i, i, 2 * n)
        apply(.tanh, g, g, n)
        apply(.sigmoid, o, o, n)
        before?.update(from: c, count: n)
        for j in 0..<n { c[j] = f[j] * c[j] + i[j] * g[j] }
        apply(.tanh, c, tanhs, n)
        for j in 0..<n { h[j] = o[j] * tanhs[j] }
    }

    @inline(__always)
    private func gruRow(
        _ gates: UnsafeMutablePointer<Scalar>, _ products: UnsafeMutablePointer<Scalar>,
        _ h: UnsafeMutablePointer<Scalar>, candidates: UnsafeMutablePointer<Scalar>?
    ) {
        let size = pass.hidden
        let (r, z, n) = (gates, gates + size, gates + 2 * size)
        for j in 0..<2 * size { gates[j] += products[j] }
        apply(.sigmoid, r, r, 2 * size)
        let b = products + 2 * size
        candidates?.update(from: b, count: size)
        for j in 0..<size { n[j] += r[j] * b[j] }
        apply(.tanh, n, n, size)
        for j in 0..<size { h[j] = n[j] + z[j] * (h[j] - n[j]) }
    }

    @inline(__always)
    private func apply(
        _ op: UnaryOp, _ x: UnsafeMutablePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>, _ count: Int
    ) {
        Kernels.current.elementwise.unary(op, 0, 0, Scalar.self == Float.self ? .float32 : .float64, x, y, count)
    }
}

/// Calls `body` with the rows of a step's gates, on several threads where nothing runs on them yet.
@inline(__always)
func forEachGateRow(_ count: Int, _ width: Int, _ body: (Int) -> Void) {
    parallelFor(0..<count, grain: (1 << 12) / max(1, width) + 1, isLong: false) { $0.forEach(body) }
}
