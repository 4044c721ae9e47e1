/// Rows of an image are short: a call of memcpy takes longer than what it copies.
@inline(__always)
func copyShort<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, into target: UnsafeMutablePointer<Scalar>, count: Int
) {
    if count > 64 { return target.update(from: source, count: count) }
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    let byteCount = count * MemoryLayout<Scalar>.stride
    var i = 0
    while i + 16 <= byteCount {
        to.storeBytes(
            of: from.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self), toByteOffset: i, as: SIMD16<UInt8>.self)
        i += 16
    }
    i /= MemoryLayout<Scalar>.stride
    while i < count {
        target[i] = source[i]
        i += 1
    }
}
