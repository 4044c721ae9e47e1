/// `y[0..<n] = bias + x[k] · B[k, n]` for rows of B at `offsets`: six registers of columns at a time, then one; the last
/// overlaps the one before it.
@inline(__always)
func rowTimesGathered<L: Lane>(
    _: L.Type, _ n: Int, _ k: Int, _ x: UnsafePointer<L.Scalar>, _ offsets: UnsafePointer<Int>,
    _ b: UnsafePointer<L.Scalar>, _ y: UnsafeMutablePointer<L.Scalar>, _ bias: L.Scalar
) {
    let w = L.width
    if n < w {
        var j = 0
        while j < n {
            var sum = bias
            var p = 0
            while p < k {
                sum += x[p] * b[offsets[p] + j]
                p += 1
            }
            y[j] = sum
            j += 1
        }
        return
    }
    var j = 0
    while j + 6 * w <= n {
        var s0 = L(bias)
        var s1 = s0
        var s2 = s0
        var s3 = s0
        var s4 = s0
        var s5 = s0
        var p = 0
        while p < k {
            let factor = L(x[p])
            let row = b + (offsets[p] + j)
            s0 = .multiplyAdd(factor, .load(row), s0)
            s1 = .multiplyAdd(factor, .load(row + w), s1)
            s2 = .multiplyAdd(factor, .load(row + 2 * w), s2)
            s3 = .multiplyAdd(factor, .load(row + 3 * w), s3)
            s4 = .multiplyAdd(factor, .load(row + 4 * w), s4)
            s5 = .multiplyAdd(factor, .load(row + 5 * w), s5)
            p += 1
        }
        s0.store(y + j)
        s1.store(y + (j + w))
        s2.store(y + (j + 2 * w))
        s3.store(y + (j + 3 * w))
        s4.store(y + (j + 4 * w))
        s5.store(y + (j + 5 * w))
        j += 6 * w
    }
    while j < n {
        j = j + w <= n ? j : n - w
        var sum = L(bias)
        var p = 0
        while p < k {
            sum = .multiplyAdd(L(x[p]), .load(b + (offsets[p] + j)), sum)
            p += 1
        }
        sum.store(y + j)
        j += w
    }
}
