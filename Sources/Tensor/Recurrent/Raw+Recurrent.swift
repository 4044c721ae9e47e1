import PinionSIMDKernels

extension Raw {
    /// A recurrent layer, of one direction or two, over the rows of all steps. All tensors are of one dtype, float32 or
    /// float64, and fit.
    ///
    /// - Parameters:
    ///   - passes: the directions.
    ///   - x: [rows, input].
    ///   - weights: those of each direction.
    ///   - h: the first states, [directions, batch, output].
    ///   - c: the first cells, [directions, batch, hidden], of an LSTM.
    ///   - keeps: whether there is to be a backward pass.
    /// - Returns: the states after each step, [rows, directions · output]; the last states and cells; what is kept.
    package static func recurrent(
        _ passes: [RecurrentPass], _ x: Tensor, _ weights: [RecurrentWeights], h: Tensor, c: Tensor?, keeps: Bool
    ) throws(TensorError) -> (y: Tensor, h: Tensor, c: Tensor?, kept: [RecurrentKept]) {
        let (x, h, c) = (contiguous(x), clone(h), c.map { clone($0) })
        let output = passes[0].output
        let y = matrix(passes[0].rows, passes.count * output, x.dtype)
        let biases = try zip(passes, weights).map { (pass, weights) throws(TensorError) in
            try weights.inputBias(pass.cell)
        }
        let kept = zip(passes, weights).map { pass, weights in
            let size = (pass.rows, pass.hidden)
            func kept(_ condition: Bool) -> Tensor? { keeps && condition ? matrix(size.0, size.1, x.dtype) : nil }
            return RecurrentKept(
                gates: matrix(pass.rows, pass.width, x.dtype),
                before: kept(pass.cell == .lstm || pass.cell == .gru), tanhs: kept(pass.cell == .lstm),
                unprojected: kept(weights.hr != nil))
        }
        // The kernels see addresses alone: what they belong to has to live on.
        let held = weights.map { weights in weights.all.map { contiguous($0) } }
        func run<T: GemmScalar>(_: T.Type) {
            let directions = passes.indices.map { d in
                let (pass, kept) = (passes[d], kept[d])
                let own = RecurrentWeights(held[d], hasBiases: biases[d] != nil)
                let gates = kept.gates.elements(T.self)
                let (source, matrix) = (UnsafePointer(x.elements(T.self)), UnsafePointer(own.ih.elements(T.self)))
                let inputs = x.layout.sizes[1]
                let left = MatrixOperand(source, leadingDimension: inputs)
                let epilogue = Epilogue(columnBias: biases[d].map { UnsafePointer($0.elements(T.self)) })
                if pass.rows > 1 && pass.width > 1, let packed = own.ih.packedTranspose(T.self) {
                    gemm(m: pass.rows, left, packed, into: gates, ldc: pass.width, epilogue: epilogue)
                } else {
                    gemm(
                        m: pass.rows, n: pass.width, k: inputs, left,
                        MatrixOperand(matrix, leadingDimension: inputs, transposed: true), into: gates,
                        ldc: pass.width, epilogue: epilogue)
                }
                var direction = RecurrentForward<T>(
                    pass, gates: gates, weight: own.hh.elements(T.self), y: y.elements(T.self) + d * output,
                    yStride: passes.count * output, h: h.elements(T.self) + d * pass.batch * output)
                if pass.cell == .gru { direction.hiddenBias = own.biases.map { UnsafePointer($0.hh.elements(T.self)) } }
                direction.projection = own.hr.map { UnsafePointer($0.elements(T.self)) }
                direction.packed = (own.hh.packedTranspose(T.self), own.hr?.packedTranspose(T.self))
                direction.c = c.map { $0.elements(T.self) + d * pass.batch * pass.hidden }
                direction.before = kept.before?.elements(T.self)
                direction.tanhs = kept.tanhs?.elements(T.self)
                direction.unprojected = kept.unprojected?.elements(T.self)
                return direction
            }
            recurrentForward(directions)
        }
        withExtendedLifetime((x, held, biases)) { x.dtype == .float64 ? run(Double.self) : run(Float.self) }
        return (y, h, c, kept)
    }

