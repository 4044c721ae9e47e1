/// One vector register of floating-point elements. Kernels are written once against this protocol and
/// compiled for every instruction set; only `FloatLane` and `DoubleLane` know how wide a register is.
///
/// Everything is `@inline(__always)`: a vector passed to a function that stays a call is split into 128-bit halves.
protocol Lane {
    associatedtype Scalar: BinaryFloatingPoint & SIMDScalar & Sendable
    associatedtype Mask: LaneMask

    /// Elements in a register.
    static var width: Int { get }

    /// Every element set to `value`.
    init(_ value: Scalar)

    /// Reads `width` elements; no alignment is asked for.
    static func load(_ source: UnsafePointer<Scalar>) -> Self
    /// Writes `width` elements; no alignment is asked for.
    func store(_ target: UnsafeMutablePointer<Scalar>)

    /// Reads the first `count` elements, fewer than `width`, in place of those of `rest`.
    static func load(_ source: UnsafePointer<Scalar>, _ count: Int, _ rest: Self) -> Self
    /// Writes the first `count` elements, fewer than `width`.
    func store(_ target: UnsafeMutablePointer<Scalar>, _ count: Int)

    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static func / (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self

    /// `a * b + c`: rounded once where the instruction set has FMA, twice on the x86-64 baseline.
    static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self

    static func .< (a: Self, b: Self) -> Mask
    static func .<= (a: Self, b: Self) -> Mask
    static func .> (a: Self, b: Self) -> Mask
    static func .>= (a: Self, b: Self) -> Mask
    static func .== (a: Self, b: Self) -> Mask
    static func .!= (a: Self, b: Self) -> Mask

    /// Elements of `a` where the mask is set, of `b` elsewhere.
    static func select(_ mask: Mask, _ a: Self, _ b: Self) -> Self

    /// The value without its sign bit.
    var magnitude: Self { get }
    /// The magnitude of `self` with the sign bit of `other`.
    func copyingSign(of other: Self) -> Self
    /// Rounded to an integral value.
    func rounded(_ rule: FloatingPointRoundingRule) -> Self
    /// The square root, correctly rounded.
    var squareRoot: Self { get }

    /// The elements added in pairs, halves first.
    var horizontalSum: Scalar { get }

    /// 0, 1, 2, ...
    static var iota: Self { get }
    /// The elements moved `distance` places to the front; those that fall off there follow at the end.
    func rotated(by distance: Int) -> Self
    /// The elements of `a` and `b` in turn, in two registers.
    static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self)
    /// The mask as a number: bit i for element i.
    static func setBits(_ mask: Mask) -> UInt

    subscript(index: Int) -> Scalar { get set }
}

/// What a comparison of lanes gives: a truth value for each element.
protocol LaneMask {
    static func .& (a: Self, b: Self) -> Self
    static func .| (a: Self, b: Self) -> Self
    static func .^ (a: Self, b: Self) -> Self
    static prefix func .! (a: Self) -> Self
}

extension SIMDMask: LaneMask {}

extension Lane {
    /// The smaller element; `b` where either is NaN (the order of `minps`).
    @inline(__always) static func lesser(_ a: Self, _ b: Self) -> Self { select(a .< b, a, b) }
    /// The larger element; `b` where either is NaN (the order of `maxps`).
    @inline(__always) static func greater(_ a: Self, _ b: Self) -> Self { select(a .> b, a, b) }
    /// The smaller element; NaN where either is.
    @inline(__always) static func minimum(_ a: Self, _ b: Self) -> Self { select(a.isNaN, a, lesser(a, b)) }
    /// The larger element; NaN where either is.
    @inline(__always) static func maximum(_ a: Self, _ b: Self) -> Self { select(a.isNaN, a, greater(a, b)) }
    /// Set where the element is NaN.
    @inline(__always) var isNaN: Mask { self .!= self }
    /// Whether the mask is set for any element. (The standard library's `any` is a function that the variants share.)
    @inline(__always) static func any(_ mask: Mask) -> Bool { Self(1).kept(mask).horizontalSum > 0 }
    /// Set where the sign bit is. (A comparison of the bits as integers would be made element by element.)
    @inline(__always) var isNegative: Mask { Self(1).copyingSign(of: self) .< Self.zero }
    @inline(__always) static var zero: Self { Self(0) }
    /// `self` limited to `low...high`; NaN stays.
    @inline(__always) func limited(_ low: Self, _ high: Self) -> Self { Self.lesser(high, Self.greater(low, self)) }
    /// `self` where the mask is set, 0 elsewhere.
    @inline(__always) func kept(_ mask: Mask) -> Self { Self.select(mask, self, Self.zero) }
    /// 0 where the mask is set, `self` elsewhere.
    @inline(__always) func keptUnless(_ mask: Mask) -> Self { Self.select(mask, Self.zero, self) }
}
