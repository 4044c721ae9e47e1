extension MathLane {
    /// What the quotient rounded towards zero leaves, exactly; the sign is the dividend's.
    @inline(__always) static func fmod(_ x: Self, _ y: Self) -> Self {
        #if PINION_AVX512 || PINION_AVX2 || arch(arm64)
        let a = x.magnitude
        let b = y.magnitude
        let quotient = a / b
        // At most 1 above the true one; either way the remainder is a number of the format, and the FMA exact.
        let n = quotient.rounded(.towardZero)
        let rest = multiplyAdd(-n, b, a)
        var result = rest + b.kept(rest .< zero)
        let limit = roundingMagic * Self(0.5)
        let easy = (quotient .< limit) .& (b .< Self(.infinity))
        if any(.!easy) {
            var i = 0
            while i < width {
                if !(quotient[i] < limit[i] && b[i] < .infinity) {
                    result[i] = a[i].truncatingRemainder(dividingBy: b[i])
                }
                i += 1
            }
        }
        return result.copyingSign(of: x)
        #else
        // Without FMA the step above is not exact.
        var result = x
        var i = 0
        while i < width {
            result[i] = x[i].truncatingRemainder(dividingBy: y[i])
            i += 1
        }
        return result
        #endif
    }
}
