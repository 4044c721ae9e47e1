/// What happens to a tile of the product on its way into C: `c = activation(sum [+ c] [+ rowBias] [+ columnBias])`.
package struct Epilogue<Scalar> {
    /// Whether C's former value is added.
    package var accumulates: Bool
    /// A value for each row of C.
    package var rowBias: UnsafePointer<Scalar>?
    /// A value for each column of C.
    package var columnBias: UnsafePointer<Scalar>?
    package var activation: Activation

    @inlinable package init(
        accumulates: Bool = false, rowBias: UnsafePointer<Scalar>? = nil, columnBias: UnsafePointer<Scalar>? = nil,
        activation: Activation = .none
    ) {
        self.accumulates = accumulates
        self.rowBias = rowBias
        self.columnBias = columnBias
        self.activation = activation
    }

    /// The epilogue of the part of C that begins at the given row and column.
    @inlinable
    package func advanced(row: Int, column: Int) -> Epilogue {
        Epilogue(
            accumulates: accumulates, rowBias: rowBias.map { $0 + row }, columnBias: columnBias.map { $0 + column },
            activation: activation)
    }
}
