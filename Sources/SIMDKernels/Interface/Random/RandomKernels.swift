/// The kernels for random fills. `words` are tempered outputs of MT19937; a number of 64 bits takes two of them, the
/// first one high.
package struct RandomKernels: Sendable {
    package typealias Uniform<T> = @Sendable (UnsafePointer<UInt32>, UnsafeMutablePointer<T>, Int, T, T) -> Void
    package typealias Mask<T> = @Sendable (UnsafePointer<UInt32>, UnsafeMutablePointer<T>, Int, Double, T) -> Void

    /// Replaces MT19937's state by the next 624 words and tempers them: state, tempered. The state's memory has room
    /// for twice 624 words.
    package let refill: @Sendable (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void
    /// Tempers the 624 words of the state as they are: state, tempered.
    package let temper: @Sendable (UnsafePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void

    /// fma(u, to - from, from) with u = (word mod 2^24) / 2^24: words, target, count, from, to. `to` becomes `from`.
    package let uniformFloat: Uniform<Float>
    /// The same with u = (64-bit number mod 2^53) / 2^53.
    package let uniformDouble: Uniform<Double>

    /// Box and Muller's transform of uniform numbers in place: target, number of blocks of 16, mean, std.
    package let normalFloat: @Sendable (UnsafeMutablePointer<Float>, Int, Float, Float) -> Void

    /// `value` where (64-bit number mod 2^53) / 2^53 < probability, else 0: words, target, count, probability, value.
    package let maskFloat: Mask<Float>
    package let maskDouble: Mask<Double>

    package init(
        refill: @escaping @Sendable (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void,
        temper: @escaping @Sendable (UnsafePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void,
        uniformFloat: @escaping Uniform<Float>, uniformDouble: @escaping Uniform<Double>,
        normalFloat: @escaping @Sendable (UnsafeMutablePointer<Float>, Int, Float, Float) -> Void,
        maskFloat: @escaping Mask<Float>, maskDouble: @escaping Mask<Double>
    ) {
        self.refill = refill
        self.temper = temper
        self.uniformFloat = uniformFloat
        self.uniformDouble = uniformDouble
        self.normalFloat = normalFloat
        self.maskFloat = maskFloat
        self.maskDouble = maskDouble
    }
}
