import Builtin

// Vector operations that the standard library has element by element only. Each of these is one LLVM operation on the
// whole vector, and so one instruction, without waiting for the optimiser to put the elements together again.

#if PINION_AVX512

/// a * b + c, rounded once.
@inline(__always) func vectorMultiplyAdd(_ a: FloatVector, _ b: FloatVector, _ c: FloatVector) -> FloatVector {
    unsafeBitCast(
        Builtin.int_fma_Vec16xFPIEEE32(a._storage._value, b._storage._value, c._storage._value), to: FloatVector.self)
}

@inline(__always) func vectorSquareRoot(_ a: FloatVector) -> FloatVector {
    unsafeBitCast(Builtin.int_sqrt_Vec16xFPIEEE32(a._storage._value), to: FloatVector.self)
}

/// The integers as numbers, rounded to nearest even.
@inline(__always) func convert(_ a: FloatVectorBits) -> FloatVector {
    unsafeBitCast(Builtin.sitofp_Vec16xInt32_Vec16xFPIEEE32(a._storage._value), to: FloatVector.self)
}

/// The numbers rounded towards zero; unspecified where that is outside Int32.
@inline(__always) func truncate(_ a: FloatVector) -> FloatVectorBits {
    unsafeBitCast(Builtin.fptosi_Vec16xFPIEEE32_Vec16xInt32(a._storage._value), to: FloatVectorBits.self)
}

/// The elements of `a` and `b` in turn.
@inline(__always) func vectorInterleave(_ a: FloatVector, _ b: FloatVector) -> (FloatVector, FloatVector) {
    let (low, high) = Builtin.interleave_Vec16xFPIEEE32(a._storage._value, b._storage._value)
    return (unsafeBitCast(low, to: FloatVector.self), unsafeBitCast(high, to: FloatVector.self))
}

@inline(__always) func vectorInterleave(_ a: DoubleVector, _ b: DoubleVector) -> (DoubleVector, DoubleVector) {
    let (low, high) = Builtin.interleave_Vec8xFPIEEE64(a._storage._value, b._storage._value)
    return (unsafeBitCast(low, to: DoubleVector.self), unsafeBitCast(high, to: DoubleVector.self))
}

/// The even and the odd elements of `a` and `b`.
@inline(__always) func vectorDeinterleave(_ a: FloatVector, _ b: FloatVector) -> (FloatVector, FloatVector) {
    let (even, odd) = Builtin.deinterleave_Vec16xFPIEEE32(a._storage._value, b._storage._value)
    return (unsafeBitCast(even, to: FloatVector.self), unsafeBitCast(odd, to: FloatVector.self))
}

/// Elements of `a` where the mask is set, of `b` elsewhere.
@inline(__always) func vectorSelect(_ mask: SIMDMask<FloatVectorBits>, _ a: FloatVector, _ b: FloatVector)
    -> FloatVector
{
    let bits = unsafeBitCast(mask, to: FloatVectorBits.self)._storage._value
    let set = Builtin.trunc_Vec16xInt32_Vec16xInt1(bits)
    return unsafeBitCast(
        Builtin.select_Vec16xInt1_Vec16xFPIEEE32(set, a._storage._value, b._storage._value), to: FloatVector.self)
}

/// a * b + c, rounded once.
@inline(__always) func vectorMultiplyAdd(_ a: DoubleVector, _ b: DoubleVector, _ c: DoubleVector) -> DoubleVector {
    unsafeBitCast(
        Builtin.int_fma_Vec8xFPIEEE64(a._storage._value, b._storage._value, c._storage._value), to: DoubleVector.self)
}

@inline(__always) func vectorSquareRoot(_ a: DoubleVector) -> DoubleVector {
    unsafeBitCast(Builtin.int_sqrt_Vec8xFPIEEE64(a._storage._value), to: DoubleVector.self)
}

/// Elements of `a` where the mask is set, of `b` elsewhere.
@inline(__always) func vectorSelect(_ mask: SIMDMask<DoubleVectorBits>, _ a: DoubleVector, _ b: DoubleVector)
    -> DoubleVector
{
    let bits = unsafeBitCast(mask, to: DoubleVectorBits.self)._storage._value
    let set = Builtin.trunc_Vec8xInt64_Vec8xInt1(bits)
    return unsafeBitCast(
        Builtin.select_Vec8xInt1_Vec8xFPIEEE64(set, a._storage._value, b._storage._value), to: DoubleVector.self)
}

