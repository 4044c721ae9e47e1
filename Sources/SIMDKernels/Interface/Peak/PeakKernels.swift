/// Loops that do nothing but multiply and add, to measure what a processor can do at best.
package struct PeakKernels: Sendable {
    /// Multiply-adds on 12 registers of `Float` for `rounds` rounds; the number of floating-point operations done.
    /// The sum of the registers goes to the pointer, so that the work cannot be left out.
    package let float: @Sendable (Int, UnsafeMutablePointer<Float>) -> Int
    /// The same on `Double`.
    package let double: @Sendable (Int, UnsafeMutablePointer<Double>) -> Int

    package init(
        float: @escaping @Sendable (Int, UnsafeMutablePointer<Float>) -> Int,
        double: @escaping @Sendable (Int, UnsafeMutablePointer<Double>) -> Int
    ) {
        self.float = float
        self.double = double
    }
}
