import Builtin

/// What neighbouring tiles are transformed in: a register, or four elements where a row has few tiles.
protocol WinogradLane {
    static var width: Int { get }
    static func load(_ source: UnsafePointer<Float>) -> Self
    func store(_ target: UnsafeMutablePointer<Float>)
    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self
    static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self
    init(_ value: Float)
    /// The elements of `a` and `b` in turn, in two registers.
    static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self)
    /// The even and the odd elements of two registers.
    static func deinterleave(_ a: Self, _ b: Self) -> (even: Self, odd: Self)
}

extension FloatLane: WinogradLane {
    @inline(__always) static func deinterleave(_ a: Self, _ b: Self) -> (even: Self, odd: Self) {
        let (even, odd) = vectorDeinterleave(a.raw, b.raw)
        return (Self(raw: even), Self(raw: odd))
    }
}

extension FloatQuad: WinogradLane {
    @inline(__always) static var width: Int { 4 }
    @inline(__always) static func + (a: Self, b: Self) -> Self { Self(raw: a.raw + b.raw) }
    @inline(__always) static func - (a: Self, b: Self) -> Self { Self(raw: a.raw - b.raw) }
    @inline(__always) static func * (a: Self, b: Self) -> Self { Self(raw: a.raw * b.raw) }
    @inline(__always) static prefix func - (a: Self) -> Self { Self(raw: -a.raw) }
    @inline(__always) static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self {
        #if PINION_AVX512 || PINION_AVX2 || arch(arm64)
        Self(
            raw: unsafeBitCast(
                Builtin.int_fma_Vec4xFPIEEE32(a.raw._storage._value, b.raw._storage._value, c.raw._storage._value),
                to: SIMD4<Float>.self))
        #else
        Self(raw: a.raw * b.raw + c.raw)
        #endif
    }
    @inline(__always) init(_ value: Float) { raw = SIMD4(repeating: value) }
}

/// The four elements of a row or column of neighbouring tiles.
typealias WinogradLine<V> = (V, V, V, V)

extension WinogradLane {
    /// Writes a row of transformed tiles, an element to each of four matrices.
    @inline(__always)
    static func store(_ line: WinogradLine<Self>, _ target: UnsafeMutablePointer<Float>, _ stride: Int) {
        line.0.store(target)
        line.1.store(target + stride)
        line.2.store(target + 2 * stride)
        line.3.store(target + 3 * stride)
    }

    /// Bᵀ · d
    @inline(__always)
    static func gathered(_ d: WinogradLine<Self>) -> WinogradLine<Self> {
        (d.0 - d.2, d.1 + d.2, d.2 - d.1, d.1 - d.3)
    }

    /// A · y
    @inline(__always)
    static func spread(_ y: (Self, Self)) -> WinogradLine<Self> { (y.0, y.0 + y.1, y.0 - y.1, -y.1) }

    /// Aᵀ · m
    @inline(__always)
    static func combined(_ m: WinogradLine<Self>) -> (Self, Self) { (m.0 + m.1 + m.2, m.1 - m.2 - m.3) }
}
