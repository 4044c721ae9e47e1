/// A comparison of two arguments of the same dtype; the result is bool.
package enum CompareOp: UInt8, CaseIterable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// A logical operation of two arguments of any dtype, where everything but zero is true; the result is bool.
package enum LogicalOp: UInt8, CaseIterable, Sendable {
    case and, or, xor
}

/// A question to one argument; the result is bool.
package enum PredicateOp: UInt8, CaseIterable, Sendable {
    case logicalNot, isNaN, isInf, isFinite
}
