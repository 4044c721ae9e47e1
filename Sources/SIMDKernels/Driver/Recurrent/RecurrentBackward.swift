/// What the backward pass of one direction of a recurrent layer reads and writes. Matrices are row-major without gaps
/// unless a stride is given.
package struct RecurrentBackward<Scalar: GemmScalar> {
    package let pass: RecurrentPass
    /// What the forward pass has left, as `RecurrentForward` describes it.
    package var gates: UnsafePointer<Scalar>
    package var weight: UnsafePointer<Scalar>
    package var projection: UnsafePointer<Scalar>?
    package var before: UnsafePointer<Scalar>?
    package var tanhs: UnsafePointer<Scalar>?
    /// h before each step, [rows, output]; of a GRU.
    package var states: UnsafePointer<Scalar>?
    /// The gradient by h after each step, if any.
    package var gy: UnsafePointer<Scalar>?
    package var gyStride: Int
    /// [batch, output]: the gradient by the last h; becomes that by the first.
    package var gh: UnsafeMutablePointer<Scalar>
    /// [batch, hidden]: the gradient by the last c, of an LSTM; becomes that by the first.
    package var gc: UnsafeMutablePointer<Scalar>?
    /// The gradient by `W_ih x`, [rows, gates · hidden].
    package var gGates: UnsafeMutablePointer<Scalar>
    /// The gradient by `W_hh h` of a GRU, [rows, gates · hidden]; that of others is `gGates`.
    package var gProducts: UnsafeMutablePointer<Scalar>?
    /// With a projection: the whole gradient by h after each step, [rows, output].
    package var gProjected: UnsafeMutablePointer<Scalar>?

    package init(
        _ pass: RecurrentPass, gates: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>, gy: UnsafePointer<Scalar>?,
        gyStride: Int, gh: UnsafeMutablePointer<Scalar>, gGates: UnsafeMutablePointer<Scalar>
    ) {
        (self.pass, self.gates, self.weight) = (pass, gates, weight)
        (self.gy, self.gyStride, self.gh, self.gGates) = (gy, gyStride, gh, gGates)
    }
}

/// Runs the steps of a recurrent layer's directions backward. Gradients by the weights are products over all steps, which
/// are left to the caller.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func recurrentBackward<Scalar: GemmScalar>(_ directions: [RecurrentBackward<Scalar>]) {
    let weights = directions.map { direction in
        let pass = direction.pass
        return PackedMatrix(
            k: pass.width, n: pass.output, MatrixOperand(direction.weight, leadingDimension: pass.output))
    }
    let projections = directions.map { direction in
        let pass = direction.pass
        return direction.projection.map {
            PackedMatrix(k: pass.output, n: pass.hidden, MatrixOperand($0, leadingDimension: pass.hidden))
        }
    }
    forEachSequenceRange(directions.map(\.pass)) { index, sequences in
        directions[index].run(sequences, weights[index], projections[index])
    }
}

extension RecurrentBackward {
    /// All steps of some of the sequences.
    @inline(__always)
    fileprivate func run(_ sequences: Range<Int>, _ weight: PackedMatrix<Scalar>, _ projection: PackedMatrix<Scalar>?) {
        let (hidden, width, output) = (pass.hidden, pass.width, pass.output)
        let (first, count) = (sequences.lowerBound, sequences.count)
        withScratch(byteCount: max(64, count * hidden * MemoryLayout<Scalar>.stride)) { memory in
            let scratch = memory.assumingMemoryBound(to: Scalar.self)
            let (gh, gc) = (gh + first * output, gc.map { $0 + first * hidden })
            pass.forEachStep(sequences, backward: true) { row, count in
                if let gy {
                    for i in 0..<count { add(gy + (row + i) * gyStride, to: gh + i * output, output) }
                }
                if let projection {
                    gProjected.map { $0 + row * output }?.update(from: gh, count: count * output)
                    let operand = MatrixOperand(UnsafePointer(gh), leadingDimension: output)
                    projection.multiply(m: count, operand, into: scratch, ldc: hidden)
                }
                forEachGateRow(count, 2 * width) { i in
                    let at = (row + i) * hidden
                    let (values, g) = (gates + (row + i) * width, gGates + (row + i) * width)
                    let gh = projection == nil ? gh + i * output : scratch + i * hidden
                    switch pass.cell {
                    case .tanh, .relu: simpleRow(values, g, gh)
                    case .lstm:
                        if let gc, let before, let tanhs {
                            lstmRow(values, g, gh, gc + i * hidden, before + at, tanhs + at)
                        }
                    case .gru:
                        if let before, let states, let gProducts {
                            gruRow(values, g, gh, gProducts + (row + i) * width, before + at, states + at)
                        }
                    }
                }
                // A GRU's rows have left the part of the gradient that goes past the products.
                let source = UnsafePointer((gProducts ?? gGates) + row * width)
                weight.multiply(
                    m: count, MatrixOperand(source, leadingDimension: width), into: gh, ldc: output,
                    epilogue: Epilogue(accumulates: pass.cell == .gru))
            }
        }
    }

