import Builtin

// What AVX-512 has an instruction for and the other tables put together from several: e^x is 1.5 times as fast for it.
// Its reciprocal to 14 bits is of no use for quotients: the two steps that make it exact hold up the multipliers, beside
// which the divider works unseen (sigmoid 1.1 times as long).

extension MathLane {
    @inline(__always) func scaled(_ n: Self) -> Self {
        let half = Self.nearest(n * Self(0.5))
        return self * Self.powerOfTwo(half) * Self.powerOfTwo(n - half)
    }

    @inline(__always) func scaledInside(_ n: Self) -> Self { self * Self.powerOfTwo(n) }
}

#if PINION_AVX512

extension FloatLane {
    @inline(__always) func scaled(_ n: Self) -> Self {
        let value = raw._storage._value
        return Self(
            raw: unsafeBitCast(
                Builtin.int_x86_avx512_mask_scalef_ps_512(
                    value, n.raw._storage._value, value, Int16(-1)._value, Int32(4)._value),
                to: FloatVector.self))
    }

    @inline(__always) func scaledInside(_ n: Self) -> Self { scaled(n) }
}

extension DoubleLane {
    @inline(__always) func scaled(_ n: Self) -> Self {
        let value = raw._storage._value
        return Self(
            raw: unsafeBitCast(
                Builtin.int_x86_avx512_mask_scalef_pd_512(
                    value, n.raw._storage._value, value, Int8(-1)._value, Int32(4)._value),
                to: DoubleVector.self))
    }

    @inline(__always) func scaledInside(_ n: Self) -> Self { scaled(n) }
}

#endif
