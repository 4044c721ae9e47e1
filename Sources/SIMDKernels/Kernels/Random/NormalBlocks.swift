extension FloatLane {
    /// log(x) for x in (0, 1], the operations in Cephes' order with fused steps where PyTorch's AVX code has them.
    @inline(__always) static func logarithmForNormal(_ x: Self) -> Self {
        let bits = x.bits
        let mantissa = Self(bits: bits & 0x7F_FFFF | 0x3F00_0000)
        let isSmall = mantissa .< Self(0.707106781186547524)
        let exponent = Self(raw: convert((bits &>> 23) &- 126)) - select(isSmall, Self(1), Self(0))
        let m = mantissa - Self(1) + select(isSmall, mantissa, Self(0))
        let z = m * m
        var y = Self(7.0376836292e-2)
        y = fused(y, m, Self(-1.1514610310e-1))
        y = fused(y, m, Self(1.1676998740e-1))
        y = fused(y, m, Self(-1.2420140846e-1))
        y = fused(y, m, Self(1.4249322787e-1))
        y = fused(y, m, Self(-1.6668057665e-1))
        y = fused(y, m, Self(2.0000714765e-1))
        y = fused(y, m, Self(-2.4999993993e-1))
        y = fused(y, m, Self(3.3333331174e-1))
        y = fused(y * m, z, exponent * Self(-2.12194440e-4))
        y = fused(-z, Self(0.5), y)
        return fused(exponent, Self(0.693359375), m + y)
    }

    /// sin and cos of an angle in [0, 2 pi], again after Cephes.
    @inline(__always) static func sineAndCosineForNormal(_ angle: Self) -> (sine: Self, cosine: Self) {
        let octant = (truncate((angle * Self(1.27323954473516)).raw) &+ 1) & ~1
        let count = Self(raw: convert(octant))
        var x = fused(count, Self(-0.78515625), angle)
        x = fused(count, Self(-2.4187564849853515625e-4), x)
        x = fused(count, Self(-3.77489497744594108e-8), x)
        let z = x * x
        var c = Self(2.443315711809948e-5)
        c = fused(c, z, Self(-1.388731625493765e-3))
        c = fused(c, z, Self(4.166664568298827e-2))
        c = fused(c * z, z, -(z * Self(0.5))) + Self(1)
        var s = Self(-1.9515295891e-4)
        s = fused(s, z, Self(8.3321608736e-3))
        s = fused(s, z, Self(-1.6666654611e-1))
        s = fused(s * z, x, x)
        let isSwapped = unsafeBitCast(0 &- (octant &>> 1 & 1), to: Mask.self)
        let sineSign = (octant & 4) &<< 29
        let cosineSign = (~(octant &- 2) & 4) &<< 29
        return (
            Self(bits: select(isSwapped, c, s).bits ^ sineSign),
            Self(bits: select(isSwapped, s, c).bits ^ cosineSign)
        )
    }

    /// Box and Muller: sqrt(-2 log u1) times cos and sin of 2 pi u2, scaled and shifted.
    @inline(__always)
    static func normalPair(_ first: Self, _ second: Self, _ mean: Self, _ std: Self) -> (cosine: Self, sine: Self) {
        let radius = (Self(-2) * logarithmForNormal(Self(1) - first)).squareRoot
        // Swift's Float.pi is rounded down; this is the nearest Float to 2 pi.
        let (sine, cosine) = sineAndCosineForNormal(Self(6.283185307179586) * second)
        return (fused(radius * cosine, std, mean), fused(radius * sine, std, mean))
    }
}

/// Turns blocks of 16 uniform numbers into normal ones: element j of a block's first half pairs with element j of its
/// second half.
func transformToNormal(_ target: UnsafeMutablePointer<Float>, _ blockCount: Int, _ mean: Float, _ std: Float) {
    let mean = FloatLane(mean)
    let std = FloatLane(std)
    var block = target
    #if PINION_AVX512
    // Two blocks fill a register. An odd one is done twice over itself.
    var left = blockCount
    while left > 0 {
        let other = left > 1 ? block + 16 : block
        let a = FloatLane.load(block).raw
        let b = FloatLane.load(other).raw
        let first = FloatVector(lowHalf: a.lowHalf, highHalf: b.lowHalf)
        let second = FloatVector(lowHalf: a.highHalf, highHalf: b.highHalf)
        let (cosine, sine) = FloatLane.normalPair(FloatLane(raw: first), FloatLane(raw: second), mean, std)
        FloatLane(raw: FloatVector(lowHalf: cosine.raw.lowHalf, highHalf: sine.raw.lowHalf)).store(block)
        FloatLane(raw: FloatVector(lowHalf: cosine.raw.highHalf, highHalf: sine.raw.highHalf)).store(other)
        block += 32
        left -= 2
    }
    #else
    let end = target + blockCount * 16
    while block < end {
        var j = 0
        while j < 8 {
            let (cosine, sine) = FloatLane.normalPair(.load(block + j), .load(block + j + 8), mean, std)
            cosine.store(block + j)
            sine.store(block + j + 8)
            j += FloatLane.width
        }
        block += 16
    }
    #endif
}
