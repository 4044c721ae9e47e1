/// The elementwise kernels of integers and bool: wraparound arithmetic, as PyTorch's.
///
/// Contiguous target, sources as `Source` says, any of which may be the target itself; all of one dtype.
package struct IntegerKernels: Sendable {
    package typealias Target = UnsafeMutableRawPointer

    /// `y = op(x)`: op, its parameters, dtype, x, y, count.
    package let unary: @Sendable (UnaryOp, Int64, Int64, DType, Source, Target, Int) -> Void
    /// `y = op(a, b)`: op, dtype, a, b, y, count. False: an integer was divided by zero, and y is not to be used.
    package let binary: @Sendable (BinaryOp, DType, Source, Source, Target, Int) -> Bool
    /// `y = op(a, b, c)`: op, its parameter, dtype, a, b, c, y, count.
    package let ternary: @Sendable (TernaryOp, Int64, DType, Source, Source, Source, Target, Int) -> Void

    package init(
        unary: @escaping @Sendable (UnaryOp, Int64, Int64, DType, Source, Target, Int) -> Void,
        binary: @escaping @Sendable (BinaryOp, DType, Source, Source, Target, Int) -> Bool,
        ternary: @escaping @Sendable (TernaryOp, Int64, DType, Source, Source, Source, Target, Int) -> Void
    ) {
        self.unary = unary
        self.binary = binary
        self.ternary = ternary
    }
}
