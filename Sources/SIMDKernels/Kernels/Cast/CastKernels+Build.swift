import PinionKernelInterface

func makeCastKernels() -> CastKernels {
    CastKernels(convert: convert)
}

private func convert(
    _ from: DType, _ to: DType, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    if from == to { return y.copyMemory(from: x, byteCount: count * from.byteCount) }
    switch from {
    case .float32: convert(Float32Element.self, to, x, y, count)
    case .float64: convert(Float64Element.self, to, x, y, count)
    case .float16: convert(Float16Element.self, to, x, y, count)
    case .bfloat16: convert(BFloat16Element.self, to, x, y, count)
    case .int64: convert(Int64Element.self, to, x, y, count)
    case .int32: convert(Int32Element.self, to, x, y, count)
    case .int16: convert(Int16Element.self, to, x, y, count)
    case .int8: convert(Int8Element.self, to, x, y, count)
    case .uint8: convert(UInt8Element.self, to, x, y, count)
    case .bool: convert(BoolElement.self, to, x, y, count)
    }
}

@inline(__always)
private func convert<From: CastElement>(
    _ from: From.Type, _ to: DType, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch to {
    case .float32: convert(from, Float32Element.self, x, y, count)
    case .float64: convert(from, Float64Element.self, x, y, count)
    case .float16: convert(from, Float16Element.self, x, y, count)
    case .bfloat16: convert(from, BFloat16Element.self, x, y, count)
    case .int64: convert(from, Int64Element.self, x, y, count)
    case .int32: convert(from, Int32Element.self, x, y, count)
    case .int16: convert(from, Int16Element.self, x, y, count)
    case .int8: convert(from, Int8Element.self, x, y, count)
    case .uint8: convert(from, UInt8Element.self, x, y, count)
    case .bool: convert(from, BoolElement.self, x, y, count)
    }
}

/// A plain loop: source and target do not overlap, which the vectoriser checks once at its start.
@inline(__always)
private func convert<From: CastElement, To: CastElement>(
    _: From.Type, _: To.Type, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    let x = x.assumingMemoryBound(to: From.Storage.self)
    let y = y.assumingMemoryBound(to: To.Storage.self)
    var i = 0
    while i < count {
        y[i] = To.converted(x[i], from: From.self)
        i += 1
    }
}
