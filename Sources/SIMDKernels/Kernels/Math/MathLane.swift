/// A lane with the mathematical functions, element by element. Bounds in ULP are stated at each implementation.
protocol MathLane: Lane {
    static func exp(_ x: Self) -> Self
    static func exp2(_ x: Self) -> Self
    static func expm1(_ x: Self) -> Self
    static func log(_ x: Self) -> Self
    static func log2(_ x: Self) -> Self
    static func log10(_ x: Self) -> Self
    static func log1p(_ x: Self) -> Self
    static func sin(_ x: Self) -> Self
    static func cos(_ x: Self) -> Self
    static func tan(_ x: Self) -> Self
    static func asin(_ x: Self) -> Self
    static func acos(_ x: Self) -> Self
    static func atan(_ x: Self) -> Self
    static func atan2(_ y: Self, _ x: Self) -> Self
    static func sinh(_ x: Self) -> Self
    static func cosh(_ x: Self) -> Self
    static func tanh(_ x: Self) -> Self
    static func asinh(_ x: Self) -> Self
    static func acosh(_ x: Self) -> Self
    static func atanh(_ x: Self) -> Self
    static func sigmoid(_ x: Self) -> Self
    static func erf(_ x: Self) -> Self
    static func erfc(_ x: Self) -> Self
    /// Phi(x) - 1/2, where Phi is the distribution function of the standard normal distribution.
    static func centredNormalDistribution(_ x: Self) -> Self
    /// The derivative of x Phi(x), less 1/2.
    static func centredGELUSlope(_ x: Self) -> Self
    static func hypot(_ x: Self, _ y: Self) -> Self
    static func pow(_ x: Self, _ y: Self) -> Self
    static func sqrt(_ x: Self) -> Self
    static func rsqrt(_ x: Self) -> Self

    // What the exponential functions need of a precision.

    /// 1.5 times 2 to the number of mantissa bits: added and subtracted, it rounds to the nearest integer.
    static var roundingMagic: Self { get }
    /// 2 to the number of mantissa bits: from here on every number is an integer.
    static var firstSpacedByOne: Self { get }
    /// 2^n for integral `n` in the range of normal exponents.
    static func powerOfTwo(_ n: Self) -> Self
    /// `self * 2^n` for an integral `n`, rounded once, for the whole range of exponents.
    func scaled(_ n: Self) -> Self
    /// `self * 2^n` where 2^n is a normal number.
    func scaledInside(_ n: Self) -> Self
    /// ln 2 in two parts; products of the first with any exponent are exact.
    static var ln2High: Self { get }
    static var ln2Low: Self { get }
    /// e^r - 1 - r for |r| <= ln 2 / 2.
    static func exponentialTail(_ r: Self) -> Self
    /// Arguments below the first give 0, above the second infinity, for `exp`; for `exp2` in the third and fourth.
    static var exponentialLimits: (low: Self, high: Self, low2: Self, high2: Self) { get }
    /// e to this power is a normal number, and the least of them but for a factor of 2.
    static var leastNormalExponent: Self { get }
    /// Above this sinh is infinite, and a quarter of e^x is not.
    static var hyperbolicLimit: Self { get }
    /// Below this in magnitude `sinh x`, `tanh x` and `expm1 x` are `x`.
    static var tiny: Self { get }
}

extension MathLane {
    /// `p * x + c`, for Horner's rule.
    @inline(__always) func horner(_ x: Self, _ c: Scalar) -> Self { Self.multiplyAdd(self, x, Self(c)) }
    /// `x` rounded to the nearest integer, for |x| well below 2 to the number of mantissa bits.
    @inline(__always) static func nearest(_ x: Self) -> Self { (x + roundingMagic) - roundingMagic }
    /// `x` bounded; NaN stays.
    @inline(__always) static func bounded(_ x: Self, _ low: Self, _ high: Self) -> Self {
        lesser(high, greater(low, x))
    }

    /// The correctly rounded square root.
    @inline(__always) static func sqrt(_ x: Self) -> Self { x.squareRoot }
    /// 1 / sqrt(x). At most 1.5 ULP.
    @inline(__always) static func rsqrt(_ x: Self) -> Self { Self(1) / x.squareRoot }
}
