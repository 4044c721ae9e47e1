/// A mathematical function of one argument.
package enum MathFunction: UInt8, CaseIterable, Sendable {
    case exp, exp2, expm1, log, log2, log10, log1p
    case sin, cos, tan, asin, acos, atan
    case sinh, cosh, tanh, sigmoid, erf, erfc, sqrt, rsqrt
}

/// A mathematical function of two arguments; `atan2` takes y first.
package enum BinaryMathFunction: UInt8, CaseIterable, Sendable {
    case atan2, pow
}

/// The mathematical functions over contiguous arrays: function, source or sources, target, count.
package struct MathKernels: Sendable {
    package typealias Unary<T> = @Sendable (MathFunction, UnsafePointer<T>, UnsafeMutablePointer<T>, Int) -> Void
    package typealias Binary<T> =
        @Sendable (
            BinaryMathFunction, UnsafePointer<T>, UnsafePointer<T>, UnsafeMutablePointer<T>, Int
        ) -> Void

    package let unaryFloat: Unary<Float>
    package let unaryDouble: Unary<Double>
    package let binaryFloat: Binary<Float>
    package let binaryDouble: Binary<Double>

    package init(
        unaryFloat: @escaping Unary<Float>, unaryDouble: @escaping Unary<Double>,
        binaryFloat: @escaping Binary<Float>, binaryDouble: @escaping Binary<Double>
    ) {
        self.unaryFloat = unaryFloat
        self.unaryDouble = unaryDouble
        self.binaryFloat = binaryFloat
        self.binaryDouble = binaryDouble
    }
}
