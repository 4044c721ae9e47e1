/// An elementwise operation of two arguments of the same dtype.
package enum BinaryOp: UInt8, CaseIterable, Sendable {
    case add, sub, mul, div
    /// The quotient rounded towards negative infinity; Python's `//`.
    case floorDivide
    /// What `floorDivide` leaves, with the divisor's sign; Python's `%`.
    case remainder
    /// What the quotient rounded towards zero leaves, with the dividend's sign; C's `fmod`.
    case fmod
    case pow
    /// The smaller and the larger argument; NaN where either is.
    case minimum, maximum
    /// The smaller and the larger argument; the other where one is NaN.
    case fmin, fmax
    case atan2, hypot, copysign
    /// `x` where positive, `weight * x` elsewhere.
    case prelu
    /// `(a - b)²`
    case squaredError
    /// `(b - 1) log(1 - a) - b log a` with logarithms not below -100; NaN where either is not from 0 to 1.
    case binaryCrossEntropy
    /// `(1 - b) a - log sigmoid(a)`, the binary cross entropy of `sigmoid(a)`.
    case logisticLoss
    case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight
}

/// The argument that a derivative is taken by.
package enum Side: UInt8, CaseIterable, Sendable {
    case left, right
}

extension BinaryOp {
    /// Whether there is a kernel for `dtype`.
    package func supports(_ dtype: DType) -> Bool {
        switch self {
        case .add, .mul, .minimum, .maximum: true
        case .sub, .floorDivide, .remainder, .fmod, .pow, .fmin, .fmax: dtype != .bool
        case .div, .atan2, .hypot, .copysign, .prelu, .squaredError, .binaryCrossEntropy, .logisticLoss:
            dtype.isFloatingPoint
        case .bitwiseAnd, .bitwiseOr, .bitwiseXor: !dtype.isFloatingPoint
        case .shiftLeft, .shiftRight: dtype.isInteger
        }
    }

    /// Whether an element costs about as much as its memory traffic.
    package var isLight: Bool {
        switch self {
        case .floorDivide, .remainder, .fmod, .pow, .atan2, .hypot, .binaryCrossEntropy, .logisticLoss: false
        default: true
        }
    }
}