    @inline(__always)
    private func add(_ x: UnsafePointer<Scalar>, to y: UnsafeMutablePointer<Scalar>, _ count: Int) {
        for j in 0..<count { y[j] += x[j] }
    }

    @inline(__always)
    private func simpleRow(
        _ values: UnsafePointer<Scalar>, _ g: UnsafeMutablePointer<Scalar>, _ gh: UnsafeMutablePointer<Scalar>
    ) {
        if pass.cell == .tanh {
            for j in 0..<pass.hidden { g[j] = gh[j] * (1 - values[j] * values[j]) }
        } else {
            for j in 0..<pass.hidden { g[j] = values[j] > 0 ? gh[j] : 0 }
        }
    }

    /// Loops of few arrays each: with all of them in one, the compiler does not vectorise.
    @inline(__always)
    private func lstmRow(
        _ values: UnsafePointer<Scalar>, _ g: UnsafeMutablePointer<Scalar>, _ gh: UnsafeMutablePointer<Scalar>,
        _ gc: UnsafeMutablePointer<Scalar>, _ before: UnsafePointer<Scalar>, _ tanhs: UnsafePointer<Scalar>
    ) {
        let n = pass.hidden
        let (i, f, k, o) = (values, values + n, values + 2 * n, values + 3 * n)
        let (gi, gf, gk, go) = (g, g + n, g + 2 * n, g + 3 * n)
        for j in 0..<n { go[j] = gh[j] * tanhs[j] * (o[j] * (1 - o[j])) }
        for j in 0..<n { gc[j] += gh[j] * o[j] * (1 - tanhs[j] * tanhs[j]) }
        for j in 0..<n { gi[j] = gc[j] * k[j] * (i[j] * (1 - i[j])) }
        for j in 0..<n { gk[j] = gc[j] * i[j] * (1 - k[j] * k[j]) }
        for j in 0..<n { gf[j] = gc[j] * before[j] * (f[j] * (1 - f[j])) }
        for j in 0..<n { gc[j] *= f[j] }
    }

    @inline(__always)
    private func gruRow(
        _ values: UnsafePointer<Scalar>, _ g: UnsafeMutablePointer<Scalar>, _ gh: UnsafeMutablePointer<Scalar>,
        _ gProducts: UnsafeMutablePointer<Scalar>, _ candidates: UnsafePointer<Scalar>,
        _ states: UnsafePointer<Scalar>
    ) {
        let size = pass.hidden
        let (r, z, n) = (values, values + size, values + 2 * size)
        let (gr, gz, gn) = (g, g + size, g + 2 * size)
        for j in 0..<size { gz[j] = gh[j] * (states[j] - n[j]) }
        for j in 0..<size { gz[j] *= z[j] * (1 - z[j]) }
        for j in 0..<size { gn[j] = gh[j] * (1 - z[j]) * (1 - n[j] * n[j]) }
        for j in 0..<size { gr[j] = gn[j] * candidates[j] * (r[j] * (1 - r[j])) }
        gProducts.update(from: g, count: 2 * size)
        let last = gProducts + 2 * size
        for j in 0..<size { last[j] = gn[j] * r[j] }
        for j in 0..<size { gh[j] *= z[j] }
    }
}
