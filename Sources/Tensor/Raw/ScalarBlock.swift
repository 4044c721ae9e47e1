import PinionSIMDKernels

/// Calls `body` with a number as kernels take repeated values: `Source.scalarBytes` bytes of it.
@inline(__always)
func withScalarBlock<Result>(
    _ number: Number, _ dtype: DType, _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    let pattern =
        switch dtype {
        case .float32: repeated(Float(number.asDouble).bitPattern)
        case .float64: number.asDouble.bitPattern
        case .int64: UInt64(bitPattern: number.asInt64)
        case .int32: repeated(UInt32(truncatingIfNeeded: number.asInt64))
        case .int16: repeated(UInt16(truncatingIfNeeded: number.asInt64))
        case .int8, .uint8: repeated(UInt8(truncatingIfNeeded: number.asInt64))
        case .bool: repeated(UInt8(number.asBool ? 1 : 0))
        case .float16, .bfloat16: repeated(narrowed(number.asDouble, dtype))
        }
    return try withBlock(pattern, body)
}

/// The same with the element at an address.
@inline(__always)
func withScalarBlock<Result>(
    _ element: UnsafeRawPointer, _ dtype: DType, _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    let pattern =
        switch dtype.byteCount {
        case 8: element.loadUnaligned(as: UInt64.self)
        case 4: repeated(element.loadUnaligned(as: UInt32.self))
        case 2: repeated(element.loadUnaligned(as: UInt16.self))
        default: repeated(element.load(as: UInt8.self))
        }
    return try withBlock(pattern, body)
}

@inline(never)
private func narrowed(_ value: Double, _ dtype: DType) -> UInt16 {
    var (wide, narrow) = (value, UInt16(0))
    cast(&wide, from: .float64, into: &narrow, to: dtype, count: 1)
    return narrow
}

/// The value as often as it fits: the factors are 0x0101…, 0x0001_0001… and 0x1_0000_0001.
@inline(__always)
private func repeated<T: FixedWidthInteger & UnsignedInteger>(_ value: T) -> UInt64 {
    UInt64.max / UInt64(T.max) &* UInt64(value)
}

/// `Source.scalarBytes` bytes on the stack, eight of them repeated.
@inline(__always)
private func withBlock<Result>(
    _ pattern: UInt64, _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    let half = SIMD16(repeating: pattern)
    var block = (half, half)
    return try withUnsafeMutablePointer(to: &block) { (pointer) throws(TensorError) in try body(pointer) }
}
