/// A number that stands beside a tensor in an operation, with the category that decides the result's dtype.
package enum Number: Sendable, Equatable {
    case bool(Bool)
    case int(Int64)
    case double(Double)

    package var asDouble: Double {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): Double(value)
        case .double(let value): value
        }
    }

    /// The integer, truncated towards zero; the nearest one in range for huge numbers, 0 for NaN.
    package var asInt64: Int64 {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): value
        case .double(let value):
            Int64(exactly: value.rounded(.towardZero)) ?? (value.isNaN ? 0 : value < 0 ? .min : .max)
        }
    }

    /// Whether it is not zero.
    package var asBool: Bool { self != .int(0) && asDouble != 0 }
}

/// The Swift types whose values may stand beside a tensor: `x + 1`, `2.5 * x`.
///
/// As in PyTorch, a number does not raise the dtype of a tensor of its own category or a higher one.
public protocol TensorScalar: Sendable {
    /// The number; for Pinion's own use.
    var _number: _TensorNumber { get }
}

/// A number beside a tensor; for Pinion's own use.
public struct _TensorNumber: Sendable {
    package let value: Number
    package init(_ value: Number) { self.value = value }
}

extension TensorScalar {
    package var number: Number { _number.value }
}

extension TensorScalar where Self: BinaryInteger {
    /// The integer; values beyond 64 bits lose their upper bits.
    public var _number: _TensorNumber { _TensorNumber(.int(Int64(truncatingIfNeeded: self))) }
}

extension TensorScalar where Self: BinaryFloatingPoint {
    /// The number in double precision.
    public var _number: _TensorNumber { _TensorNumber(.double(Double(self))) }
}

extension Bool: TensorScalar {
    /// True or false.
    public var _number: _TensorNumber { _TensorNumber(.bool(self)) }
}
extension Int: TensorScalar {}
extension Int64: TensorScalar {}
extension Int32: TensorScalar {}
extension Int16: TensorScalar {}
extension Int8: TensorScalar {}
extension UInt8: TensorScalar {}
extension Double: TensorScalar {}
extension Float: TensorScalar {}
