import Builtin

/// Eight elements of one or two bytes, the unit in which such matrices are transposed in registers.
protocol Octet {
    associatedtype Scalar

    static func load(_ source: UnsafePointer<Scalar>) -> Self
    func store(_ target: UnsafeMutablePointer<Scalar>)
    /// `(a[0], b[0], a[1], ..., b[3])` and `(a[4], b[4], a[5], ..., b[7])`
    static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self)
}

struct ShortOctet: Octet {
    var raw: SIMD8<UInt16>

    @inline(__always) static func load(_ source: UnsafePointer<UInt16>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: SIMD8<UInt16>.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<UInt16>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: SIMD8<UInt16>.self)
    }
    @inline(__always) static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self) {
        let (low, high) = Builtin.interleave_Vec8xInt16(a.raw._storage._value, b.raw._storage._value)
        return (
            Self(raw: unsafeBitCast(low, to: SIMD8<UInt16>.self)),
            Self(raw: unsafeBitCast(high, to: SIMD8<UInt16>.self))
        )
    }
}

struct ByteOctet: Octet {
    var raw: SIMD8<UInt8>

    @inline(__always) static func load(_ source: UnsafePointer<UInt8>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: SIMD8<UInt8>.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: SIMD8<UInt8>.self)
    }
    @inline(__always) static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self) {
        let (low, high) = Builtin.interleave_Vec8xInt8(a.raw._storage._value, b.raw._storage._value)
        return (
            Self(raw: unsafeBitCast(low, to: SIMD8<UInt8>.self)), Self(raw: unsafeBitCast(high, to: SIMD8<UInt8>.self))
        )
    }
}