@inline(__always) func widen(_ a: SIMD8<Float>) -> DoubleVector {
    unsafeBitCast(Builtin.fpext_Vec8xFPIEEE32_Vec8xFPIEEE64(a._storage._value), to: DoubleVector.self)
}

@inline(__always) func narrow(_ a: DoubleVector) -> SIMD8<Float> {
    unsafeBitCast(Builtin.fptrunc_Vec8xFPIEEE64_Vec8xFPIEEE32(a._storage._value), to: SIMD8<Float>.self)
}

/// The mask as a number: bit i for element i.
@inline(__always) func vectorSetBits(_ mask: SIMDMask<FloatVectorBits>) -> UInt {
    let bits = unsafeBitCast(mask, to: FloatVectorBits.self)._storage._value
    let set = Builtin.bitcast_Vec16xInt1_Int16(Builtin.trunc_Vec16xInt32_Vec16xInt1(bits))
    return unsafeBitCast(Builtin.zext_Int16_Int64(set), to: UInt.self)
}

/// The mask as a number: bit i for element i.
@inline(__always) func vectorSetBits(_ mask: SIMDMask<DoubleVectorBits>) -> UInt {
    let bits = unsafeBitCast(mask, to: DoubleVectorBits.self)._storage._value
    let set = Builtin.bitcast_Vec8xInt1_Int8(Builtin.trunc_Vec8xInt64_Vec8xInt1(bits))
    return unsafeBitCast(Builtin.zext_Int8_Int64(set), to: UInt.self)
}

#elseif PINION_AVX2

/// a * b + c, rounded once.
@inline(__always) func vectorMultiplyAdd(_ a: FloatVector, _ b: FloatVector, _ c: FloatVector) -> FloatVector {
    unsafeBitCast(
        Builtin.int_fma_Vec8xFPIEEE32(a._storage._value, b._storage._value, c._storage._value), to: FloatVector.self)
}

@inline(__always) func vectorSquareRoot(_ a: FloatVector) -> FloatVector {
    unsafeBitCast(Builtin.int_sqrt_Vec8xFPIEEE32(a._storage._value), to: FloatVector.self)
}

/// The integers as numbers, rounded to nearest even.
@inline(__always) func convert(_ a: FloatVectorBits) -> FloatVector {
    unsafeBitCast(Builtin.sitofp_Vec8xInt32_Vec8xFPIEEE32(a._storage._value), to: FloatVector.self)
}

/// The numbers rounded towards zero; unspecified where that is outside Int32.
@inline(__always) func truncate(_ a: FloatVector) -> FloatVectorBits {
    unsafeBitCast(Builtin.fptosi_Vec8xFPIEEE32_Vec8xInt32(a._storage._value), to: FloatVectorBits.self)
}

/// The elements of `a` and `b` in turn.
@inline(__always) func vectorInterleave(_ a: FloatVector, _ b: FloatVector) -> (FloatVector, FloatVector) {
    let (low, high) = Builtin.interleave_Vec8xFPIEEE32(a._storage._value, b._storage._value)
    return (unsafeBitCast(low, to: FloatVector.self), unsafeBitCast(high, to: FloatVector.self))
}

@inline(__always) func vectorInterleave(_ a: DoubleVector, _ b: DoubleVector) -> (DoubleVector, DoubleVector) {
    let (low, high) = Builtin.interleave_Vec4xFPIEEE64(a._storage._value, b._storage._value)
    return (unsafeBitCast(low, to: DoubleVector.self), unsafeBitCast(high, to: DoubleVector.self))
}

/// The even and the odd elements of `a` and `b`.
@inline(__always) func vectorDeinterleave(_ a: FloatVector, _ b: FloatVector) -> (FloatVector, FloatVector) {
    let (even, odd) = Builtin.deinterleave_Vec8xFPIEEE32(a._storage._value, b._storage._value)
    return (unsafeBitCast(even, to: FloatVector.self), unsafeBitCast(odd, to: FloatVector.self))
}

/// Elements of `a` where the mask is set, of `b` elsewhere.
@inline(__always) func vectorSelect(_ mask: SIMDMask<FloatVectorBits>, _ a: FloatVector, _ b: FloatVector)
    -> FloatVector
{
    let bits = unsafeBitCast(mask, to: FloatVectorBits.self)._storage._value
    let set = Builtin.trunc_Vec8xInt32_Vec8xInt1(bits)
    return unsafeBitCast(
        Builtin.select_Vec8xInt1_Vec8xFPIEEE32(set, a._storage._value, b._storage._value), to: FloatVector.self)
}

