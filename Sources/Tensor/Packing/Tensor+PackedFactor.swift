import PinionSIMDKernels

extension Tensor {
    /// The transpose of this matrix of contiguous rows, packed as the right factor of products, where that is kept.
    ///
    /// A product of at least two rows and columns is the same with it, bit for bit. Matrices so small that packing them
    /// takes no longer than to look for it have none.
    func packedTranspose<T: GemmScalar>(_: T.Type, of matrix: Layout? = nil) -> PackedMatrix<T>? {
        let layout = matrix ?? self.layout
        if layout.count < 512 { return nil }
        return derived(.linear, of: layout) {
            let sizes = layout.sizes
            let base = storage.base.assumingMemoryBound(to: T.self) + layout.offset
            return PackedMatrix(
                k: sizes[1], n: sizes[0],
                MatrixOperand(UnsafePointer(base), leadingDimension: layout.strides[0], transposed: true))
        }
    }

    /// These filters of a convolution, packed for its products, where that is kept.
    func packedFilters<T: GemmScalar>(_ shape: ConvolutionShape, _: T.Type) -> PackedFilters<T>? {
        guard let method = ConvolutionMethod.packing(shape, T.self) else { return nil }
        return derived(.convolution(method, groups: shape.groups)) {
            PackedFilters(shape, UnsafePointer(elements(T.self)))
        }
    }
}
