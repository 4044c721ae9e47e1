import Builtin

enum Float32Element: CastElement {
    typealias Storage = Float

    @inline(__always) static func float(_ x: Float) -> Float { x }
    @inline(__always) static func double(_ x: Float) -> Double { Double(x) }
    @inline(__always) static func isTrue(_ x: Float) -> Bool { x != 0 }

    // The bare conversion is undefined out of range, and `Int32(_:)` assumes the range: out-of-range values and NaN
    // become the smallest integer first, which is what x86's own instruction gives.
    @inline(__always) static func int32(_ x: Float) -> Int32 {
        let inRange = x >= -0x1p31 && x < 0x1p31 ? x : -0x1p31
        return Int32(Builtin.fptosi_FPIEEE32_Int32(inRange._value))
    }
    @inline(__always) static func int64(_ x: Float) -> Int64 {
        let inRange = x >= -0x1p63 && x < 0x1p63 ? x : -0x1p63
        return Int64(Builtin.fptosi_FPIEEE32_Int64(inRange._value))
    }

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Float {
        Other.float(x)
    }
}

enum Float64Element: CastElement {
    typealias Storage = Double

    @inline(__always) static func float(_ x: Double) -> Float { Float(x) }
    @inline(__always) static func double(_ x: Double) -> Double { x }
    @inline(__always) static func isTrue(_ x: Double) -> Bool { x != 0 }

    @inline(__always) static func int32(_ x: Double) -> Int32 {
        // Between the two bounds' neighbours, because -2147483648.9 still rounds to the smallest integer.
        let inRange = x > -0x1.0000_0002p31 && x < 0x1p31 ? x : -0x1p31
        return Int32(Builtin.fptosi_FPIEEE64_Int32(inRange._value))
    }
    @inline(__always) static func int64(_ x: Double) -> Int64 {
        let inRange = x >= -0x1p63 && x < 0x1p63 ? x : -0x1p63
        return Int64(Builtin.fptosi_FPIEEE64_Int64(inRange._value))
    }
    // PyTorch goes through int64 here (c10/util/TypeCast.h), and through int32 to every other small integer.
    @inline(__always) static func byte(_ x: Double) -> UInt8 { UInt8(truncatingIfNeeded: int64(x)) }

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Double {
        Other.double(x)
    }
}

/// A 16-bit floating-point dtype, stored as its bit pattern: everything goes through `Float`, which holds it exactly.
protocol ShortFloatElement: CastElement where Storage == UInt16 {
    static func short(_ x: Float) -> UInt16
}

extension ShortFloatElement {
    @inline(__always) static func double(_ x: UInt16) -> Double { Double(float(x)) }
    @inline(__always) static func int32(_ x: UInt16) -> Int32 { Float32Element.int32(float(x)) }
    @inline(__always) static func int64(_ x: UInt16) -> Int64 { Float32Element.int64(float(x)) }
    // The sign shifted out: both zeros are false.
    @inline(__always) static func isTrue(_ x: UInt16) -> Bool { x << 1 != 0 }

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> UInt16 {
        short(Other.float(x))
    }
}

enum Float16Element: ShortFloatElement {
    @inline(__always) static func float(_ x: UInt16) -> Float { floatFromHalf(x) }
    @inline(__always) static func short(_ x: Float) -> UInt16 { halfFromFloat(x) }
}

enum BFloat16Element: ShortFloatElement {
    @inline(__always) static func float(_ x: UInt16) -> Float { floatFromBFloat(x) }
    @inline(__always) static func short(_ x: Float) -> UInt16 { bfloatFromFloat(x) }
}
