/// Packs `count` vectors of `k` elements into panels of `width`, the elements of one step of `k` side by side:
/// `target[(i / width) · width · k + p · width + i % width] = source[i · stride + p · step]`; zeros fill the last panel.
@inline(__always)
func pack<Q: Quad>(
    _: Q.Type, width: Int, _ count: Int, _ k: Int, _ source: UnsafePointer<Q.Scalar>, _ stride: Int, _ step: Int,
    _ target: UnsafeMutablePointer<Q.Scalar>
) {
    var first = 0
    var target = target
    while first < count {
        let rows = min(width, count - first)
        let base = source + first * stride
        if rows < width {
            paddedPanel(Q.self, width: width, rows, k, base, stride, step, target)
        } else if step == 1 {
            transposePanel(Q.self, width: width, k, base, stride, target)
        } else if stride == 1 {
            copyPanel(Q.self, width: width, k, base, step, target)
        } else {
            paddedPanel(Q.self, width: width, rows, k, base, stride, step, target)
        }
        target += width * k
        first += width
    }
}

/// The first element of each group of four in a panel; the last group overlaps the one before where four does not
/// divide the width.
@inline(__always)
private func group(_ index: Int, width: Int) -> Int { min(4 * index, width - 4) }

/// A whole panel whose elements already lie side by side.
@inline(__always)
private func copyPanel<Q: Quad>(
    _: Q.Type, width: Int, _ k: Int, _ source: UnsafePointer<Q.Scalar>, _ step: Int,
    _ target: UnsafeMutablePointer<Q.Scalar>
) {
    var source = source
    var target = target
    var left = k
    while left > 0 {
        var index = 0
        while 4 * index < width {
            let i = group(index, width: width)
            Q.load(source + i).store(target + i)
            index += 1
        }
        source += step
        target += width
        left -= 1
    }
}

/// A whole panel of contiguous vectors, transposed in blocks of 4 x 4.
@inline(__always)
private func transposePanel<Q: Quad>(
    _: Q.Type, width: Int, _ k: Int, _ source: UnsafePointer<Q.Scalar>, _ stride: Int,
    _ target: UnsafeMutablePointer<Q.Scalar>
) {
    var p = 0
    while p + 4 <= k {
        var index = 0
        while 4 * index < width {
            let i = group(index, width: width)
            let from = source + (i * stride + p)
            let to = target + (p * width + i)
            let (a, b, c, d) = Q.transposed(
                .load(from), .load(from + stride), .load(from + 2 * stride), .load(from + 3 * stride))
            a.store(to)
            b.store(to + width)
            c.store(to + 2 * width)
            d.store(to + 3 * width)
            index += 1
        }
        p += 4
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
private func paddedPanel<Q: Quad>(
    _: Q.Type, width: Int, _ rows: Int, _ k: Int, _ source: UnsafePointer<Q.Scalar>, _ stride: Int, _ step: Int,
    _ target: UnsafeMutablePointer<Q.Scalar>
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
