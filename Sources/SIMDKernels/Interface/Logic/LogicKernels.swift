/// The kernels that make or read truth values; bool elements are bytes of 0 or 1.
///
/// Contiguous target, sources as `Source` says, any of which may be the target itself. All dtypes, float16 and
/// bfloat16 as they are.
package struct LogicKernels: Sendable {
    package typealias Target = UnsafeMutableRawPointer

    /// `y = a op b` as bool: op, dtype of a and b, a, b, y, count.
    package let compare: @Sendable (CompareOp, DType, Source, Source, Target, Int) -> Void
    /// `y = (a != 0) op (b != 0)` as bool: op, dtype of a and b, a, b, y, count.
    package let logical: @Sendable (LogicalOp, DType, Source, Source, Target, Int) -> Void
    /// `y = op(x)` as bool: op, dtype of x, x, y, count.
    package let predicate: @Sendable (PredicateOp, DType, Source, Target, Int) -> Void
    /// `y = mask ? a : b`: dtype of a, b and y; mask (bool), a, b, y, count.
    package let select: @Sendable (DType, Source, Source, Source, Target, Int) -> Void

    package init(
        compare: @escaping @Sendable (CompareOp, DType, Source, Source, Target, Int) -> Void,
        logical: @escaping @Sendable (LogicalOp, DType, Source, Source, Target, Int) -> Void,
        predicate: @escaping @Sendable (PredicateOp, DType, Source, Target, Int) -> Void,
        select: @escaping @Sendable (DType, Source, Source, Source, Target, Int) -> Void
    ) {
        self.compare = compare
        self.logical = logical
        self.predicate = predicate
        self.select = select
    }
}
