/// A dtype as comparisons see it.
protocol LogicElement: CastElement {
    /// A type that orders the elements: themselves, or the float32 of a 16-bit floating-point number.
    associatedtype Ordered: Comparable

    static func ordered(_ x: Storage) -> Ordered
    static func isNaN(_ x: Storage) -> Bool
    static func isInfinite(_ x: Storage) -> Bool
    static func isFinite(_ x: Storage) -> Bool
}

extension IntegerCastElement {
    @inline(__always) static func ordered(_ x: Storage) -> Storage { x }
    @inline(__always) static func isNaN(_ x: Storage) -> Bool { false }
    @inline(__always) static func isInfinite(_ x: Storage) -> Bool { false }
    @inline(__always) static func isFinite(_ x: Storage) -> Bool { true }
}

extension Int64Element: LogicElement {}
extension Int32Element: LogicElement {}
extension Int16Element: LogicElement {}
extension Int8Element: LogicElement {}
extension UInt8Element: LogicElement {}

extension LogicElement where Ordered == Float {
    @inline(__always) static func isNaN(_ x: Storage) -> Bool { ordered(x) != ordered(x) }
    @inline(__always) static func isInfinite(_ x: Storage) -> Bool { ordered(x).magnitude == .infinity }
    @inline(__always) static func isFinite(_ x: Storage) -> Bool { ordered(x).magnitude < .infinity }
}

extension Float32Element: LogicElement {
    @inline(__always) static func ordered(_ x: Float) -> Float { x }
}

extension Float16Element: LogicElement {
    @inline(__always) static func ordered(_ x: UInt16) -> Float { float(x) }
}

extension BFloat16Element: LogicElement {
    @inline(__always) static func ordered(_ x: UInt16) -> Float { float(x) }
}

extension Float64Element: LogicElement {
    @inline(__always) static func ordered(_ x: Double) -> Double { x }
    @inline(__always) static func isNaN(_ x: Double) -> Bool { x != x }
    @inline(__always) static func isInfinite(_ x: Double) -> Bool { x.magnitude == .infinity }
    @inline(__always) static func isFinite(_ x: Double) -> Bool { x.magnitude < .infinity }
}
