/// Rows whose products with each other are summed. Each row is `segments` pieces of `length` elements, a multiple of
/// sixteen.
package struct DotOperands<Scalar> {
    package var a: UnsafePointer<Scalar>
    /// From one row of A to the next, and from one segment to the next.
    package var aRow: Int
    package var aStep: Int
    package var b: UnsafePointer<Scalar>
    /// Of each row of B, from `b`; the rows may overlap.
    package var bOffsets: UnsafePointer<Int>
    /// From one segment of B to the next.
    package var bStep: Int
    package var segments: Int
    package var length: Int

    @inlinable package init(
        a: UnsafePointer<Scalar>, aRow: Int, aStep: Int, b: UnsafePointer<Scalar>, bOffsets: UnsafePointer<Int>,
        bStep: Int, segments: Int, length: Int
    ) {
        self.a = a
        self.aRow = aRow
        self.aStep = aStep
        self.b = b
        self.bOffsets = bOffsets
        self.bStep = bStep
        self.segments = segments
        self.length = length
    }
}
