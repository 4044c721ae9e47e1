/// The kernels for conversions among dtypes.
package struct CastKernels: Sendable {
    /// `y[i] = x[i]` converted: dtype of x, dtype of y, x, y, count; x and y do not overlap.
    package let convert: @Sendable (DType, DType, UnsafeRawPointer, UnsafeMutableRawPointer, Int) -> Void

    package init(
        convert: @escaping @Sendable (DType, DType, UnsafeRawPointer, UnsafeMutableRawPointer, Int) -> Void
    ) {
        self.convert = convert
    }
}
