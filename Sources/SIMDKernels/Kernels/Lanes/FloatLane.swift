#if PINION_AVX512
typealias FloatVector = SIMD16<Float>
typealias FloatVectorBits = SIMD16<Int32>
#elseif PINION_AVX2
typealias FloatVector = SIMD8<Float>
typealias FloatVectorBits = SIMD8<Int32>
#else
typealias FloatVector = SIMD4<Float>
typealias FloatVectorBits = SIMD4<Int32>
#endif

/// A register of `Float`: 4, 8 or 16 elements.
struct FloatLane: Lane {
    typealias Scalar = Float
    typealias Bits = FloatVectorBits
    typealias Mask = SIMDMask<FloatVectorBits>

    var raw: FloatVector

    @inline(__always) init(raw: FloatVector) { self.raw = raw }
    @inline(__always) init(_ value: Float) { raw = FloatVector(repeating: value) }
    /// The elements whose bit patterns are `bits`.
    @inline(__always) init(bits: Bits) { raw = unsafeBitCast(bits, to: FloatVector.self) }

    @inline(__always) static var width: Int { FloatVector.scalarCount }
    /// The elements' bit patterns, as signed integers.
    @inline(__always) var bits: Bits { unsafeBitCast(raw, to: Bits.self) }

    @inline(__always) static func load(_ source: UnsafePointer<Float>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: FloatVector.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: FloatVector.self)
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
        // Without FMA in the target's features it is a call of `fmaf` for each element.
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

    @inline(__always) var magnitude: Self { Self(bits: bits & Int32.max) }
    @inline(__always) func copyingSign(of other: Self) -> Self {
        Self(bits: (bits & Int32.max) | (other.bits & Int32.min))
    }
    @inline(__always) func rounded(_ rule: FloatingPointRoundingRule) -> Self { Self(raw: raw.rounded(rule)) }
    @inline(__always) var squareRoot: Self { Self(raw: vectorSquareRoot(raw)) }

    @inline(__always) var horizontalSum: Float {
        #if PINION_AVX512
        let eight = raw.lowHalf + raw.highHalf
        let four = eight.lowHalf + eight.highHalf
        #elseif PINION_AVX2
        let four = raw.lowHalf + raw.highHalf
        #else
        let four = raw
        #endif
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }

    @inline(__always) static var iota: Self {
        #if PINION_AVX512
        Self(raw: FloatVector(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
        #elseif PINION_AVX2
        Self(raw: FloatVector(0, 1, 2, 3, 4, 5, 6, 7))
        #else
        Self(raw: FloatVector(0, 1, 2, 3))
        #endif
    }
    @inline(__always) func rotated(by distance: Int) -> Self {
        #if PINION_AVX512
        Self(
            raw: FloatVector(
                raw[distance], raw[(distance + 1) & 15], raw[(distance + 2) & 15], raw[(distance + 3) & 15],
                raw[(distance + 4) & 15], raw[(distance + 5) & 15], raw[(distance + 6) & 15], raw[(distance + 7) & 15],
                raw[(distance + 8) & 15], raw[(distance + 9) & 15], raw[(distance + 10) & 15],
                raw[(distance + 11) & 15], raw[(distance + 12) & 15], raw[(distance + 13) & 15],
                raw[(distance + 14) & 15], raw[(distance + 15) & 15]))
        #elseif PINION_AVX2
        Self(
            raw: FloatVector(
                raw[distance], raw[(distance + 1) & 7], raw[(distance + 2) & 7], raw[(distance + 3) & 7],
                raw[(distance + 4) & 7], raw[(distance + 5) & 7], raw[(distance + 6) & 7], raw[(distance + 7) & 7]))
        #else
        Self(raw: FloatVector(raw[distance], raw[(distance + 1) & 3], raw[(distance + 2) & 3], raw[(distance + 3) & 3]))
        #endif
    }
    @inline(__always) static func interleave(_ a: Self, _ b: Self) -> (low: Self, high: Self) {
        let (low, high) = vectorInterleave(a.raw, b.raw)
        return (Self(raw: low), Self(raw: high))
    }
    @inline(__always) static func setBits(_ mask: Mask) -> UInt { vectorSetBits(mask) }

    @inline(__always) subscript(index: Int) -> Float {
        get { raw[index] }
        set { raw[index] = newValue }
    }
}
