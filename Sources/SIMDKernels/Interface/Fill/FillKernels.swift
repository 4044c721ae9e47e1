/// The kernels that write constants and sequences.
package struct FillKernels: Sendable {
    package typealias Target = UnsafeMutableRawPointer

    /// Every element set to the one at the pointer: bytes an element, value, y, count.
    package let constant: @Sendable (Int, UnsafeRawPointer, Target, Int) -> Void
    /// `y[i] = start + step * (first + i)` in Double, rounded to the floating-point dtype: dtype, start, step, first, y,
    /// count.
    package let floatSequence: @Sendable (DType, Double, Double, Int, Target, Int) -> Void
    /// `y[i] = start + step * (first + i)` in Int64, its low bits kept; for integers and bool.
    package let integerSequence: @Sendable (DType, Int64, Int64, Int, Target, Int) -> Void

    package init(
        constant: @escaping @Sendable (Int, UnsafeRawPointer, Target, Int) -> Void,
        floatSequence: @escaping @Sendable (DType, Double, Double, Int, Target, Int) -> Void,
        integerSequence: @escaping @Sendable (DType, Int64, Int64, Int, Target, Int) -> Void
    ) {
        self.constant = constant
        self.floatSequence = floatSequence
        self.integerSequence = integerSequence
    }
}
