import PinionSIMDKernels

extension Tensor {
    /// The row and column numbers of the elements on and below a diagonal, row by row: shape [2, n], int64.
    /// - Parameters:
    ///   - rows: the number of rows of the matrix.
    ///   - columns: the number of its columns.
    ///   - offset: which diagonal: 0 the main one, above 0 to the right of it, below 0 to the left.
    public static func trilIndices(_ rows: Int, _ columns: Int, offset: Int = 0) -> Tensor {
        triangle("trilIndices", rows, columns) { row in 0..<min(max(row + offset + 1, 0), columns) }
    }

    /// The row and column numbers of the elements on and above a diagonal, row by row: shape [2, n], int64.
    /// - Parameters:
    ///   - rows: the number of rows of the matrix.
    ///   - columns: the number of its columns.
    ///   - offset: which diagonal: 0 the main one, above 0 to the right of it, below 0 to the left.
    public static func triuIndices(_ rows: Int, _ columns: Int, offset: Int = 0) -> Tensor {
        triangle("triuIndices", rows, columns) { row in min(max(row + offset, 0), columns)..<columns }
    }

    private static func triangle(
        _ operation: StaticString, _ rows: Int, _ columns: Int, _ part: (Int) -> Range<Int>
    ) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try Layout(shape: [rows, columns], "\(operation)")
            let count = (0..<rows).reduce(0) { $0 + part($1).count }
            let result = Tensor(try Layout(shape: [2, count], "\(operation)"), .int64)
            let target = result.pointer.assumingMemoryBound(to: Int64.self)
            var place = 0
            for row in 0..<rows {
                for column in part(row) {
                    (target[place], target[count + place]) = (Int64(row), Int64(column))
                    place += 1
                }
            }
            return result
        }
    }
}
