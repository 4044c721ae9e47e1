/// Elements for one call of a kernel: a contiguous target, and sources as arrays or repeated values.
package struct ElementwiseBlock {
    package let target: UnsafeMutableRawPointer
    package let a: Source
    package let b: Source
    package let c: Source
    /// The elements of a row.
    package let count: Int
    /// One, unless the kernel takes more.
    package let rows: BlockRows
}

extension ElementwiseLoop {
    /// Elements that pass through a buffer at a time.
    private static var bufferCount: Int { 512 }
    private static var bufferBytes: Int { bufferCount * 8 }
    /// Rows shorter than this are put together in buffers.
    private static var shortRow: Int { 64 }
    /// Chunks for threads begin at multiples of this many elements.
    private static var unit: Int { 1024 }

    /// Calls `body` for blocks that cover all elements, each once, on several threads where there is work for them.
    /// - Parameters:
    ///   - grain: the elements that take a thread 10 microseconds or more.
    ///   - scalars: whether `body` takes sources with step 0; otherwise all come as arrays.
    ///   - rows: the most rows of a block that `body` takes; more than one where there are two sources.
    ///   - body: called with disjoint blocks, from several threads at a time.
    package func run(grain: Int, scalars: Bool = true, rows: Int = 1, _ body: (ElementwiseBlock) -> Void) {
        if count == 0 { return }
        if count <= grain { return walk(0..<count, scalars, rows, body) }
        let units = (count + Self.unit - 1) / Self.unit
        parallelFor(0..<units, grain: (grain + Self.unit - 1) / Self.unit) { range in
            walk(range.lowerBound * Self.unit..<min(count, range.upperBound * Self.unit), scalars, rows, body)
        }
    }

    private func walk(_ range: Range<Int>, _ scalars: Bool, _ rows: Int, _ body: (ElementwiseBlock) -> Void) {
        let row = extents[rank - 1]
        let joins = rank > 1 && row < Self.shortRow
        let access = (
            target.access(self, joins: joins, scalars: false), sources.0.access(self, joins: joins, scalars: scalars),
            sources.1.access(self, joins: joins, scalars: scalars),
            sources.2.access(self, joins: joins, scalars: scalars)
        )
        let buffered =
            access.0 == .buffered || access.1 == .buffered || access.2 == .buffered || access.3 == .buffered
        if rank == 1 && !buffered && Source.scalarBytes <= Self.blockBytes { return walkOnce(range, access, body) }
        // Whole rows in a buffer, so that rows which repeat stay there.
        let most = joins ? Self.bufferCount / row * row : buffered ? Self.bufferCount : Int.max
        let mostRows = joins || buffered || rank == 1 ? 1 : rows
        let bytes = buffered ? Self.bufferBytes : Source.scalarBytes * mostRows
        withScratch(byteCount: bytes * 4) { buffers in
            func cursor(_ operand: StridedOperand, _ access: OperandCursor.Access, _ slot: Int) -> OperandCursor {
                OperandCursor(
                    operand, access, self, position: range.lowerBound, joins: joins, buffer: buffers + slot * bytes)
            }
            var y = cursor(target, access.0, 0)
            var a = cursor(sources.0, access.1, 1)
            var b = cursor(sources.1, access.2, 2)
            var c = cursor(sources.2, access.3, 3)
            var position = range.lowerBound
            var column = position % row
            while position < range.upperBound {
                let inRow = joins ? Int.max : row - column
                let n = min(range.upperBound - position, inRow, most)
                if mostRows > 1 && n == row {
                    let whole = min((range.upperBound - position) / row, mostRows, y.rowsInPlane)
                    let (first, second) = (a.source(rows: whole), b.source(rows: whole))
                    let rows = BlockRows(count: whole, a: a.rowStep, b: b.rowStep, target: y.rowStep)
                    body(ElementwiseBlock(target: y.place(), a: first, b: second, c: second, count: row, rows: rows))
                    y.advance(rows: whole)
                    a.advance(rows: whole)
                    b.advance(rows: whole)
                    position += whole * row
                    continue
                }
                let first = a.source(n)
                let second = sourceCount > 1 ? b.source(n) : first
                let third = sourceCount > 2 ? c.source(n) : first
                body(ElementwiseBlock(target: y.place(), a: first, b: second, c: third, count: n, rows: .one))
                y.finish(n)
                y.advance(n)
                a.advance(n)
                if sourceCount > 1 { b.advance(n) }
                if sourceCount > 2 { c.advance(n) }
                position += n
                column = column + n == row ? 0 : column + n
            }
        }
    }
}

extension ElementwiseLoop {
    /// A repeated value's bytes, as a number the compiler knows: the memory is on the stack then.
    private static var blockBytes: Int { 256 }

    /// One row that nothing has to be brought into order for: most calls, and in a small one the cursors would take
    /// longer than the arithmetic.
    private func walkOnce(
        _ range: Range<Int>,
        _ access: (OperandCursor.Access, OperandCursor.Access, OperandCursor.Access, OperandCursor.Access),
        _ body: (ElementwiseBlock) -> Void
    ) {
        withUnsafeTemporaryAllocation(byteCount: 3 * Self.blockBytes, alignment: 16) { buffers in
            guard let buffer = buffers.baseAddress else { return }
            func source(_ operand: StridedOperand, _ access: OperandCursor.Access, _ slot: Int) -> Source {
                let size = operand.byteCount
                if access == .direct { return Source(operand.base + range.lowerBound * size) }
                let block = buffer + slot * Self.blockBytes
                repeatElement(operand.base, byteCount: size, into: block, Source.scalarBytes)
                return Source(block, step: 0)
            }
            let first = source(sources.0, access.1, 0)
            let second = sourceCount > 1 ? source(sources.1, access.2, 1) : first
            let third = sourceCount > 2 ? source(sources.2, access.3, 2) : first
            let place = target.base + range.lowerBound * target.byteCount
            body(ElementwiseBlock(target: place, a: first, b: second, c: third, count: range.count, rows: .one))
        }
    }
}

extension StridedOperand {
    /// How the elements reach a kernel in blocks within one row or, where `joins` is set, across rows.
    fileprivate func access(_ loop: ElementwiseLoop, joins: Bool, scalars: Bool) -> OperandCursor.Access {
        let last = loop.rank - 1
        var size = byteCount
        var contiguous = true
        var constant = true
        var d = last
        while d >= (joins ? 0 : last) {
            if strides[d] != size { contiguous = false }
            if strides[d] != 0 { constant = false }
            size *= loop.extents[d]
            d -= 1
        }
        if constant && scalars { return .scalar }
        return contiguous ? .direct : .buffered
    }
}

/// The elements that keep a thread busy for 10 microseconds or more.
func elementwiseGrain(isLight: Bool, _ dtype: DType) -> Int { (isLight ? 131072 : 65536) / dtype.byteCount }
