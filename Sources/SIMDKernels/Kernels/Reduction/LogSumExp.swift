/// log Σ exp(x), as m + log Σ exp(x - m) with the maximum m.
struct LogSumExp<L: MathLane>: BlockReducer {
    typealias Scalar = L.Scalar

    /// The maximum of the elements and, where it is finite, the sum of exp(x - maximum).
    struct State {
        var maximum: L.Scalar
        var sum: L.Scalar
    }

    @inline(__always) var empty: State { State(maximum: -Scalar.infinity, sum: 0) }

    @inline(__always)
    func block(_ x: UnsafePointer<Scalar>, _ n: Int) -> State {
        let maximum = Extremum<L, Descending>().block(x, n)
        if !maximum.isFinite { return State(maximum: maximum, sum: 0) }
        return State(maximum: maximum, sum: sumOfExponentials(x, n, minus: maximum))
    }

    @inline(__always)
    func merge(_ a: State, _ b: State) -> State {
        let maximum = Extremum<L, Descending>().merge(a.maximum, b.maximum)
        if !maximum.isFinite { return State(maximum: maximum, sum: 0) }
        let shift = L(maximum)
        let left = L(a.sum) * L.exp(L(a.maximum) - shift)
        let right = L(b.sum) * L.exp(L(b.maximum) - shift)
        return State(maximum: maximum, sum: (left + right)[0])
    }

    @inline(__always)
    func result(_ state: State, _ n: Int) -> Scalar {
        state.maximum.isFinite ? state.maximum + L.log(L(state.sum))[0] : state.maximum
    }

    @inline(__always)
    private func sumOfExponentials(_ x: UnsafePointer<Scalar>, _ n: Int, minus maximum: Scalar) -> Scalar {
        let w = L.width
        let shift = L(maximum)
        var a = L.zero
        var b = L.zero
        var i = 0
        while i + 2 * w <= n {
            a = a + L.expOfDifference(.load(x + i), shift)
            b = b + L.expOfDifference(.load(x + (i + w)), shift)
            i += 2 * w
        }
        if i + w <= n {
            a = a + L.expOfDifference(.load(x + i), shift)
            i += w
        }
        if i < n {
            // Padding counts nothing: its exponentials are below the last bit of a sum that is at least 1.
            b = b + L.expOfDifference(L.last(n - i, x, n, L(-Scalar.infinity)), shift)
        }
        return SumFold<L>().one(a + b)
    }
}

extension MathLane {
    /// e^(x - shift) for x <= shift, not below the least normal number. At most 1 ULP of the rounded difference.
    @inline(__always)
    static func expOfDifference(_ x: Self, _ shift: Self) -> Self {
        exponentialInside(greater(x - shift, leastNormalExponent))
    }
}
