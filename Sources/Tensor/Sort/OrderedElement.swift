import PinionSIMDKernels

/// An element in PyTorch's order: NaN comes behind all numbers, and zeros of both signs are equal.
protocol OrderedElement: ReductionScalar, BitwiseCopyable, Comparable {
    associatedtype Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable
    /// An unsigned integer with the same order.
    var key: Key { get }
    var isNaN: Bool { get }
}

/// Something to do with elements, of whatever type they are.
protocol ElementWork {
    func run<T: OrderedElement>(_: T.Type)
}

extension ElementWork {
    /// Runs with the type that elements of `dtype` have; the 16-bit floating-point types have none.
    func run(_ dtype: DType) {
        switch dtype {
        case .float32, .float16, .bfloat16: run(Float.self)
        case .float64: run(Double.self)
        case .int64: run(Int64.self)
        case .int32: run(Int32.self)
        case .int16: run(Int16.self)
        case .int8: run(Int8.self)
        case .uint8, .bool: run(UInt8.self)
        }
    }
}

extension Float: OrderedElement {
    @inline(__always)
    var key: UInt32 {
        if isNaN { return .max }
        let bits = (self + 0).bitPattern
        return bits >> 31 == 0 ? bits | 1 << 31 : ~bits
    }
}

extension Double: OrderedElement {
    @inline(__always)
    var key: UInt64 {
        if isNaN { return .max }
        let bits = (self + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }
}

extension OrderedElement where Self: FixedWidthInteger {
    var isNaN: Bool { false }
}

extension Int64: OrderedElement { var key: UInt64 { UInt64(bitPattern: self) ^ 1 << 63 } }
extension Int32: OrderedElement { var key: UInt32 { UInt32(bitPattern: self) ^ 1 << 31 } }
extension Int16: OrderedElement { var key: UInt16 { UInt16(bitPattern: self) ^ 1 << 15 } }
extension Int8: OrderedElement { var key: UInt8 { UInt8(bitPattern: self) ^ 1 << 7 } }
extension UInt8: OrderedElement { var key: UInt8 { self } }