/// a * b + c, rounded once.
@inline(__always) func vectorMultiplyAdd(_ a: DoubleVector, _ b: DoubleVector, _ c: DoubleVector) -> DoubleVector {
    unsafeBitCast(
        Builtin.int_fma_Vec4xFPIEEE64(a._storage._value, b._storage._value, c._storage._value), to: DoubleVector.self)
}

@inline(__always) func vectorSquareRoot(_ a: DoubleVector) -> DoubleVector {
    unsafeBitCast(Builtin.int_sqrt_Vec4xFPIEEE64(a._storage._value), to: DoubleVector.self)
}

/// Elements of `a` where the mask is set, of `b` elsewhere.
@inline(__always) func vectorSelect(_ mask: SIMDMask<DoubleVectorBits>, _ a: DoubleVector, _ b: DoubleVector)
    -> DoubleVector
{
    let bits = unsafeBitCast(mask, to: DoubleVectorBits.self)._storage._value
    let set = Builtin.trunc_Vec4xInt64_Vec4xInt1(bits)
    return unsafeBitCast(
        Builtin.select_Vec4xInt1_Vec4xFPIEEE64(set, a._storage._value, b._storage._value), to: DoubleVector.self)
}

@inline(__always) func widen(_ a: SIMD4<Float>) -> DoubleVector {
    unsafeBitCast(Builtin.fpext_Vec4xFPIEEE32_Vec4xFPIEEE64(a._storage._value), to: DoubleVector.self)
}

@inline(__always) func narrow(_ a: DoubleVector) -> SIMD4<Float> {
    unsafeBitCast(Builtin.fptrunc_Vec4xFPIEEE64_Vec4xFPIEEE32(a._storage._value), to: SIMD4<Float>.self)
}

/// The mask as a number: bit i for element i.
@inline(__always) func vectorSetBits(_ mask: SIMDMask<FloatVectorBits>) -> UInt {
    let bits = unsafeBitCast(mask, to: FloatVectorBits.self)._storage._value
    let set = Builtin.bitcast_Vec8xInt1_Int8(Builtin.trunc_Vec8xInt32_Vec8xInt1(bits))
    return unsafeBitCast(Builtin.zext_Int8_Int64(set), to: UInt.self)
}

/// The mask as a number: bit i for element i.
@inline(__always) func vectorSetBits(_ mask: SIMDMask<DoubleVectorBits>) -> UInt {
    let bits = unsafeBitCast(mask, to: DoubleVectorBits.self)._storage._value
    let set = Builtin.bitcast_Vec4xInt1_Int4(Builtin.trunc_Vec4xInt64_Vec4xInt1(bits))
    return unsafeBitCast(Builtin.zext_Int4_Int64(set), to: UInt.self)
}

#else

/// a * b + c, rounded once.
@inline(__always) func vectorMultiplyAdd(_ a: FloatVector, _ b: FloatVector, _ c: FloatVector) -> FloatVector {
    unsafeBitCast(
        Builtin.int_fma_Vec4xFPIEEE32(a._storage._value, b._storage._value, c._storage._value), to: FloatVector.self)
}

@inline(__always) func vectorSquareRoot(_ a: FloatVector) -> FloatVector {
    unsafeBitCast(Builtin.int_sqrt_Vec4xFPIEEE32(a._storage._value), to: FloatVector.self)
}

/// The integers as numbers, rounded to nearest even.
@inline(__always) func convert(_ a: FloatVectorBits) -> FloatVector {
    unsafeBitCast(Builtin.sitofp_Vec4xInt32_Vec4xFPIEEE32(a._storage._value), to: FloatVector.self)
}

/// The numbers rounded towards zero; unspecified where that is outside Int32.
@inline(__always) func truncate(_ a: FloatVector) -> FloatVectorBits {
    unsafeBitCast(Builtin.fptosi_Vec4xFPIEEE32_Vec4xInt32(a._storage._value), to: FloatVectorBits.self)
}

