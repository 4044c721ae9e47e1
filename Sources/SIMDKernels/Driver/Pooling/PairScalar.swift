/// An element, or several that are handled alike, of which the larger is chosen.
package protocol PairLane {
    /// `yes` where b is larger than a, or a NaN, else `no`.
    static func chosen(_ b: Self, over a: Self, _ yes: Self, _ no: Self) -> Self
    static var zero: Self { get }
}

extension PairLane {
    /// The larger of two, a NaN rather than a number, the first of equal ones.
    @inline(__always)
    static func larger(_ a: Self, _ b: Self) -> Self { chosen(b, over: a, b, a) }

    /// The largest of a window's elements, which come in this order.
    @inline(__always)
    static func largest(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> Self { larger(larger(larger(a, b), c), d) }

    /// `value` at the place of the largest of a window's elements, which come in this order, and zeros.
    @inline(__always)
    static func spread(_ value: Self, _ a: Self, _ b: Self, _ c: Self, _ d: Self) -> (Self, Self, Self, Self) {
        // A later one is chosen over all before it.
        let ab = larger(a, b)
        let abc = larger(ab, c)
        let third = chosen(d, over: abc, zero, value)
        let second = chosen(c, over: ab, zero, third)
        return (
            chosen(b, over: a, zero, second), chosen(b, over: a, second, zero), chosen(c, over: ab, third, zero),
            chosen(d, over: abc, value, zero)
        )
    }
}

extension PairLane where Self: BinaryFloatingPoint {
    @inline(__always)
    package static func chosen(_ b: Self, over a: Self, _ yes: Self, _ no: Self) -> Self {
        b > a ? yes : (b != b ? yes : no)
    }
}

extension SIMD4: PairLane where Scalar == Float {
    @inline(__always)
    package static func chosen(_ b: Self, over a: Self, _ yes: Self, _ no: Self) -> Self {
        no.replacing(with: yes, where: (b .> a) .| (b .!= b))
    }
}

/// An element type for which some windows of two by two are done at a time.
package protocol PairScalar: GemmScalar, PairLane {
    /// Writes the largest elements of the first windows of a row and returns how many; the rest is the caller's.
    static func maxPoolPairs(
        _ count: Int, top: UnsafePointer<Self>, bottom: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>
    ) -> Int
    /// Writes the gradients of the first windows of a row and returns how many; the rest is the caller's.
    static func maxPoolPairs(
        _ count: Int, top: UnsafePointer<Self>, bottom: UnsafePointer<Self>, _ g: UnsafePointer<Self>,
        toTop: UnsafeMutablePointer<Self>, toBottom: UnsafeMutablePointer<Self>
    ) -> Int
}

extension Double: PairScalar {
    package static func maxPoolPairs(
        _: Int, top _: UnsafePointer<Double>, bottom _: UnsafePointer<Double>, into _: UnsafeMutablePointer<Double>
    ) -> Int { 0 }

    package static func maxPoolPairs(
        _: Int, top _: UnsafePointer<Double>, bottom _: UnsafePointer<Double>, _: UnsafePointer<Double>,
        toTop _: UnsafeMutablePointer<Double>, toBottom _: UnsafeMutablePointer<Double>
    ) -> Int { 0 }
}

extension Float: PairScalar {
    package static func maxPoolPairs(
        _ count: Int, top: UnsafePointer<Float>, bottom: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
    ) -> Int {
        var i = 0
        while i &+ 4 <= count {
            let (a, b) = FourFloats.pairs(at: top + 2 &* i)
            let (c, d) = FourFloats.pairs(at: bottom + 2 &* i)
            FourFloats.largest(a, b, c, d).store(to: y + i)
            i &+= 4
        }
        return i
    }

    package static func maxPoolPairs(
        _ count: Int, top: UnsafePointer<Float>, bottom: UnsafePointer<Float>, _ g: UnsafePointer<Float>,
        toTop: UnsafeMutablePointer<Float>, toBottom: UnsafeMutablePointer<Float>
    ) -> Int {
        var i = 0
        while i &+ 4 <= count {
            let (a, b) = FourFloats.pairs(at: top + 2 &* i)
            let (c, d) = FourFloats.pairs(at: bottom + 2 &* i)
            let value = FourFloats(at: g + i)
            let byElement = FourFloats.spread(value, a, b, c, d)
            FourFloats.storePairs(byElement.0, byElement.1, to: toTop + 2 &* i)
            FourFloats.storePairs(byElement.2, byElement.3, to: toBottom + 2 &* i)
            i &+= 4
        }
        return i
    }
}
