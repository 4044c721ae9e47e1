import PinionKernelInterface

/// The part of C a tile goes to, and what is added to it there.
struct TileTarget<Scalar: BinaryFloatingPoint> {
    var c: UnsafeMutablePointer<Scalar>
    var ldc: Int
    /// Columns that exist; fewer than the tile's at the right edge of C.
    var columns: Int
    var accumulates: Bool
    var rowBias: UnsafePointer<Scalar>?
    var columnBias: UnsafePointer<Scalar>?

    /// The target of the part of C that begins at `column`.
    @inline(__always)
    init(_ c: UnsafeMutablePointer<Scalar>, _ ldc: Int, column: Int, columns: Int, _ epilogue: Epilogue<Scalar>) {
        self.c = c + column
        self.ldc = ldc
        self.columns = columns
        accumulates = epilogue.accumulates
        rowBias = epilogue.rowBias
        columnBias = epilogue.columnBias
        if let bias = columnBias { columnBias = bias + column }
    }

    /// The same `rows` further down.
    @inline(__always)
    func down(_ rows: Int) -> Self {
        var target = self
        target.c += rows * ldc
        if let bias = rowBias { target.rowBias = bias + rows }
        return target
    }
}