/// The elements of `a` and `b` in turn.
@inline(__always) func vectorInterleave(_ a: FloatVector, _ b: FloatVector) -> (FloatVector, FloatVector) {
    let (low, high) = Builtin.interleave_Vec4xFPIEEE32(a._storage._value, b._storage._value)
    return (unsafeBitCast(low, to: FloatVector.self), unsafeBitCast(high, to: FloatVector.self))
}

@inline(__always) func vectorInterleave(_ a: DoubleVector, _ b: DoubleVector) -> (DoubleVector, DoubleVector) {
    let (low, high) = Builtin.interleave_Vec2xFPIEEE64(a._storage._value, b._storage._value)
    return (unsafeBitCast(low, to: DoubleVector.self), unsafeBitCast(high, to: DoubleVector.self))
}

/// The even and the odd elements of `a` and `b`.
@inline(__always) func vectorDeinterleave(_ a: FloatVector, _ b: FloatVector) -> (FloatVector, FloatVector) {
    let (even, odd) = Builtin.deinterleave_Vec4xFPIEEE32(a._storage._value, b._storage._value)
    return (unsafeBitCast(even, to: FloatVector.self), unsafeBitCast(odd, to: FloatVector.self))
}

/// Elements of `a` where the mask is set, of `b` elsewhere.
@inline(__always) func vectorSelect(_ mask: SIMDMask<FloatVectorBits>, _ a: FloatVector, _ b: FloatVector)
    -> FloatVector
{
    let bits = unsafeBitCast(mask, to: FloatVectorBits.self)._storage._value
    let set = Builtin.trunc_Vec4xInt32_Vec4xInt1(bits)
    return unsafeBitCast(
        Builtin.select_Vec4xInt1_Vec4xFPIEEE32(set, a._storage._value, b._storage._value), to: FloatVector.self)
}

/// a * b + c, rounded once.
@inline(__always) func vectorMultiplyAdd(_ a: DoubleVector, _ b: DoubleVector, _ c: DoubleVector) -> DoubleVector {
    unsafeBitCast(
        Builtin.int_fma_Vec2xFPIEEE64(a._storage._value, b._storage._value, c._storage._value), to: DoubleVector.self)
}

@inline(__always) func vectorSquareRoot(_ a: DoubleVector) -> DoubleVector {
    unsafeBitCast(Builtin.int_sqrt_Vec2xFPIEEE64(a._storage._value), to: DoubleVector.self)
}

/// Elements of `a` where the mask is set, of `b` elsewhere.
@inline(__always) func vectorSelect(_ mask: SIMDMask<DoubleVectorBits>, _ a: DoubleVector, _ b: DoubleVector)
    -> DoubleVector
{
    let bits = unsafeBitCast(mask, to: DoubleVectorBits.self)._storage._value
    let set = Builtin.trunc_Vec2xInt64_Vec2xInt1(bits)
    return unsafeBitCast(
        Builtin.select_Vec2xInt1_Vec2xFPIEEE64(set, a._storage._value, b._storage._value), to: DoubleVector.self)
}

@inline(__always) func widen(_ a: SIMD2<Float>) -> DoubleVector {
    unsafeBitCast(Builtin.fpext_Vec2xFPIEEE32_Vec2xFPIEEE64(a._storage._value), to: DoubleVector.self)
}

@inline(__always) func narrow(_ a: DoubleVector) -> SIMD2<Float> {
    unsafeBitCast(Builtin.fptrunc_Vec2xFPIEEE64_Vec2xFPIEEE32(a._storage._value), to: SIMD2<Float>.self)
}

/// The mask as a number: bit i for element i.
@inline(__always) func vectorSetBits(_ mask: SIMDMask<FloatVectorBits>) -> UInt {
    let bits = unsafeBitCast(mask, to: FloatVectorBits.self)._storage._value
    let set = Builtin.bitcast_Vec4xInt1_Int4(Builtin.trunc_Vec4xInt32_Vec4xInt1(bits))
    return unsafeBitCast(Builtin.zext_Int4_Int64(set), to: UInt.self)
}

/// The mask as a number: bit i for element i.
@inline(__always) func vectorSetBits(_ mask: SIMDMask<DoubleVectorBits>) -> UInt {
    let bits = unsafeBitCast(mask, to: DoubleVectorBits.self)._storage._value
    let set = Builtin.bitcast_Vec2xInt1_Int2(Builtin.trunc_Vec2xInt64_Vec2xInt1(bits))
    return unsafeBitCast(Builtin.zext_Int2_Int64(set), to: UInt.self)
}

#endif
