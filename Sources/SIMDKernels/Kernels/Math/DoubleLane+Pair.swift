/// An unevaluated sum of two lanes: twice the precision of one.
struct DoublePair {
    var high: DoubleLane
    var low: DoubleLane

    @inline(__always) init(_ high: DoubleLane, _ low: DoubleLane) {
        self.high = high
        self.low = low
    }

    /// a + b exactly, for |a| >= |b| or a = 0 (Dekker).
    @inline(__always) init(larger a: DoubleLane, plus b: DoubleLane) {
        high = a + b
        low = b - (high - a)
    }

    /// a + b exactly (Knuth).
    @inline(__always) init(_ a: DoubleLane, plus b: DoubleLane) {
        high = a + b
        let part = high - a
        low = (a - (high - part)) + (b - part)
    }

    /// a * b exactly, up to underflow.
    @inline(__always) init(_ a: DoubleLane, times b: DoubleLane) {
        high = a * b
        #if PINION_AVX512 || PINION_AVX2 || arch(arm64)
        low = DoubleLane.multiplyAdd(a, b, -high)
        #else
        let a1 = a.upperBits
        let b1 = b.upperBits
        let a2 = a - a1
        let b2 = b - b1
        low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2
        #endif
    }

    /// The product, the error below 2^-100 of it.
    @inline(__always) static func * (a: Self, b: Self) -> Self {
        let p = DoublePair(a.high, times: b.high)
        return DoublePair(larger: p.high, plus: p.low + (a.high * b.low + a.low * b.high))
    }
}

extension DoubleLane {
    /// The value with the lower 27 bits of the mantissa cleared: products of two such are exact.
    @inline(__always) var upperBits: Self { Self(bits: bits & ~0x7FF_FFFF) }
    /// The value with the lower 32 bits cleared.
    @inline(__always) var upperWord: Self { Self(bits: bits & ~0xFFFF_FFFF) }
}
