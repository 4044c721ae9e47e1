/// The elementwise kernels of floating-point numbers: contiguous target, sources as `Source` says, any of which may be
/// the target itself. The dtype is float32 or float64.
package struct ElementwiseKernels: Sendable {
    package typealias Pointer = UnsafeRawPointer
    package typealias Target = UnsafeMutableRawPointer

    /// `y = op(x)`: op, its parameters, dtype, x, y, count.
    package let unary: @Sendable (UnaryOp, Double, Double, DType, Pointer, Target, Int) -> Void

    /// `gx = g * op'(saved)`: op, its parameters, dtype, g, saved, gx, count.
    package let unaryBackward: @Sendable (UnaryOp, Double, Double, DType, Pointer, Pointer, Target, Int) -> Void

    /// `y = op(a, b)`, row by row: op, dtype, a, b, y, the elements of a row, the rows.
    package let binary: @Sendable (BinaryOp, DType, Source, Source, Target, Int, BlockRows) -> Void
    /// `gradient = g * (the derivative of op by one side)(a, b)`: op, side, dtype, g, a, b, gradient, count.
    package let binaryBackward: @Sendable (BinaryOp, Side, DType, Source, Source, Source, Target, Int) -> Void
    /// `y = op(a, b, c)`: op, its parameter, dtype, a, b, c, y, count.
    package let ternary: @Sendable (TernaryOp, Double, DType, Source, Source, Source, Target, Int) -> Void

    package init(
        unary: @escaping @Sendable (UnaryOp, Double, Double, DType, Pointer, Target, Int) -> Void,
        unaryBackward: @escaping @Sendable (UnaryOp, Double, Double, DType, Pointer, Pointer, Target, Int) -> Void,
        binary: @escaping @Sendable (BinaryOp, DType, Source, Source, Target, Int, BlockRows) -> Void,
        binaryBackward: @escaping @Sendable (BinaryOp, Side, DType, Source, Source, Source, Target, Int) -> Void,
        ternary: @escaping @Sendable (TernaryOp, Double, DType, Source, Source, Source, Target, Int) -> Void
    ) {
        self.unary = unary
        self.unaryBackward = unaryBackward
        self.binary = binary
        self.binaryBackward = binaryBackward
        self.ternary = ternary
    }
}
