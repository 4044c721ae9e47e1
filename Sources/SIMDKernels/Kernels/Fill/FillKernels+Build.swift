import PinionKernelInterface

func makeFillKernels() -> FillKernels {
    FillKernels(constant: constant, floatSequence: floatSequence, integerSequence: integerSequence)
}

private func constant(_ byteCount: Int, _ value: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int) {
    switch byteCount {
    case 1: constant(UInt8.self, value, y, count)
    case 2: constant(UInt16.self, value, y, count)
    case 4: constant(UInt32.self, value, y, count)
    default: constant(UInt64.self, value, y, count)
    }
}

@inline(__always)
private func constant<T: BitwiseCopyable>(
    _: T.Type, _ value: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    let value = value.loadUnaligned(as: T.self)
    forEach(T.self, y, count) { _ in value }
}

private func floatSequence(
    _ dtype: DType, _ start: Double, _ step: Double, _ first: Int, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch dtype {
    case .float32: floatSequence(Float32Element.self, start, step, first, y, count)
    case .float64: floatSequence(Float64Element.self, start, step, first, y, count)
    case .float16: floatSequence(Float16Element.self, start, step, first, y, count)
    case .bfloat16: floatSequence(BFloat16Element.self, start, step, first, y, count)
    default: break
    }
}

@inline(__always)
private func floatSequence<E: CastElement>(
    _: E.Type, _ start: Double, _ step: Double, _ first: Int, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    // Only 32-bit integers become doubles in one vector instruction everywhere: counted from the start of a piece.
    let piece = 1 << 20
    var i = 0
    while i < count {
        let base = Double(first + i)
        let n = count - i < piece ? count - i : piece
        forEach(E.Storage.self, y + i * MemoryLayout<E.Storage>.size, n) { k in
            E.converted(start + step * (base + Double(Int32(truncatingIfNeeded: k))), from: Float64Element.self)
        }
        i += n
    }
}

private func integerSequence(
    _ dtype: DType, _ start: Int64, _ step: Int64, _ first: Int, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    let start = start &+ step &* Int64(first)
    switch dtype {
    case .int64: integerSequence(Int64.self, start, step, y, count)
    case .int32: integerSequence(Int32.self, start, step, y, count)
    case .int16: integerSequence(Int16.self, start, step, y, count)
    case .int8, .uint8: integerSequence(UInt8.self, start, step, y, count)
    case .bool: forEach(UInt8.self, y, count) { start &+ step &* Int64($0) != 0 ? 1 : 0 }
    default: break
    }
}

@inline(__always)
private func integerSequence<T: FixedWidthInteger & BitwiseCopyable>(
    _: T.Type, _ start: Int64, _ step: Int64, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    // The low bits of a sum or a product need no more than the low bits of its parts.
    let start = T(truncatingIfNeeded: start)
    let step = T(truncatingIfNeeded: step)
    forEach(T.self, y, count) { start &+ step &* T(truncatingIfNeeded: $0) }
}

@inline(__always)
private func forEach<T: BitwiseCopyable>(
    _: T.Type, _ y: UnsafeMutableRawPointer, _ count: Int, _ f: (Int) -> T
) {
    let y = y.assumingMemoryBound(to: T.self)
    var i = 0
    while i < count {
        y[i] = f(i)
        i += 1
    }
}
