/// Packs `count` vectors of `k` elements into panels of `width`, the elements of one step of `k` side by side:
/// `target[(i / width) · width · k + p · width + i % width] = source[i · stride + p · step]`; zeros fill the last panel.
@inline(__always)
func pack<Scalar: BinaryFloatingPoint>(
    width: Int, _ count: Int, _ k: Int, _ source: UnsafePointer<Scalar>, _ stride: Int, _ step: Int,
    _ target: UnsafeMutablePointer<Scalar>
) {
    var first = 0
    var target = target
    while first < count {
        let rows = min(width, count - first)
        let base = source + first * stride
        if rows == width && stride == 1 {
            copyPanel(width: width, k, base, step, target)
        } else if rows == width && step == 1 {
            transposePanel(width: width, k, base, stride, target)
        } else {
            paddedPanel(width: width, rows, k, base, stride, step, target)
        }
        target += width * k
        first += width
    }
}

/// A whole panel whose elements already lie side by side.
@inline(__always)
private func copyPanel<Scalar: BinaryFloatingPoint>(
    width: Int, _ k: Int, _ source: UnsafePointer<Scalar>, _ step: Int, _ target: UnsafeMutablePointer<Scalar>
) {
    var source = source
    var target = target
    var left = k
    while left > 0 {
        var i = 0
        while i < width {
            target[i] = source[i]
            i += 1
        }
        source += step
        target += width
        left -= 1
    }
}

/// A whole panel of contiguous vectors: four of their elements at a time, so that reads run along cache lines.
@inline(__always)
private func transposePanel<Scalar: BinaryFloatingPoint>(
    width: Int, _ k: Int, _ source: UnsafePointer<Scalar>, _ stride: Int, _ target: UnsafeMutablePointer<Scalar>
) {
    var p = 0
    while p + 8 <= k {
        var i = 0
        while i < width {
            let row = source + i * stride + p
            var q = 0
            while q < 8 {
                target[(p + q) * width + i] = row[q]
                q += 1
            }
            i += 1
        }
        p += 8
    }
    while p < k {
        var i = 0
        while i < width {
            target[p * width + i] = source[i * stride + p]
            i += 1
        }
        p += 1
    }
}

/// A panel at the edge, filled up with zeros, or one at two strides.
@inline(never)
private func paddedPanel<Scalar: BinaryFloatingPoint>(
    width: Int, _ rows: Int, _ k: Int, _ source: UnsafePointer<Scalar>, _ stride: Int, _ step: Int,
    _ target: UnsafeMutablePointer<Scalar>
) {
    var p = 0
    while p < k {
        var i = 0
        while i < rows {
            target[p * width + i] = source[i * stride + p * step]
            i += 1
        }
        while i < width {
            target[p * width + i] = 0
            i += 1
        }
        p += 1
    }
}
