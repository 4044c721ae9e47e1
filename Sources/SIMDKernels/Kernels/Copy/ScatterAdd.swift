@inline(__always)
func scatterAdd<L: Lane>(
    _: L.Type, _ indices: UnsafePointer<Int64>, _ count: Int, _ length: Int, _ source: UnsafePointer<L.Scalar>,
    _ sourceStride: Int, _ target: UnsafeMutablePointer<L.Scalar>, _ targetStride: Int
) {
    var i = 0
    while i < count {
        let from = source + i * sourceStride
        let to = target + Int(indices[i]) * targetStride
        var j = 0
        while j + L.width <= length {
            (L.load(to + j) + L.load(from + j)).store(to + j)
            j += L.width
        }
        while j < length {
            to[j] += from[j]
            j += 1
        }
        i += 1
    }
}

/// Integers wrap around; the loop over a row is the compiler's to vectorise.
@inline(__always)
func scatterAdd<T: FixedWidthInteger>(
    _ indices: UnsafePointer<Int64>, _ count: Int, _ length: Int, _ source: UnsafePointer<T>, _ sourceStride: Int,
    _ target: UnsafeMutablePointer<T>, _ targetStride: Int
) {
    var i = 0
    while i < count {
        let from = source + i * sourceStride
        let to = target + Int(indices[i]) * targetStride
        var j = 0
        while j < length {
            to[j] &+= from[j]
            j += 1
        }
        i += 1
    }
}
