/// Where a block product finds its operands.
///
/// A is read element by element (each is broadcast), so any two strides do, and an unpacked operand is as good as a
/// packed one while it stays in cache. B is read a register row at a time, so its rows are contiguous: panels of the
/// tile's width, `bPanel` elements apart. Kernels that gather read the rows of A or of B at offsets instead.
package struct BlockOperands<Scalar> {
    package var a: UnsafePointer<Scalar>
    /// From one row of A to the next, and from one column to the next.
    package var aRow: Int
    package var aColumn: Int
    /// From one group of `tileRows` rows to the next.
    package var aPanel: Int
    package var b: UnsafePointer<Scalar>
    /// From one row of a panel of B to the next.
    package var bRow: Int
    /// From one panel of `tileColumns` columns to the next.
    package var bPanel: Int
    /// The last panel, packed and padded with zeros, where B itself is not packed and ends inside that panel.
    package var bEdge: UnsafePointer<Scalar>?
    /// Of each row of A, from `a`; in place of `aRow` and `aPanel`.
    package var aOffsets: UnsafePointer<Int>?
    /// Pieces of `k` elements each that a row of A is put together from, where it is gathered; every piece has offsets of
    /// its own, `aOffsetRow` behind those of the one before.
    package var aPieces: Int
    package var aOffsetRow: Int
    /// Of each row of B, from `b`; in place of `bRow`.
    package var bOffsets: UnsafePointer<Int>?

    @inlinable package init(
        a: UnsafePointer<Scalar>, aRow: Int, aColumn: Int, aPanel: Int, b: UnsafePointer<Scalar>, bRow: Int,
        bPanel: Int, bEdge: UnsafePointer<Scalar>? = nil, aOffsets: UnsafePointer<Int>? = nil,
        aPieces: Int = 1, aOffsetRow: Int = 0, bOffsets: UnsafePointer<Int>? = nil
    ) {
        self.a = a
        self.aRow = aRow
        self.aColumn = aColumn
        self.aPanel = aPanel
        self.b = b
        self.bRow = bRow
        self.bPanel = bPanel
        self.bEdge = bEdge
        self.aOffsets = aOffsets
        self.aPieces = aPieces
        self.aOffsetRow = aOffsetRow
        self.bOffsets = bOffsets
    }
}
