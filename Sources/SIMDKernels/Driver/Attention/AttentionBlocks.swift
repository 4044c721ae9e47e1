/// The scores of one head's queries with a block of its keys, and what is computed from them.
struct AttentionBlocks<T: AttentionScalar> {
    let shape: AttentionShape
    let inputs: AttentionInputs<T>
    let head: Int
    let keys: Range<Int>
    private let panels: PackedMatrix<T>

    init(_ shape: AttentionShape, _ inputs: AttentionInputs<T>, head: Int, keys: Range<Int>) {
        (self.shape, self.inputs, self.head, self.keys) = (shape, inputs, head, keys)
        panels = PackedMatrix(
            k: shape.width, n: keys.count, inputs.k.operand(head, from: keys.lowerBound, transposed: true))
    }

    /// Writes the scores of some queries, which have been multiplied by the scale, row after row.
    func score(_ queries: Range<Int>, _ q: UnsafePointer<T>, into scores: UnsafeMutablePointer<T>) {
        let n = keys.count
        var epilogue = Epilogue<T>()
        if let mask = inputs.mask, mask.rowStride == 0 {
            epilogue.columnBias = UnsafePointer(mask.row(head, 0) + keys.lowerBound)
        }
        gemm(
            m: queries.count, MatrixOperand(q, leadingDimension: shape.width), panels, into: scores, ldc: n,
            epilogue: epilogue)
        if let mask = inputs.mask, mask.rowStride != 0 {
            for (lane, query) in queries.enumerated() {
                let row = scores + lane * n
                binary(
                    .add, T.dtype, Source(row), Source(mask.row(head, query) + keys.lowerBound), into: row, count: n)
            }
        }
        if !shape.isCausal { return }
        for (lane, query) in queries.enumerated() where query < keys.upperBound - 1 {
            let seen = max(0, query + 1 - keys.lowerBound)
            (scores + lane * n + seen).update(repeating: -.infinity, count: n - seen)
        }
    }

    /// Multiplies by 1 what the dropout leaves of some queries' rows and by 0 the rest; `scratch` has room for a row.
    func drop(
        _ queries: Range<Int>, _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, scratch: UnsafeMutablePointer<T>
    ) {
        guard let kept = inputs.kept else { return }
        let (n, convert) = (keys.count, Kernels.current.cast.convert)
        for (lane, query) in queries.enumerated() {
            convert(.uint8, T.dtype, kept.row(head, query) + keys.lowerBound, scratch, n)
            binary(.mul, T.dtype, Source(x + lane * n), Source(scratch), into: y + lane * n, count: n)
        }
    }
}

extension LaneBlock {
    /// Contiguous rows, with a result each at `results`; `repeated` has room for `Source.scalarBytes`.
    init(rows: Int, of n: Int, results: UnsafeMutablePointer<T>, repeated: UnsafeMutablePointer<T>) {
        self.init(
            lanes: rows, n: n, stride: 0, results: results, repeated: repeated,
            scratch: UnsafeMutableRawPointer(repeated))
    }
}

/// `y[i] = factor · x[i]` for rows of `n` elements; `repeated` has room for `Source.scalarBytes`.
func scaleRow<T: AttentionScalar>(
    _ x: UnsafePointer<T>, by factor: T, into y: UnsafeMutablePointer<T>, count n: Int,
    repeated: UnsafeMutablePointer<T>
) {
    if n < 32 {
        for i in 0..<n { y[i] = x[i] * factor }
        return
    }
    repeated.update(repeating: factor, count: Source.scalarBytes / MemoryLayout<T>.stride)
    binary(.mul, T.dtype, Source(x), Source(repeated, step: 0), into: y, count: n)
}

/// Hands out parts of a block of memory, each on cache lines of its own.
struct ScratchParts {
    private var next: UnsafeMutableRawPointer

    init(_ block: UnsafeMutableRawPointer) { next = block }

    mutating func take<T>(_ count: Int, _: T.Type = T.self) -> UnsafeMutablePointer<T> {
        defer { next += Self.bytes(T.self, [count]) }
        return next.assumingMemoryBound(to: T.self)
    }

    /// The bytes of parts with these counts of elements.
    static func bytes<T>(_: T.Type, _ counts: [Int]) -> Int {
        counts.reduce(0) { $0 + ($1 * MemoryLayout<T>.stride + 63) / 64 * 64 }
    }
}
