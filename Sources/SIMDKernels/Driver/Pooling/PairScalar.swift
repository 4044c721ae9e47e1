/// An element type for which some windows of two by two are done at a time.
package protocol PairScalar: GemmScalar {
    /// Writes the gradients of the first windows of a row and returns how many; the rest is the caller's.
    static func maxPoolPairs(
        _ count: Int, top: UnsafePointer<Self>, bottom: UnsafePointer<Self>, _ g: UnsafePointer<Self>,
        toTop: UnsafeMutablePointer<Self>, toBottom: UnsafeMutablePointer<Self>
    ) -> Int
}

extension Double: PairScalar {
    package static func maxPoolPairs(
        _: Int, top _: UnsafePointer<Double>, bottom _: UnsafePointer<Double>, _: UnsafePointer<Double>,
        toTop _: UnsafeMutablePointer<Double>, toBottom _: UnsafeMutablePointer<Double>
    ) -> Int { 0 }
}

private typealias Four = SIMD4<Float>

extension Float: PairScalar {
    package static func maxPoolPairs(
        _ count: Int, top: UnsafePointer<Float>, bottom: UnsafePointer<Float>, _ g: UnsafePointer<Float>,
        toTop: UnsafeMutablePointer<Float>, toBottom: UnsafeMutablePointer<Float>
    ) -> Int {
        var i = 0
        let zero = Four(repeating: 0)
        while i &+ 4 <= count {
            let (a, b) = pairs(top + 2 &* i)
            let (c, d) = pairs(bottom + 2 &* i)
            let value = UnsafeRawPointer(g + i).loadUnaligned(as: Four.self)
            let ab = chosen(b, over: a, b, a)
            let abc = chosen(c, over: ab, c, ab)
            let third = chosen(d, over: abc, zero, value)
            let second = chosen(c, over: ab, zero, third)
            store(chosen(b, over: a, zero, second), chosen(b, over: a, second, zero), toTop + 2 &* i)
            store(chosen(c, over: ab, third, zero), chosen(d, over: abc, value, zero), toBottom + 2 &* i)
            i &+= 4
        }
        return i
    }
}

/// `yes` where b is larger than a, or a NaN, else `no`.
@inline(__always)
private func chosen(_ b: Four, over a: Four, _ yes: Four, _ no: Four) -> Four {
    no.replacing(with: yes, where: (b .> a) .| (b .!= b))
}

/// The first and the second elements of four pairs.
@inline(__always)
private func pairs(_ source: UnsafePointer<Float>) -> (Four, Four) {
    let all = UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self)
    return (Four(all[0], all[2], all[4], all[6]), Four(all[1], all[3], all[5], all[7]))
}

/// Four pairs.
@inline(__always)
private func store(_ first: Four, _ second: Four, _ target: UnsafeMutablePointer<Float>) {
    let all = SIMD8(first[0], second[0], first[1], second[1], first[2], second[2], first[3], second[3])
    UnsafeMutableRawPointer(target).storeBytes(of: all, as: SIMD8<Float>.self)
}
