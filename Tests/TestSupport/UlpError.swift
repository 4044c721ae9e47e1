/// The largest error of a sweep, in units in the last place, and the argument where it was met.
package struct UlpError: CustomStringConvertible {
    package var ulp = 0.0
    package var x = 0.0
    package var y = 0.0

    package var description: String { "\(Double(Int(min(ulp, 1e9) * 1000)) / 1000) ULP at x = \(x), y = \(y)" }

    @inline(__always)
    mutating func note(_ error: Double, _ x: Double, _ y: Double) {
        if !(error <= ulp) {
            ulp = error.isNaN ? .infinity : error
            self.x = x
            self.y = y
        }
    }
}

/// `|got - exact|` in ULPs of `Float` at `exact`; a NaN against a number, or the reverse, is infinite.
package func ulpError(_ got: Float, _ exact: Double) -> Double {
    if got.isNaN || exact.isNaN { return got.isNaN && exact.isNaN ? 0 : .infinity }
    let rounded = Float(exact)
    if got == rounded { return rounded.isInfinite || rounded == 0 ? 0 : abs(Double(got) - exact) / spacing(rounded) }
    if exact.isInfinite { return .infinity }
    // An infinity stands for the number after the largest finite one.
    let value = got.isInfinite ? (got > 0 ? 0x1p128 : -0x1p128) : Double(got)
    return abs(value - exact) / spacing(rounded)
}

private func spacing(_ x: Float) -> Double { Double(x.isInfinite ? Float.greatestFiniteMagnitude.ulp : x.ulp) }

/// The largest error of `got` over arguments `x` (and `y`) for `Float`, against `exact` in `Double`.
package func largestError(_ got: [Float], _ exact: [Double], x: [Float], y: [Float]? = nil) -> UlpError {
    var worst = UlpError()
    for i in 0..<got.count {
        worst.note(ulpError(got[i], exact[i]), Double(x[i]), y.map { Double($0[i]) } ?? 0)
    }
    return worst
}

#if arch(x86_64)
/// `|got - exact|` in ULPs of `Double` at `exact`; a NaN against a number, or the reverse, is infinite.
package func ulpError(_ got: Double, _ exact: Float80) -> Double {
    if got.isNaN || exact.isNaN { return got.isNaN && exact.isNaN ? 0 : .infinity }
    let rounded = Double(exact)
    let spacing = Float80((rounded.isInfinite ? Double.greatestFiniteMagnitude : rounded).ulp)
    if got == rounded {
        return rounded.isInfinite || rounded == 0 ? 0 : Double(abs(Float80(got) - exact) / spacing)
    }
    if exact.isInfinite { return .infinity }
    let value: Float80 = got.isInfinite ? (got > 0 ? 0x1p1024 : -0x1p1024) : Float80(got)
    return Double(abs(value - exact) / spacing)
}

/// The largest error of `got` over arguments `x` (and `y`) for `Double`, against `exact` in `Float80`.
package func largestError(_ got: [Double], _ exact: [Float80], x: [Double], y: [Double]? = nil) -> UlpError {
    var worst = UlpError()
    for i in 0..<got.count { worst.note(ulpError(got[i], exact[i]), x[i], y?[i] ?? 0) }
    return worst
}
#endif

/// `function` of each argument; here, so that it runs optimised in debug builds too.
package func reference<T, U>(_ x: [T], _ function: (T) -> U) -> [U] { x.map(function) }

/// Every `step`-th bit pattern of `Float`.
package func floatSweep(step: UInt32) -> [Float] {
    var result: [Float] = []
    var bits: UInt32 = 0
    while true {
        result.append(Float(bitPattern: bits))
        let (next, over) = bits.addingReportingOverflow(step)
        if over { return result }
        bits = next
    }
}

/// `count` bit patterns of `Double`, spread evenly, with varied low bits.
package func doubleSweep(count: Int) -> [Double] {
    let step = UInt64.max / UInt64(count)
    return (0..<UInt64(count)).map { Double(bitPattern: $0 &* step &+ ($0 &* 0x9E37_79B9_7F4A_7C15) >> 16) }
}

/// `count` values spread evenly from `low` to `high`.
package func linearSweep(_ low: Double, _ high: Double, count: Int) -> [Double] {
    let step = (high - low) / Double(count)
    return (0..<count).map { (i: Int) -> Double in low + step * (Double(i) + 0.37) }
}
