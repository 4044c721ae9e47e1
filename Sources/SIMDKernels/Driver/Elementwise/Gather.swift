/// Reads `count` elements that lie `stride` bytes apart into contiguous memory.
func gather(
    _ source: UnsafeRawPointer, stride: Int, into target: UnsafeMutableRawPointer, _ count: Int, byteCount: Int
) {
    if stride == byteCount { return target.copyMemory(from: source, byteCount: count * byteCount) }
    switch byteCount {
    case 1: move(UInt8.self, source, stride, target, 1, count)
    case 2: move(UInt16.self, source, stride, target, 2, count)
    case 4: move(UInt32.self, source, stride, target, 4, count)
    default: move(UInt64.self, source, stride, target, 8, count)
    }
}

/// Fills `size` bytes, a multiple of 64, with one element, as a `Source` with step 0 wants it.
@inline(__always)
func repeatElement(_ source: UnsafeRawPointer, byteCount: Int, into target: UnsafeMutableRawPointer, _ size: Int) {
    let bits: UInt64
    switch byteCount {
    case 1: bits = UInt64(source.load(as: UInt8.self)) &* 0x0101_0101_0101_0101
    case 2: bits = UInt64(source.loadUnaligned(as: UInt16.self)) &* 0x0001_0001_0001_0001
    case 4: bits = UInt64(source.loadUnaligned(as: UInt32.self)) &* 0x0000_0001_0000_0001
    default: bits = source.loadUnaligned(as: UInt64.self)
    }
    let lane = SIMD8<UInt64>(repeating: bits)
    for offset in stride(from: 0, to: size, by: MemoryLayout<SIMD8<UInt64>>.size) {
        target.storeBytes(of: lane, toByteOffset: offset, as: SIMD8<UInt64>.self)
    }
}

/// Writes `count` contiguous elements to places that lie `stride` bytes apart.
func scatter(
    _ source: UnsafeRawPointer, into target: UnsafeMutableRawPointer, stride: Int, _ count: Int, byteCount: Int
) {
    if stride == byteCount { return target.copyMemory(from: source, byteCount: count * byteCount) }
    switch byteCount {
    case 1: move(UInt8.self, source, 1, target, stride, count)
    case 2: move(UInt16.self, source, 2, target, stride, count)
    case 4: move(UInt32.self, source, 4, target, stride, count)
    default: move(UInt64.self, source, 8, target, stride, count)
    }
}

@inline(__always)
private func move<T: BitwiseCopyable>(
    _: T.Type, _ source: UnsafeRawPointer, _ sourceStride: Int, _ target: UnsafeMutableRawPointer,
    _ targetStride: Int, _ count: Int
) {
    var from = source
    var to = target
    for _ in 0..<count {
        to.storeBytes(of: from.loadUnaligned(as: T.self), as: T.self)
        from += sourceStride
        to += targetStride
    }
}
