/// An element type with reductions.
package protocol ReductionScalar: Sendable {
    /// What sums and products of elements are: `Int64` for integers.
    associatedtype Sum: ReductionScalar

    static func reductions(_ table: KernelTable) -> ReductionEntries<Self>
    /// Whether there are means and logarithms.
    static var isFloating: Bool { get }
}

extension ReductionScalar where Self: FixedWidthInteger {
    package static var isFloating: Bool { false }
}

extension ReductionScalar where Self: BinaryFloatingPoint {
    package static var isFloating: Bool { true }
}

extension Float: ReductionScalar {
    package typealias Sum = Float
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Float> { table.reduction.float }
}

extension Double: ReductionScalar {
    package typealias Sum = Double
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Double> { table.reduction.double }
}

extension Int64: ReductionScalar {
    package typealias Sum = Int64
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Int64> { table.reduction.int64 }
}

extension Int32: ReductionScalar {
    package typealias Sum = Int64
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Int32> { table.reduction.int32 }
}

extension Int16: ReductionScalar {
    package typealias Sum = Int64
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Int16> { table.reduction.int16 }
}

extension Int8: ReductionScalar {
    package typealias Sum = Int64
    package static func reductions(_ table: KernelTable) -> ReductionEntries<Int8> { table.reduction.int8 }
}

extension UInt8: ReductionScalar {
    package typealias Sum = Int64
    package static func reductions(_ table: KernelTable) -> ReductionEntries<UInt8> { table.reduction.uint8 }
}
