/// A place in an operand, as an elementwise loop walks through it row by row of the innermost dimension.
struct OperandCursor {
    /// How an operand's elements come to a kernel.
    enum Access {
        /// As they lie.
        case direct
        /// One value, repeated in a buffer.
        case scalar
        /// Through a buffer.
        case buffered
    }

    let access: Access
    let byteCount: Int
    let innerStride: Int
    /// The buffer's content is the same for every block that begins in the same column.
    private let repeats: Bool
    private let strides: Extents
    private let extents: Extents
    private let rank: Int
    private let buffer: UnsafeMutableRawPointer

    private var row: UnsafeMutableRawPointer
    private var column: Int
    private let rowLength: Int
    // The dimension next to the innermost, apart from the others: with few dimensions it is all that ever moves.
    private var outerIndex = 0
    private let outerCount: Int
    private let outerStride: Int
    /// The index along the dimensions before it.
    private var index: Extents
    /// What the buffer holds: for a scalar its address, for a repeated row the column and count.
    private var held: UnsafeMutableRawPointer?
    private var heldColumn = -1
    private var heldCount = 0

    /// At element `position` of the loop, counted with the last dimension fastest. With `joins`, blocks cross rows.
    init(
        _ operand: StridedOperand, _ access: Access, _ loop: ElementwiseLoop, position: Int, joins: Bool,
        buffer: UnsafeMutableRawPointer
    ) {
        self.access = access
        byteCount = operand.byteCount
        self.buffer = buffer
        index = Extents()
        row = operand.base
        if joins && access != .buffered {
            // Contiguous or constant over all dimensions: one endless row.
            rank = 1
            strides = Extents(repeating: access == .scalar ? 0 : byteCount)
            extents = Extents(repeating: Int.max)
        } else {
            rank = loop.rank
            strides = operand.strides
            extents = loop.extents
        }
        innerStride = strides[rank - 1]
        rowLength = extents[rank - 1]
        column = position % rowLength
        var rest = position / rowLength
        outerCount = rank > 1 ? extents[rank - 2] : Int.max
        outerStride = rank > 1 ? strides[rank - 2] : 0
        var outer = outerStride != 0
        if rank > 1 {
            outerIndex = rest % outerCount
            rest /= outerCount
            row += outerIndex * outerStride
        }
        var d = rank - 3
        while d >= 0 {
            if strides[d] != 0 { outer = true }
            index[d] = rest % extents[d]
            rest /= extents[d]
            row += index[d] * strides[d]
            d -= 1
        }
        repeats = !outer
    }

    private var here: UnsafeMutableRawPointer { row + column * innerStride }

    /// Moves `n` elements on.
    mutating func advance(_ n: Int) {
        column += n
        while column >= rowLength {
            column -= rowLength
            nextRow()
        }
    }

    @inline(__always)
    private mutating func nextRow() {
        outerIndex += 1
        row += outerStride
        if outerIndex == outerCount { nextPlane() }
    }

    @inline(never)
    private mutating func nextPlane() {
        row -= outerIndex * outerStride
        outerIndex = 0
        var d = rank - 3
        while d >= 0 {
            index[d] += 1
            row += strides[d]
            if index[d] < extents[d] { return }
            row -= index[d] * strides[d]
            index[d] = 0
            d -= 1
        }
    }

    /// The next `n` elements for a kernel to read.
    mutating func source(_ n: Int) -> Source {
        switch access {
        case .direct: return Source(here)
        case .scalar:
            if held != here {
                held = here
                repeatElement(here, byteCount: byteCount, into: buffer, Source.scalarBytes)
            }
            return Source(buffer, step: 0)
        case .buffered:
            if !(repeats && heldColumn == column && heldCount >= n) {
                heldColumn = column
                heldCount = n
                forEachRun(n) { gather($0, stride: innerStride, into: buffer + $1, $2, byteCount: byteCount) }
            }
            return Source(buffer)
        }
    }

    /// Rows from here to the end of the last but one dimension.
    var rowsInPlane: Int { outerCount - outerIndex }

    /// The bytes from one row to the next as a kernel finds them.
    var rowStep: Int { access == .direct || outerStride == 0 ? outerStride : BlockRows.scalarBytes }

    /// The next `rows` whole rows, `rowStep` bytes apart; the buffer has room for as many values.
    mutating func source(rows: Int) -> Source {
        if access == .direct { return Source(here) }
        if outerStride == 0 { return source(rowLength) }
        held = nil
        for row in 0..<rows {
            let target = buffer + row * BlockRows.scalarBytes
            repeatElement(here + row * outerStride, byteCount: byteCount, into: target, BlockRows.scalarBytes)
        }
        return Source(buffer, step: 0)
    }

    /// Moves whole rows on, to the end of the last but one dimension at most.
    mutating func advance(rows: Int) {
        outerIndex += rows
        row += rows * outerStride
        if outerIndex == outerCount { nextPlane() }
    }

    /// Where a kernel may write the next `n` elements; `finish` brings them to their places.
    func place() -> UnsafeMutableRawPointer { access == .direct ? here : buffer }

    func finish(_ n: Int) {
        if access == .direct { return }
        forEachRun(n) { scatter(buffer + $1, into: $0, stride: innerStride, $2, byteCount: byteCount) }
    }

    /// Calls `body` for each piece of a row among the next `n` elements: its address, offset in the buffer and count.
    @inline(__always)
    private func forEachRun(_ n: Int, _ body: (UnsafeMutableRawPointer, Int, Int) -> Void) {
        var walker = self
        var done = 0
        while done < n {
            let run = min(n - done, rowLength - walker.column)
            body(walker.here, done * byteCount, run)
            walker.advance(run)
            done += run
        }
    }
}
