import Builtin

/// A scalar whose root LLVM sees as an operation: the standard library's is a call that loops are not vectorised over.
protocol UpdateScalar: BinaryFloatingPoint {
    static func root(_ x: Self) -> Self
}
extension Float: UpdateScalar {
    @inline(__always) static func root(_ x: Float) -> Float { Float(Builtin.int_sqrt_FPIEEE32(x._value)) }
}
extension Double: UpdateScalar {
    @inline(__always) static func root(_ x: Double) -> Double { Double(Builtin.int_sqrt_FPIEEE64(x._value)) }
}
