extension ElementwiseBlock {
    /// Elements converted at a time: the buffers of four operands stay in the first-level cache.
    private static var widenedCount: Int { 1024 }
    private static var bufferBytes: Int { widenedCount * MemoryLayout<Float>.size }

    /// Calls `body` with this block's elements as float32, piece by piece, and rounds what it wrote.
    /// All operands have the dtype, float16 or bfloat16; `body` reads the first `sourceCount` sources.
    func widened(from dtype: DType, sourceCount: Int, _ body: (ElementwiseBlock) -> Void) {
        let convert = Kernels.current.cast.convert
        let size = dtype.byteCount
        withScratch(byteCount: Self.bufferBytes * 4) { buffers in
            func widen(_ source: Source, _ slot: Int, _ start: Int, _ n: Int) -> Source {
                let buffer = buffers + slot * Self.bufferBytes
                let isArray = source.step != 0
                // A repeated value is converted once.
                if isArray || start == 0 {
                    let count = isArray ? n : Source.scalarBytes / MemoryLayout<Float>.size
                    convert(dtype, .float32, source.base + start * source.step * size, buffer, count)
                }
                return Source(buffer, step: source.step)
            }
            var start = 0
            while start < count {
                let n = min(count - start, Self.widenedCount)
                let first = widen(a, 0, start, n)
                let second = sourceCount > 1 ? widen(b, 1, start, n) : first
                let third = sourceCount > 2 ? widen(c, 2, start, n) : first
                let result = buffers + 3 * Self.bufferBytes
                body(ElementwiseBlock(target: result, a: first, b: second, c: third, count: n, rows: .one))
                convert(.float32, dtype, result, target + start * size, n)
                start += n
            }
        }
    }
}

extension ElementwiseLoop {
    /// `run` for kernels of float32 and float64: elements of the 16-bit dtypes reach `body` as float32.
    /// All operands have the dtype.
    package func run(
        computing dtype: DType, grain: Int, scalars: Bool = true, rows: Int = 1, _ body: (ElementwiseBlock) -> Void
    ) {
        if dtype.compute == dtype { return run(grain: grain, scalars: scalars, rows: rows, body) }
        run(grain: grain, scalars: scalars) { $0.widened(from: dtype, sourceCount: sourceCount, body) }
    }
}
