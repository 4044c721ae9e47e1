/// A dtype as conversions see it: what it is stored as, what it gives to others, and what it takes from them.
///
/// All is scalar and free of branches, so that the loop of `convert` becomes vector code for every pair.
protocol CastElement {
    associatedtype Storage: BitwiseCopyable

    /// The nearest `Float`.
    static func float(_ x: Storage) -> Float
    /// The nearest `Double`.
    static func double(_ x: Storage) -> Double
    /// Integers: the low bits. Floating-point numbers: rounded towards zero, `Int32.min` where that is out of range.
    static func int32(_ x: Storage) -> Int32
    /// The same with 64 bits.
    static func int64(_ x: Storage) -> Int64
    /// The low bits of the integer that PyTorch converts through on the way to a byte.
    static func byte(_ x: Storage) -> UInt8
    /// Whether it is not zero; NaN is not.
    static func isTrue(_ x: Storage) -> Bool

    /// An element of this dtype from one of another.
    static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Storage
}

extension CastElement {
    @inline(__always) static func byte(_ x: Storage) -> UInt8 { UInt8(truncatingIfNeeded: int32(x)) }
}

/// An integer dtype.
protocol IntegerCastElement: CastElement where Storage: FixedWidthInteger {}

extension IntegerCastElement {
    @inline(__always) static func float(_ x: Storage) -> Float { Float(int32(x)) }
    @inline(__always) static func double(_ x: Storage) -> Double { Double(int32(x)) }
    @inline(__always) static func int32(_ x: Storage) -> Int32 { Int32(truncatingIfNeeded: x) }
    @inline(__always) static func int64(_ x: Storage) -> Int64 { Int64(truncatingIfNeeded: x) }
    @inline(__always) static func isTrue(_ x: Storage) -> Bool { x != 0 }
}

enum Int64Element: IntegerCastElement {
    typealias Storage = Int64

    @inline(__always) static func float(_ x: Int64) -> Float { Float(x) }
    @inline(__always) static func double(_ x: Int64) -> Double { Double(x) }
    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Int64 {
        Other.int64(x)
    }
}

enum Int32Element: IntegerCastElement {
    typealias Storage = Int32

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Int32 {
        Other.int32(x)
    }
}

enum Int16Element: IntegerCastElement {
    typealias Storage = Int16

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Int16 {
        Int16(truncatingIfNeeded: Other.int32(x))
    }
}

enum Int8Element: IntegerCastElement {
    typealias Storage = Int8

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> Int8 {
        Int8(truncatingIfNeeded: Other.int32(x))
    }
}

enum UInt8Element: IntegerCastElement {
    typealias Storage = UInt8

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> UInt8 {
        Other.byte(x)
    }
}

/// Truth values, stored as bytes of 0 or 1.
enum BoolElement: IntegerCastElement {
    typealias Storage = UInt8

    @inline(__always) static func converted<Other: CastElement>(_ x: Other.Storage, from: Other.Type) -> UInt8 {
        Other.isTrue(x) ? 1 : 0
    }
}
