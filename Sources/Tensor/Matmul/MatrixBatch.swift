/// Matrices in the last two dimensions of a tensor, as a product reads or writes them.
struct MatrixBatch {
    let tensor: Tensor
    let rows: Int
    let columns: Int
    var rowStride: Int
    var columnStride: Int

    /// Matrices without contiguous rows or columns are copied.
    init(_ tensor: Tensor) {
        let (rank, sizes) = (tensor.ndim, tensor.layout.sizes)
        rows = sizes[rank - 2]
        columns = sizes[rank - 1]
        let strides = tensor.layout.strides
        if let (row, column) = Self.strides(rows, columns, strides[rank - 2], strides[rank - 1]) {
            self.tensor = tensor
            (rowStride, columnStride) = (row, column)
        } else {
            self.tensor = Raw.clone(Self.withoutRepeats(tensor))
            (rowStride, columnStride) = (columns, 1)
        }
    }

    /// The strides where a product can read the matrix as it lies: contiguous rows or columns that do not overlap.
    /// Strides along dimensions of size 1 are free.
    static func strides(_ rows: Int, _ columns: Int, _ row: Int, _ column: Int) -> (Int, Int)? {
        if columns <= 1 { return rows <= 1 ? (1, 1) : (row, 1) }
        if rows <= 1 { return column == 1 ? (columns, 1) : (1, column) }
        if column == 1 && (row >= columns || row == 0) { return (row, 1) }
        if row == 1 && (column >= rows || column == 0) { return (1, column) }
        return nil
    }

    /// One of the matrices of each batch dimension that repeats them: a copy of these broadcasts like the tensor.
    private static func withoutRepeats(_ tensor: Tensor) -> Tensor {
        var (sizes, strides) = (tensor.layout.sizes, tensor.layout.strides)
        for d in 0..<tensor.ndim - 2 where strides[d] == 0 && sizes[d] > 1 { sizes[d] = 1 }
        for d in 0..<tensor.ndim where sizes[d] <= 1 { strides[d] = 0 }
        let layout = Layout(rank: tensor.ndim, sizes: sizes, strides: strides, offset: tensor.layout.offset)
        return Tensor(tensor.storage, layout, tensor.dtype)
    }
}
