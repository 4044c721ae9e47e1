/// a * b + c rounded once on every instruction set, because random numbers must not depend on the machine.
protocol FusedLane: Lane {
    static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self
}

#if PINION_AVX512 || PINION_AVX2 || arch(arm64)

extension FloatLane: FusedLane {
    @inline(__always) static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self { multiplyAdd(a, b, c) }
}

extension DoubleLane: FusedLane {
    @inline(__always) static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self { multiplyAdd(a, b, c) }
}

#else

extension FloatLane: FusedLane {
    @inline(__always) static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self {
        let low = fused(widen(a.raw.lowHalf), widen(b.raw.lowHalf), widen(c.raw.lowHalf))
        let high = fused(widen(a.raw.highHalf), widen(b.raw.highHalf), widen(c.raw.highHalf))
        return Self(raw: FloatVector(lowHalf: low, highHalf: high))
    }

    /// The product is exact in Double. The sum is rounded to odd there (a lost part sets the last bit), so that rounding
    /// it again to Float gives what one rounding would: S. Boldo and G. Melquiond, "Emulation of FMA and correctly
    /// rounded sums: proved algorithms using rounding to odd", IEEE Transactions on Computers 57 (2008).
    @inline(__always)
    private static func fused(_ a: DoubleVector, _ b: DoubleVector, _ c: DoubleVector) -> SIMD2<Float> {
        let product = a * b
        let sum = product + c
        // Knuth's TwoSum: `lost` is exact.
        let back = sum - product
        let lost = (product - (sum - back)) + (c - back)
        let bits = DoubleLane(raw: sum).bits
        let lostBits = DoubleLane(raw: lost).bits
        // Where the last bit is even and something was lost: one step towards it, up in magnitude if the signs agree.
        let isEven = (bits & 1) &- 1
        let isInexact = unsafeBitCast(lost .!= DoubleVector(repeating: 0), to: DoubleVectorBits.self)
        let signsDiffer =
            DoubleVectorBits(repeating: 0)
            &- unsafeBitCast(
                unsafeBitCast(bits ^ lostBits, to: SIMD2<UInt64>.self) &>> 63, to: DoubleVectorBits.self)
        let step = (signsDiffer | 1) & isEven & isInexact
        return narrow(DoubleLane(bits: bits &+ step).raw)
    }
}

extension DoubleLane: FusedLane {
    /// A call of libm's `fma` for each element: only fills of Double use it.
    @inline(__always) static func fused(_ a: Self, _ b: Self, _ c: Self) -> Self {
        Self(raw: vectorMultiplyAdd(a.raw, b.raw, c.raw))
    }
}

#endif
