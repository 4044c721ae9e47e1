import PinionSIMDKernels

/// Calls `body` with a number as kernels take repeated values: `Source.scalarBytes` bytes of it.
func withScalarBlock<Result>(
    _ number: Number, _ dtype: DType, _ body: (UnsafeMutableRawPointer) throws(TensorError) -> Result
) throws(TensorError) -> Result {
    // SIMD16<Double> twice, so that it lies on the stack: 256 bytes.
    var block = (SIMD16<Double>(), SIMD16<Double>())
    func fill<T: SIMDScalar>(_ value: T, _ memory: UnsafeMutableRawPointer) {
        memory.initializeMemory(as: T.self, repeating: value, count: Source.scalarBytes / MemoryLayout<T>.size)
    }
    var outcome: Swift.Result<Result, TensorError>?
    withUnsafeMutableBytes(of: &block) { bytes in
        guard let memory = bytes.baseAddress else { return }
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
            var wide = Double(number.asDouble)
            var narrow: UInt16 = 0
            cast(&wide, from: .float64, into: &narrow, to: dtype, count: 1)
            fill(narrow, memory)
        }
        do throws(TensorError) { outcome = .success(try body(memory)) } catch { outcome = .failure(error) }
    }
    guard let outcome else { throw TensorError("number", .value, "no memory for \(number)") }
    return try outcome.get()
}
