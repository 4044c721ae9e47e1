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