    /// The gradients of `recurrent` by the first states and cells and those of each direction, from the gradients gy, gh
    /// and gc of its results, which may be missing; `kept` is what the forward pass has left.
    package static func recurrentBackward(
        _ passes: [RecurrentPass], _ weights: [RecurrentWeights], _ kept: [RecurrentKept], y: Tensor, h: Tensor,
        gy: Tensor?, gh: Tensor?, gc: Tensor?
    ) throws(TensorError) -> (h: Tensor, c: Tensor?, directions: [RecurrentGradient]) {
        let (dtype, output) = (y.dtype, passes[0].output)
        let (first, gy) = (contiguous(h), gy.map { contiguous($0) })
        let gh = try writable(gh, h.layout, dtype)
        let cells = Layout(rank: 3, sizes: [passes.count, passes[0].batch, passes[0].hidden, 1, 1, 1, 1, 1])
        let gc = passes[0].cell == .lstm ? try writable(gc, cells, dtype) : nil
        let results = zip(passes, weights).map { pass, weights in
            let gates = matrix(pass.rows, pass.width, dtype)
            return RecurrentGradient(
                gates: gates, products: pass.cell == .gru ? matrix(pass.rows, pass.width, dtype) : gates,
                states: matrix(pass.rows, output, dtype),
                projected: weights.hr.map { _ in matrix(pass.rows, output, dtype) })
        }
        let held = weights.map { ($0.hr.map { contiguous($0) }, contiguous($0.hh)) }
        func run<T: GemmScalar>(_: T.Type) {
            let stride = passes.count * output
            let directions = passes.indices.map { d in
                let (pass, kept, result) = (passes[d], kept[d], results[d])
                let states = result.states.elements(T.self)
                pass.statesBefore(
                    y.elements(T.self) + d * output, stride: stride,
                    first: first.elements(T.self) + d * pass.batch * output, into: states)
                var direction = RecurrentBackward<T>(
                    pass, gates: kept.gates.elements(T.self), weight: held[d].1.elements(T.self),
                    gy: gy.map { UnsafePointer($0.elements(T.self) + d * output) }, gyStride: stride,
                    gh: gh.elements(T.self) + d * pass.batch * output, gGates: result.gates.elements(T.self))
                direction.projection = held[d].0.map { UnsafePointer($0.elements(T.self)) }
                direction.before = kept.before.map { UnsafePointer($0.elements(T.self)) }
                direction.tanhs = kept.tanhs.map { UnsafePointer($0.elements(T.self)) }
                direction.states = UnsafePointer(states)
                direction.gc = gc.map { $0.elements(T.self) + d * pass.batch * pass.hidden }
                if pass.cell == .gru { direction.gProducts = result.products.elements(T.self) }
                direction.gProjected = result.projected?.elements(T.self)
                return direction
            }
            PinionSIMDKernels.recurrentBackward(directions)
        }
        withExtendedLifetime((held, gy, first)) { dtype == .float64 ? run(Double.self) : run(Float.self) }
        return (gh, gc, results)
    }

    private static func matrix(_ rows: Int, _ columns: Int, _ dtype: DType) -> Tensor {
        Tensor(Layout(rank: 2, sizes: [rows, columns, 1, 1, 1, 1, 1, 1]), dtype)
    }

    /// A copy to write to, or 0 everywhere.
    private static func writable(_ x: Tensor?, _ layout: Layout, _ dtype: DType) throws(TensorError) -> Tensor {
        if let x { return clone(x) }
        let zeros = Tensor(layout.packed, dtype)
        try fill(zeros, with: .double(0))
        return zeros
    }
}
