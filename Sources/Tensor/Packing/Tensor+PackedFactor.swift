import PinionSIMDKernels

extension Tensor {
    /// The transpose of this matrix of contiguous rows, packed as the right factor of products, where that is kept.
    ///
    /// A product of at least two rows and columns is the same with it, bit for bit. Small matrices, which are packed
    /// nearly as fast as they are found, have none.
    func packedTranspose<T: GemmScalar>(_: T.Type) -> PackedMatrix<T>? {
        if layout.count < 1024 { return nil }
        return derived(.linear) {
            let (sizes, strides) = (layout.sizes, layout.strides)
            return PackedMatrix(
                k: sizes[1], n: sizes[0],
                MatrixOperand(UnsafePointer(elements(T.self)), leadingDimension: strides[0], transposed: true))
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
