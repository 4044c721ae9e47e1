import Builtin

// The 16-bit floating-point formats as bit patterns. float16: sign, 5 bits of exponent, 10 of significand (IEEE 754
// binary16). bfloat16: the upper half of a float32.

/// The float32 of a bfloat16.
@inline(__always) func floatFromBFloat(_ x: UInt16) -> Float { Float(bitPattern: UInt32(x) << 16) }

/// The nearest bfloat16, ties to even; NaN stays NaN and becomes quiet.
@inline(__always) func bfloatFromFloat(_ x: Float) -> UInt16 {
    let bits = x.bitPattern
    // Half a unit less one, and one more where the kept part is odd: what carries over rounds to nearest even.
    let rounded = bits &+ (0x7FFF &+ (bits >> 16 & 1))
    let nan = bits | 0x0040_0000
    return UInt16(truncatingIfNeeded: (x.isNaN ? nan : rounded) >> 16)
}

#if PINION_AVX2 || PINION_AVX512 || arch(arm64)

// F16C and NEON convert in one instruction.

/// The float32 of a float16.
@inline(__always) func floatFromHalf(_ x: UInt16) -> Float {
    Float(Builtin.fpext_FPIEEE16_FPIEEE32(Builtin.bitcast_Int16_FPIEEE16(x._value)))
}

/// The nearest float16, ties to even, infinity from 65520 on; NaN stays NaN and becomes quiet.
@inline(__always) func halfFromFloat(_ x: Float) -> UInt16 {
    UInt16(Builtin.bitcast_FPIEEE16_Int16(Builtin.fptrunc_FPIEEE32_FPIEEE16(x._value)))
}

#else

// Without such an instruction, integer operations; the scheme is Fabian Giesen's (float->half variants, 2012).

/// The float32 of a float16.
@inline(__always) func floatFromHalf(_ x: UInt16) -> Float {
    let sign = UInt32(x & 0x8000) << 16
    let magnitude = UInt32(x & 0x7FFF) << 13
    // The exponent's bias goes from 15 to 127; infinity and NaN keep all exponent bits set.
    let normal = magnitude &+ 112 << 23
    let special = magnitude | 0x7F80_0000 | (magnitude > 0x0F80_0000 ? 0x0040_0000 : 0)
    // Subnormal: the significand put under 2^-14's exponent counts from 2^-14, which is then taken away exactly.
    let subnormal = (Float(bitPattern: magnitude &+ 113 << 23) - 0x1p-14).bitPattern
    let bits = magnitude >= 0x0F80_0000 ? special : magnitude < 0x0080_0000 ? subnormal : normal
    return Float(bitPattern: bits | sign)
}

/// The nearest float16, ties to even, infinity from 65520 on; NaN stays NaN and becomes quiet.
@inline(__always) func halfFromFloat(_ x: Float) -> UInt16 {
    let sign = x.bitPattern >> 16 & 0x8000
    let magnitude = x.bitPattern & 0x7FFF_FFFF
    // Rounding the significand to 10 bits may carry into the exponent, as far as infinity.
    let normal = (magnitude &- 112 << 23 &+ (0xFFF &+ (magnitude >> 13 & 1))) >> 13
    // At 0.5 a float32's last place is 2^-24, the smallest float16: the addition rounds.
    let subnormal = (Float(bitPattern: magnitude) + 0.5).bitPattern &- 0x3F00_0000
    let nan = magnitude >> 13 & 0x3FF | 0x7E00
    let large = magnitude > 0x7F80_0000 ? nan : 0x7C00
    let bits = magnitude >= 0x4780_0000 ? large : magnitude < 0x3880_0000 ? subnormal : normal
    return UInt16(truncatingIfNeeded: bits | sign)
}

#endif
