/// `Σ (x - center)`, or of the squares.
@inline(__always)
func sumOfDistances<L: Lane>(
    _: L.Type, squared: Bool, _ count: Int, _ x: UnsafePointer<L.Scalar>, _ center: L.Scalar
) -> L.Scalar {
    @inline(__always) func add(_ i: Int, to sum: L) -> L {
        let distance = L.load(x + i) - L(center)
        return squared ? .multiplyAdd(distance, distance, sum) : sum + distance
    }
    var (a, b, c, d) = (L.zero, L.zero, L.zero, L.zero)
    var i = 0
    while i + 4 * L.width <= count {
        a = add(i, to: a)
        b = add(i + L.width, to: b)
        c = add(i + 2 * L.width, to: c)
        d = add(i + 3 * L.width, to: d)
        i += 4 * L.width
    }
    while i + L.width <= count {
        a = add(i, to: a)
        i += L.width
    }
    var sum = ((a + b) + (c + d)).horizontalSum
    while i < count {
        let distance = x[i] - center
        sum += squared ? distance * distance : distance
        i += 1
    }
    return sum
}

/// `Σ g` and `Σ g · (x - center)`
@inline(__always)
func sumsOfProducts<L: Lane>(
    _: L.Type, _ count: Int, _ g: UnsafePointer<L.Scalar>, _ x: UnsafePointer<L.Scalar>, _ center: L.Scalar
) -> (L.Scalar, L.Scalar) {
    var (a, b, c, d) = (L.zero, L.zero, L.zero, L.zero)
    var i = 0
    while i + 2 * L.width <= count {
        let (first, second) = (L.load(g + i), L.load(g + i + L.width))
        a = a + first
        b = b + second
        c = .multiplyAdd(first, L.load(x + i) - L(center), c)
        d = .multiplyAdd(second, L.load(x + i + L.width) - L(center), d)
        i += 2 * L.width
    }
    while i + L.width <= count {
        let first = L.load(g + i)
        a = a + first
        c = .multiplyAdd(first, L.load(x + i) - L(center), c)
        i += L.width
    }
    var (sum, product) = ((a + b).horizontalSum, (c + d).horizontalSum)
    while i < count {
        sum += g[i]
        product += g[i] * (x[i] - center)
        i += 1
    }
    return (sum, product)
}

/// `y = (x - center) · factor + shift`
@inline(__always)
func scaleDistances<L: Lane>(
    _: L.Type, _ count: Int, _ x: UnsafePointer<L.Scalar>, _ center: L.Scalar, _ factor: L.Scalar, _ shift: L.Scalar,
    _ y: UnsafeMutablePointer<L.Scalar>
) {
    var i = 0
    while i + L.width <= count {
        L.multiplyAdd(L.load(x + i) - L(center), L(factor), L(shift)).store(y + i)
        i += L.width
    }
    while i < count {
        y[i] = (x[i] - center) * factor + shift
        i += 1
    }
}

/// `gx = g · factor + (x - center) · slope + shift`
@inline(__always)
func normGradient<L: Lane>(
    _: L.Type, _ count: Int, _ g: UnsafePointer<L.Scalar>, _ factor: L.Scalar, _ x: UnsafePointer<L.Scalar>,
    _ center: L.Scalar, _ slope: L.Scalar, _ shift: L.Scalar, _ gx: UnsafeMutablePointer<L.Scalar>
) {
    var i = 0
    while i + L.width <= count {
        let rest = L.multiplyAdd(L.load(x + i) - L(center), L(slope), L(shift))
        L.multiplyAdd(L.load(g + i), L(factor), rest).store(gx + i)
        i += L.width
    }
    while i < count {
        gx[i] = g[i] * factor + ((x[i] - center) * slope + shift)
        i += 1
    }
}
