import PinionSIMDKernels

/// Calls `body` with a number as kernels take repeated values: `Source.scalarBytes` bytes of it.
@inline(__always)
func withScalarBlock<Result>(
    _ number: Number, _ dtype: DType, _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    try withBlock { (memory) throws(TensorError) in
        switch dtype {
        case .float32: fill(Float(number.asDouble), memory)
        case .float64: fill(number.asDouble, memory)
        case .int64: fill(number.asInt64, memory)
        case .int32: fill(Int32(truncatingIfNeeded: number.asInt64), memory)
        case .int16: fill(Int16(truncatingIfNeeded: number.asInt64), memory)
        case .int8: fill(Int8(truncatingIfNeeded: number.asInt64), memory)
        case .uint8: fill(UInt8(truncatingIfNeeded: number.asInt64), memory)
        case .bool: fill(UInt8(number.asBool ? 1 : 0), memory)
        case .float16, .bfloat16:
            var wide = number.asDouble
            var narrow: UInt16 = 0
            cast(&wide, from: .float64, into: &narrow, to: dtype, count: 1)
            fill(narrow, memory)
        }
        return try body(memory)
    }
}

/// The same with the element at an address.
@inline(__always)
func withScalarBlock<Result>(
    _ element: UnsafeRawPointer, _ dtype: DType, _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    try withBlock { (memory) throws(TensorError) in
        switch dtype.byteCount {
        case 8: fill(element.loadUnaligned(as: UInt64.self), memory)
        case 4: fill(element.loadUnaligned(as: UInt32.self), memory)
        case 2: fill(element.loadUnaligned(as: UInt16.self), memory)
        default: fill(element.load(as: UInt8.self), memory)
        }
        return try body(memory)
    }
}

@inline(__always)
private func fill<T>(_ value: T, _ memory: UnsafeMutableRawPointer) {
    memory.initializeMemory(as: T.self, repeating: value, count: Source.scalarBytes / MemoryLayout<T>.size)
}

/// `Source.scalarBytes` bytes on the stack.
@inline(__always)
private func withBlock<Result>(
    _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    var block = (SIMD16<Double>(), SIMD16<Double>())
    return try withUnsafeMutablePointer(to: &block) { (pointer) throws(TensorError) in try body(pointer) }
}
