#if canImport(Glibc)
import Glibc
#endif

// Reference implementations, replaced by vector code function by function.
extension FloatLane {
    @inline(__always) private static func each(_ x: Self, _ f: (Float) -> Float) -> Self {
        var y = x
        for i in 0..<width { y[i] = f(x[i]) }
        return y
    }
    static func exp(_ x: Self) -> Self { each(x) { Glibc.expf($0) } }
    static func exp2(_ x: Self) -> Self { each(x) { Glibc.exp2f($0) } }
    static func expm1(_ x: Self) -> Self { each(x) { Glibc.expm1f($0) } }
    static func log(_ x: Self) -> Self { each(x) { Glibc.logf($0) } }
    static func log2(_ x: Self) -> Self { each(x) { Glibc.log2f($0) } }
    static func log10(_ x: Self) -> Self { each(x) { Glibc.log10f($0) } }
    static func log1p(_ x: Self) -> Self { each(x) { Glibc.log1pf($0) } }
    static func sin(_ x: Self) -> Self { each(x) { Glibc.sinf($0) } }
    static func cos(_ x: Self) -> Self { each(x) { Glibc.cosf($0) } }
    static func tan(_ x: Self) -> Self { each(x) { Glibc.tanf($0) } }
    static func asin(_ x: Self) -> Self { each(x) { Glibc.asinf($0) } }
    static func acos(_ x: Self) -> Self { each(x) { Glibc.acosf($0) } }
    static func atan(_ x: Self) -> Self { each(x) { Glibc.atanf($0) } }
    static func sinh(_ x: Self) -> Self { each(x) { Glibc.sinhf($0) } }
    static func cosh(_ x: Self) -> Self { each(x) { Glibc.coshf($0) } }
    static func tanh(_ x: Self) -> Self { each(x) { Glibc.tanhf($0) } }
    static func erf(_ x: Self) -> Self { each(x) { Glibc.erff($0) } }
    static func erfc(_ x: Self) -> Self { each(x) { Glibc.erfcf($0) } }
    static func atan2(_ y: Self, _ x: Self) -> Self {
        var z = y
        for i in 0..<width { z[i] = Glibc.atan2f(y[i], x[i]) }
        return z
    }
    static func pow(_ x: Self, _ y: Self) -> Self {
        var z = y
        for i in 0..<width { z[i] = Glibc.powf(x[i], y[i]) }
        return z
    }
}
extension DoubleLane {
    @inline(__always) private static func each(_ x: Self, _ f: (Double) -> Double) -> Self {
        var y = x
        for i in 0..<width { y[i] = f(x[i]) }
        return y
    }
    static func exp(_ x: Self) -> Self { each(x) { Glibc.exp($0) } }
    static func exp2(_ x: Self) -> Self { each(x) { Glibc.exp2($0) } }
    static func expm1(_ x: Self) -> Self { each(x) { Glibc.expm1($0) } }
    static func log(_ x: Self) -> Self { each(x) { Glibc.log($0) } }
    static func log2(_ x: Self) -> Self { each(x) { Glibc.log2($0) } }
    static func log10(_ x: Self) -> Self { each(x) { Glibc.log10($0) } }
    static func log1p(_ x: Self) -> Self { each(x) { Glibc.log1p($0) } }
    static func sin(_ x: Self) -> Self { each(x) { Glibc.sin($0) } }
    static func cos(_ x: Self) -> Self { each(x) { Glibc.cos($0) } }
    static func tan(_ x: Self) -> Self { each(x) { Glibc.tan($0) } }
    static func asin(_ x: Self) -> Self { each(x) { Glibc.asin($0) } }
    static func acos(_ x: Self) -> Self { each(x) { Glibc.acos($0) } }
    static func atan(_ x: Self) -> Self { each(x) { Glibc.atan($0) } }
    static func sinh(_ x: Self) -> Self { each(x) { Glibc.sinh($0) } }
    static func cosh(_ x: Self) -> Self { each(x) { Glibc.cosh($0) } }
    static func tanh(_ x: Self) -> Self { each(x) { Glibc.tanh($0) } }
    static func erf(_ x: Self) -> Self { each(x) { Glibc.erf($0) } }
    static func erfc(_ x: Self) -> Self { each(x) { Glibc.erfc($0) } }
    static func atan2(_ y: Self, _ x: Self) -> Self {
        var z = y
        for i in 0..<width { z[i] = Glibc.atan2(y[i], x[i]) }
        return z
    }
    static func pow(_ x: Self, _ y: Self) -> Self {
        var z = y
        for i in 0..<width { z[i] = Glibc.pow(x[i], y[i]) }
        return z
    }
}

extension MathLane {
    static func sigmoid(_ x: Self) -> Self { Self(1) / (Self(1) + exp(-x)) }
    static func sqrt(_ x: Self) -> Self { x.squareRoot }
    static func rsqrt(_ x: Self) -> Self { Self(1) / x.squareRoot }
}
