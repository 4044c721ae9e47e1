/// op(M), a matrix as a product reads it: element (i, j) is `base[i · rowStride + j · columnStride]`.
package struct MatrixOperand<Scalar> {
    package var base: UnsafePointer<Scalar>
    package var rowStride: Int
    package var columnStride: Int

    /// A row-major matrix, or the transpose of one.
    /// - Parameters:
    ///   - base: element (0, 0).
    ///   - leadingDimension: elements from one stored row to the next.
    ///   - transposed: whether op(M) is the transpose of what is stored.
    package init(_ base: UnsafePointer<Scalar>, leadingDimension: Int, transposed: Bool = false) {
        self.base = base
        rowStride = transposed ? 1 : leadingDimension
        columnStride = transposed ? leadingDimension : 1
    }

    package init(_ base: UnsafePointer<Scalar>, rowStride: Int, columnStride: Int) {
        self.base = base
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    /// The part that begins at the given row and column.
    func advanced(row: Int, column: Int) -> MatrixOperand {
        MatrixOperand(
            base + row * rowStride + column * columnStride, rowStride: rowStride, columnStride: columnStride)
    }

    func advanced(by offset: Int) -> MatrixOperand {
        MatrixOperand(base + offset, rowStride: rowStride, columnStride: columnStride)
    }

    var transpose: MatrixOperand { MatrixOperand(base, rowStride: columnStride, columnStride: rowStride) }

    /// Stops unless the stored rows of op(M)[rows, columns] lie apart.
    func check(_ name: String, rows: Int, columns: Int, _ context: @autoclosure () -> String) {
        let (stored, stride, inner) = columnStride == 1 ? (rows, rowStride, columns) : (columns, columnStride, rows)
        let contiguous = columnStride == 1 || rowStride == 1
        if contiguous && stored > 1 && inner > 0 && stride < inner && stride != 0 {
            stop("\(context()): the leading dimension of \(name) is \(stride), expected at least \(inner)")
        }
    }
}
