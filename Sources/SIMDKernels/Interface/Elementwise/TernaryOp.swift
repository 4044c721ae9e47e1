/// An elementwise operation of three arguments of the same dtype and a parameter.
package enum TernaryOp: UInt8, CaseIterable, Sendable {
    /// `a` limited to `b...c`; NaN where any is.
    case clamp
    /// `a + c * (b - a)`
    case lerp
    /// `a + value * b * c`
    case addcmul
    /// `a + value * b / c`
    case addcdiv
}

extension TernaryOp {
    /// Whether there is a kernel for `dtype`.
    package func supports(_ dtype: DType) -> Bool {
        switch self {
        case .clamp: dtype != .bool
        case .addcmul: dtype != .bool
        case .lerp, .addcdiv: dtype.isFloatingPoint
        }
    }
}
