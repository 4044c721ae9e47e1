import PinionSIMDKernels

/// A small matrix in double precision, row by row.
struct Matrix {
    let rows: Int
    let columns: Int
    var values: [Double]

    init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: 0, count: rows * columns)
    }

    static func identity(_ n: Int) -> Matrix {
        var result = Matrix(n, n)
        for i in 0..<n { result[i, i] = 1 }
        return result
    }

    subscript(i: Int, j: Int) -> Double {
        @inline(__always) get { values[i * columns + j] }
        @inline(__always) set { values[i * columns + j] = newValue }
    }

    var transpose: Matrix {
        var result = Matrix(columns, rows)
        for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
        return result
    }

    static func * (a: Matrix, b: Matrix) -> Matrix {
        var result = Matrix(a.rows, b.columns)
        for i in 0..<a.rows {
            for k in 0..<a.columns {
                let factor = a[i, k]
                for j in 0..<b.columns { result[i, j] += factor * b[k, j] }
            }
        }
        return result
    }

    /// The first columns.
    func prefix(columns count: Int) -> Matrix {
        var result = Matrix(rows, count)
        for i in 0..<rows { for j in 0..<count { result[i, j] = self[i, j] } }
        return result
    }

    /// `self[row, from...] += factor · self[other, from...]`
    @inline(__always)
    mutating func add(_ factor: Double, row other: Int, to row: Int, from: Int = 0) {
        for j in from..<columns { self[row, j] += factor * self[other, j] }
    }

    mutating func swapRows(_ i: Int, _ j: Int) {
        if i == j { return }
        for k in 0..<columns { values.swapAt(i * columns + k, j * columns + k) }
    }
}

extension Raw {
    /// Computes tensors from each matrix of a batch: the last two dimensions of the inputs, whose batches broadcast.
    ///
    /// - Parameters:
    ///   - inputs: of one floating-point dtype, which the results have too.
    ///   - shapes: the results' sizes behind those of the batch; [] for numbers.
    ///   - body: from the inputs' matrices and the index in the batch to the results' elements.
    static func eachMatrix(
        _ inputs: [Tensor], _ shapes: [[Int]], _ name: StaticString,
        _ body: ([Matrix], Int) throws(TensorError) -> [[Double]]
    ) throws(TensorError) -> [Tensor] {
        var batch = Layout(rank: 0, sizes: .zero)
        for input in inputs {
            let own = Layout(rank: input.ndim - 2, sizes: input.layout.sizes)
            guard let joined = Layout.broadcast(batch, own) else {
                throw TensorError("\(name)", .shape, "the batches' " + Layout.mismatch(batch.shape, own.shape))
            }
            batch = joined
        }
        var results: [Tensor] = []
        for shape in shapes { results.append(Tensor(try Layout(shape: batch.shape + shape, "\(name)"), .float64)) }
        let sources = inputs.map { expanded($0, over: batch) }
        for index in 0..<batch.count {
            let matrices = sources.map { source in
                let (rows, columns) = (source.layout.sizes[source.ndim - 2], source.layout.sizes[source.ndim - 1])
                var matrix = Matrix(rows, columns)
                let elements = source.pointer.assumingMemoryBound(to: Double.self) + index * rows * columns
                for i in 0..<rows * columns { matrix.values[i] = elements[i] }
                return matrix
            }
            for (result, values) in zip(results, try body(matrices, index)) {
                let elements = result.pointer.assumingMemoryBound(to: Double.self) + index * values.count
                for i in values.indices { elements[i] = values[i] }
            }
        }
        let dtype = inputs[0].dtype
        return results.map { converted($0, to: dtype) }
    }

    /// Contiguous double-precision matrices, repeated over the batch.
    private static func expanded(_ x: Tensor, over batch: Layout) -> Tensor {
        var sizes = batch.sizes
        (sizes[batch.rank], sizes[batch.rank + 1]) = (x.layout.sizes[x.ndim - 2], x.layout.sizes[x.ndim - 1])
        let target = Layout(rank: batch.rank + 2, sizes: sizes)
        let strides = x.layout.strides(broadcastTo: target)
        let layout = Layout(rank: target.rank, sizes: sizes, strides: strides, offset: x.layout.offset)
        return converted(contiguous(Tensor(x.storage, layout, x.dtype)), to: .float64)
    }

    /// Throws unless `x` has matrices of float32 or float64, square ones where asked.
    package static func checkMatrices(_ x: Tensor, square: Bool = false, _ name: StaticString) throws(TensorError) {
        if x.ndim < 2 {
            throw TensorError("\(name)", .shape, "expected at least 2 dimensions, got shape \(x.shape)")
        }
        if square && x.layout.sizes[x.ndim - 1] != x.layout.sizes[x.ndim - 2] {
            throw TensorError("\(name)", .shape, "expected square matrices, got shape \(x.shape)")
        }
        if x.dtype != .float32 && x.dtype != .float64 {
            throw TensorError("\(name)", .dtype, "expected float32 or float64, got \(x.dtype)")
        }
    }

    /// Throws unless `b` has a's dtype.
    package static func checkSameDType(_ a: Tensor, _ b: Tensor, _ name: StaticString) throws(TensorError) {
        if a.dtype != b.dtype {
            throw TensorError(
                "\(name)", .dtype, "expected both tensors to have the same dtype, got \(a.dtype) and \(b.dtype)")
        }
    }

    /// Where in a batch an error was found; nothing for a single matrix.
    static func place(_ x: Tensor, _ index: Int) -> String { x.ndim > 2 ? "batch element \(index): " : "" }
}
