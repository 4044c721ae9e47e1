/// `y[0..<n] = bias + x[k] · B[k, n]` for rows of B at `offsets`: six registers of columns at a time, then four, then one;
/// the last overlaps the one before it.
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
        var first = ThreeLanes<L>(bias)
        var second = first
        var p = 0
        while p < k {
            let factor = L(x[p])
            let row = b + (offsets[p] + j)
            first.addProduct(factor, row)
            second.addProduct(factor, row + 3 * w)
            p += 1
        }
        first.store(y + j)
        second.store(y + (j + 3 * w))
        j += 6 * w
    }
    while j + 3 * w < n {
        let end = min(j + 3 * w, n - w)
        var sums = ThreeLanes<L>(bias)
        var last = L(bias)
        var p = 0
        while p < k {
            let factor = L(x[p])
            sums.addProduct(factor, b + (offsets[p] + j))
            last = .multiplyAdd(factor, .load(b + (offsets[p] + end)), last)
            p += 1
        }
        sums.store(y + j)
        last.store(y + end)
        j += 4 * w
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

/// Sums of three registers of columns.
private struct ThreeLanes<L: Lane> {
    var first: L
    var second: L
    var third: L

    @inline(__always) init(_ value: L.Scalar) {
        first = L(value)
        second = first
        third = first
    }

    @inline(__always) mutating func addProduct(_ factor: L, _ row: UnsafePointer<L.Scalar>) {
        first = .multiplyAdd(factor, .load(row), first)
        second = .multiplyAdd(factor, .load(row + L.width), second)
        third = .multiplyAdd(factor, .load(row + 2 * L.width), third)
    }

    @inline(__always) func store(_ target: UnsafeMutablePointer<L.Scalar>) {
        first.store(target)
        second.store(target + L.width)
        third.store(target + 2 * L.width)
    }
}
