/// Four elements, the unit in which matrices are transposed in registers.
protocol Quad {
    associatedtype Scalar: BinaryFloatingPoint

    static func load(_ source: UnsafePointer<Scalar>) -> Self
    func store(_ target: UnsafeMutablePointer<Scalar>)
    /// `(a[0], b[0], a[1], b[1])`
    static func interleaveLow(_ a: Self, _ b: Self) -> Self
    /// `(a[2], b[2], a[3], b[3])`
    static func interleaveHigh(_ a: Self, _ b: Self) -> Self
}

extension Quad {
    /// The columns of the 4 x 4 matrix with the given rows: two rounds of interleaving.
    @inline(__always)
    static func transposed(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> (Self, Self, Self, Self) {
        let ac = interleaveLow(a, c)
        let bd = interleaveLow(b, d)
        let acHigh = interleaveHigh(a, c)
        let bdHigh = interleaveHigh(b, d)
        return (
            interleaveLow(ac, bd), interleaveHigh(ac, bd), interleaveLow(acHigh, bdHigh),
            interleaveHigh(acHigh, bdHigh)
        )
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
    @inline(__always) static func interleaveLow(_ a: Self, _ b: Self) -> Self {
        Self(raw: SIMD4(a.raw[0], b.raw[0], a.raw[1], b.raw[1]))
    }
    @inline(__always) static func interleaveHigh(_ a: Self, _ b: Self) -> Self {
        Self(raw: SIMD4(a.raw[2], b.raw[2], a.raw[3], b.raw[3]))
    }
}

struct DoubleQuad: Quad {
    var raw: SIMD4<Double>

    @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Double>.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: SIMD4<Double>.self)
    }
    @inline(__always) static func interleaveLow(_ a: Self, _ b: Self) -> Self {
        Self(raw: SIMD4(a.raw[0], b.raw[0], a.raw[1], b.raw[1]))
    }
    @inline(__always) static func interleaveHigh(_ a: Self, _ b: Self) -> Self {
        Self(raw: SIMD4(a.raw[2], b.raw[2], a.raw[3], b.raw[3]))
    }
}
