import PinionKernelInterface

/// `y[j · stride] (+)= x · w[j]`: four rows of w at a time, two sums each, so that loads of x are shared.
@inline(__always)
func dotRows<L: Lane & RowVector, W: RowSource>(
    _: L.Type, _ count: Int, _ k: Int, _ x: UnsafePointer<L.Scalar>, _ w: W, _ y: UnsafeMutablePointer<L.Scalar>,
    _ stride: Int, _ accumulates: Bool
) where W.Scalar == L.Scalar {
    var j = 0
    while j + 4 <= count {
        let w0 = w.row(j)
        let w1 = w.row(j + 1)
        let w2 = w.row(j + 2)
        let w3 = w.row(j + 3)
        var s0 = L.zero
        var s1 = L.zero
        var s2 = L.zero
        var s3 = L.zero
        var t0 = L.zero
        var t1 = L.zero
        var t2 = L.zero
        var t3 = L.zero
        var p = 0
        while p + 2 * L.width <= k {
            let u = L.load(x + p)
            let v = L.load(x + p + L.width)
            s0 = .multiplyAdd(u, .load(w0 + p), s0)
            s1 = .multiplyAdd(u, .load(w1 + p), s1)
            s2 = .multiplyAdd(u, .load(w2 + p), s2)
            s3 = .multiplyAdd(u, .load(w3 + p), s3)
            t0 = .multiplyAdd(v, .load(w0 + p + L.width), t0)
            t1 = .multiplyAdd(v, .load(w1 + p + L.width), t1)
            t2 = .multiplyAdd(v, .load(w2 + p + L.width), t2)
            t3 = .multiplyAdd(v, .load(w3 + p + L.width), t3)
            p += 2 * L.width
        }
        let r0 = (s0 + t0).horizontalSum + dotTail(x, w0, p, k)
        let r1 = (s1 + t1).horizontalSum + dotTail(x, w1, p, k)
        let r2 = (s2 + t2).horizontalSum + dotTail(x, w2, p, k)
        let r3 = (s3 + t3).horizontalSum + dotTail(x, w3, p, k)
        let z = y + j * stride
        if accumulates {
            z[0] += r0
            z[stride] += r1
            z[2 * stride] += r2
            z[3 * stride] += r3
        } else {
            z[0] = r0
            z[stride] = r1
            z[2 * stride] = r2
            z[3 * stride] = r3
        }
        j += 4
    }
    while j < count {
        let row = w.row(j)
        var s = L.zero
        var t = L.zero
        var p = 0
        while p + 2 * L.width <= k {
            s = .multiplyAdd(.load(x + p), .load(row + p), s)
            t = .multiplyAdd(.load(x + p + L.width), .load(row + p + L.width), t)
            p += 2 * L.width
        }
        let r = (s + t).horizontalSum + dotTail(x, row, p, k)
        if accumulates { y[j * stride] += r } else { y[j * stride] = r }
        j += 1
    }
}

/// The products behind the last whole vectors, in the same order for every row.
@inline(__always)
private func dotTail<Scalar: BinaryFloatingPoint>(
    _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ start: Int, _ k: Int
) -> Scalar {
    var sum: Scalar = 0
    var p = start
    while p < k {
        sum += x[p] * w[p]
        p += 1
    }
    return sum
}

/// `y[0..<n] (+)= x[k] · B[k, n]`, four registers of columns at a time, so that each row of B is read along its lines.
@inline(__always)
func rowTimesMatrix<V: RowVector, Narrow: RowVector>(
    _: V.Type, _: Narrow.Type, _ n: Int, _ k: Int, _ x: UnsafePointer<V.Scalar>, _ step: Int,
    _ b: UnsafePointer<V.Scalar>, _ ldb: Int, _ y: UnsafeMutablePointer<V.Scalar>, _ accumulates: Bool
) where V.Scalar == Narrow.Scalar {
    let none = Epilogue<V.Scalar>(accumulates: accumulates)
    var j = 0
    while j + 4 * V.width <= n {
        var s0 = V.zero
        var s1 = V.zero
        var s2 = V.zero
        var s3 = V.zero
        var row = b + j
        var p = 0
        while p < k {
            let element = x[p * step]
            s0.addProduct(element, .load(row))
            s1.addProduct(element, .load(row + V.width))
            s2.addProduct(element, .load(row + 2 * V.width))
            s3.addProduct(element, .load(row + 3 * V.width))
            row += ldb
            p += 1
        }
        let z = y + j
        if accumulates {
            s0 = s0 + .load(z)
            s1 = s1 + .load(z + V.width)
            s2 = s2 + .load(z + 2 * V.width)
            s3 = s3 + .load(z + 3 * V.width)
        }
        s0.store(z)
        s1.store(z + V.width)
        s2.store(z + 2 * V.width)
        s3.store(z + 3 * V.width)
        j += 4 * V.width
    }
    while j + Narrow.width <= n {
        var row = Row<Narrow>()
        var p = 0
        while p < k {
            row.step(x + p * step, 0, .load(b + p * ldb + j))
            p += 1
        }
        row.finish(TileTarget(y, 0, column: j, columns: Narrow.width, none))
        j += Narrow.width
    }
    while j < n {
        var sum: V.Scalar = accumulates ? y[j] : 0
        var p = 0
        while p < k {
            sum += x[p * step] * b[p * ldb + j]
            p += 1
        }
        y[j] = sum
        j += 1
    }
}
