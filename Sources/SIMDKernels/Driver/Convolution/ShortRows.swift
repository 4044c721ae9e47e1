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

/// Adds a row times a factor to every `step`-th element.
@inline(__always)
func addShort<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, factor: Scalar, into target: UnsafeMutablePointer<Scalar>, step: Int, count: Int
) {
    var i = 0
    if step == 1 {
        while i < count {
            target[i] += factor * source[i]
            i &+= 1
        }
        return
    }
    if step == 2 && MemoryLayout<Scalar>.size == 4 {
        let from = UnsafeRawPointer(source).assumingMemoryBound(to: Float.self)
        let to = UnsafeMutableRawPointer(target).assumingMemoryBound(to: Float.self)
        let factor = FourFloats(repeating: Float(factor))
        // The last of eight elements that are written may lie behind the row.
        while i &+ 4 < count {
            let (first, second) = FourFloats.pairs(at: to + 2 &* i)
            FourFloats.storePairs(first + factor * FourFloats(at: from + i), second, to: to + 2 &* i)
            i &+= 4
        }
    }
    while i < count {
        target[i &* step] += factor * source[i]
        i &+= 1
    }
}
