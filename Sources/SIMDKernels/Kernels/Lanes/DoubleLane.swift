#if PINION_AVX512
typealias DoubleVector = SIMD8<Double>
typealias DoubleVectorBits = SIMD8<Int64>
#elseif PINION_AVX2
typealias DoubleVector = SIMD4<Double>
typealias DoubleVectorBits = SIMD4<Int64>
#else
typealias DoubleVector = SIMD2<Double>
typealias DoubleVectorBits = SIMD2<Int64>
#endif

/// A register of `Double`: 2, 4 or 8 elements.
struct DoubleLane: Lane {
    typealias Scalar = Double
    typealias Bits = DoubleVectorBits
    typealias Mask = SIMDMask<DoubleVectorBits>

    var raw: DoubleVector

    @inline(__always) init(raw: DoubleVector) { self.raw = raw }
    @inline(__always) init(_ value: Double) { raw = DoubleVector(repeating: value) }
    /// The elements whose bit patterns are `bits`.
    @inline(__always) init(bits: Bits) { raw = unsafeBitCast(bits, to: DoubleVector.self) }

    @inline(__always) static var width: Int { DoubleVector.scalarCount }
    /// The elements' bit patterns, as signed integers.
    @inline(__always) var bits: Bits { unsafeBitCast(raw, to: Bits.self) }

    @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: DoubleVector.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: DoubleVector.self)
    }

    @inline(__always) static func + (a: Self, b: Self) -> Self { Self(raw: a.raw + b.raw) }
    @inline(__always) static func - (a: Self, b: Self) -> Self { Self(raw: a.raw - b.raw) }
    @inline(__always) static func * (a: Self, b: Self) -> Self { Self(raw: a.raw * b.raw) }
    @inline(__always) static func / (a: Self, b: Self) -> Self { Self(raw: a.raw / b.raw) }
    @inline(__always) static prefix func - (a: Self) -> Self { Self(bits: a.bits ^ Self(-0.0).bits) }

    @inline(__always) static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self {
        #if PINION_AVX512 || PINION_AVX2 || arch(arm64)
        Self(raw: vectorMultiplyAdd(a.raw, b.raw, c.raw))
        #else
        // Without FMA in the target's features it is a call of `fma` for each element.
        Self(raw: a.raw * b.raw + c.raw)
        #endif
    }

    @inline(__always) static func .< (a: Self, b: Self) -> Mask { a.raw .< b.raw }
    @inline(__always) static func .<= (a: Self, b: Self) -> Mask { a.raw .<= b.raw }
    @inline(__always) static func .> (a: Self, b: Self) -> Mask { a.raw .> b.raw }
    @inline(__always) static func .>= (a: Self, b: Self) -> Mask { a.raw .>= b.raw }
    @inline(__always) static func .== (a: Self, b: Self) -> Mask { a.raw .== b.raw }
    @inline(__always) static func .!= (a: Self, b: Self) -> Mask { a.raw .!= b.raw }

    @inline(__always) static func select(_ mask: Mask, _ a: Self, _ b: Self) -> Self {
        Self(raw: vectorSelect(mask, a.raw, b.raw))
    }

    @inline(__always) var magnitude: Self { Self(bits: bits & Int64.max) }
    @inline(__always) func copyingSign(of other: Self) -> Self {
        Self(bits: (bits & Int64.max) | (other.bits & Int64.min))
    }
    @inline(__always) func rounded(_ rule: FloatingPointRoundingRule) -> Self { Self(raw: raw.rounded(rule)) }
    @inline(__always) var squareRoot: Self { Self(raw: vectorSquareRoot(raw)) }

    @inline(__always) var horizontalSum: Double {
        #if PINION_AVX512
        let four = raw.lowHalf + raw.highHalf
        let two = four.lowHalf + four.highHalf
        #elseif PINION_AVX2
        let two = raw.lowHalf + raw.highHalf
        #else
        let two = raw
        #endif
        return two[0] + two[1]
    }

    @inline(__always) static var iota: Self {
        #if PINION_AVX512
        Self(raw: DoubleVector(0, 1, 2, 3, 4, 5, 6, 7))
        #elseif PINION_AVX2
        Self(raw: DoubleVector(0, 1, 2, 3))
        #else
        Self(raw: DoubleVector(0, 1))
        #endif
    }
    @inline(__always) func rotated(by distance: Int) -> Self {
        #if PINION_AVX512
        Self(
            raw: DoubleVector(
                raw[distance], raw[(distance + 1) & 7], raw[(distance + 2) & 7], raw[(distance + 3) & 7],
                raw[(distance + 4) & 7], raw[(distance + 5) & 7], raw[(distance + 6) & 7], raw[(distance + 7) & 7]))
        #elseif PINION_AVX2
        Self(
            raw: DoubleVector(raw[distance], raw[(distance + 1) & 3], raw[(distance + 2) & 3], raw[(distance + 3) & 3]))
        #else
        Self(raw: DoubleVector(raw[distance], raw[(distance + 1) & 1]))
        #endif
    }
    @inline(__always) static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self) {
        let (low, high) = vectorInterleave(a.raw, b.raw)
        return (Self(raw: low), Self(raw: high))
    }
    @inline(__always) static func setBits(_ mask: Mask) -> UInt { vectorSetBits(mask) }

    @inline(__always) subscript(index: Int) -> Double {
        get { raw[index] }
        set { raw[index] = newValue }
    }
}
