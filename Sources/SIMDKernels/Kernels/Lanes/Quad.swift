import Builtin

/// Four elements, the unit in which matrices are transposed in registers.
protocol Quad {
    associatedtype Scalar: BinaryFloatingPoint

    static func load(_ source: UnsafePointer<Scalar>) -> Self
    func store(_ target: UnsafeMutablePointer<Scalar>)
    /// `(a[0], b[0], a[1], b[1])` and `(a[2], b[2], a[3], b[3])`
    static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self)
}

extension Quad {
    /// The columns of the 4 x 4 matrix with the given rows: two rounds of interleaving.
    @inline(__always)
    static func transposed(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> (Self, Self, Self, Self) {
        let ac = interleave(a, c)
        let bd = interleave(b, d)
        let first = interleave(ac.low, bd.low)
        let second = interleave(ac.high, bd.high)
        return (first.low, first.high, second.low, second.high)
    }
}

struct FloatQuad: Quad {
    var raw: SIMD4<Float>

    @inline(__always) static func load(_ source: UnsafePointer<Float>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Float>.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: SIMD4<Float>.self)
    }
    @inline(__always) static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self) {
        let (low, high) = Builtin.interleave_Vec4xFPIEEE32(a.raw._storage._value, b.raw._storage._value)
        return (
            Self(raw: unsafeBitCast(low, to: SIMD4<Float>.self)), Self(raw: unsafeBitCast(high, to: SIMD4<Float>.self))
        )
    }
    @inline(__always) static func deinterleave(_ a: Self, _ b: Self) -> (even: Self, odd: Self) {
        let (even, odd) = Builtin.deinterleave_Vec4xFPIEEE32(a.raw._storage._value, b.raw._storage._value)
        return (
            Self(raw: unsafeBitCast(even, to: SIMD4<Float>.self)), Self(raw: unsafeBitCast(odd, to: SIMD4<Float>.self))
        )
    }
}

/// Two halves: interleaving whole 256-bit vectors takes three instructions for each result, halves take two.
struct DoubleQuad: Quad {
    var first: SIMD2<Double>
    var second: SIMD2<Double>

    @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Self {
        let source = UnsafeRawPointer(source)
        return Self(
            first: source.loadUnaligned(as: SIMD2<Double>.self),
            second: source.loadUnaligned(fromByteOffset: 16, as: SIMD2<Double>.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Double>) {
        let target = UnsafeMutableRawPointer(target)
        target.storeBytes(of: first, as: SIMD2<Double>.self)
        target.storeBytes(of: second, toByteOffset: 16, as: SIMD2<Double>.self)
    }
    @inline(__always) static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self) {
        (halves(a.first, b.first), halves(a.second, b.second))
    }
    @inline(__always) private static func halves(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Self {
        let (first, second) = Builtin.interleave_Vec2xFPIEEE64(a._storage._value, b._storage._value)
        return Self(
            first: unsafeBitCast(first, to: SIMD2<Double>.self), second: unsafeBitCast(second, to: SIMD2<Double>.self))
    }
}
