import PinionSIMDKernels

/// A number as one of the two types that hold every element of every dtype.
enum Number {
    case integer(Int64)
    case real(Double)

    /// The element of `dtype` with the given bit pattern.
    init(_ dtype: DType, _ pattern: UInt64) {
        switch dtype {
        case .float32: self = .real(Double(Float(bitPattern: UInt32(pattern))))
        case .float64: self = .real(Double(bitPattern: pattern))
        case .float16: self = .real(Number.decoded(pattern, exponentBits: 5, significandBits: 10))
        case .bfloat16: self = .real(Number.decoded(pattern, exponentBits: 8, significandBits: 7))
        case .int64: self = .integer(Int64(bitPattern: pattern))
        case .int32: self = .integer(Int64(Int32(truncatingIfNeeded: pattern)))
        case .int16: self = .integer(Int64(Int16(truncatingIfNeeded: pattern)))
        case .int8: self = .integer(Int64(Int8(truncatingIfNeeded: pattern)))
        case .uint8, .bool: self = .integer(Int64(pattern))
        }
    }

    /// IEEE 754's definition: (-1)^s 2^(e - bias) (1 + f), without the 1 for subnormals.
    static func decoded(_ pattern: UInt64, exponentBits: Int, significandBits: Int) -> Double {
        let bias = 1 << (exponentBits - 1) - 1
        let unit: UInt64 = 1 << significandBits
        let fraction = Double(pattern & (unit - 1)) / Double(unit)
        let exponent = Int(pattern >> significandBits) & (1 << exponentBits - 1)
        let sign: Double = pattern >> (exponentBits + significandBits) & 1 == 1 ? -1 : 1
        if exponent == 1 << exponentBits - 1 { return fraction == 0 ? sign * .infinity : .nan }
        if exponent == 0 { return sign * fraction * Double(sign: .plus, exponent: 1 - bias, significand: 1) }
        return sign * (1 + fraction) * Double(sign: .plus, exponent: exponent - bias, significand: 1)
    }

    /// The pattern of the nearest number, ties to even, of a format with at most 16 bits.
    static func encoded(_ x: Float, exponentBits: Int, significandBits: Int) -> UInt64 {
        let bias = 1 << (exponentBits - 1) - 1
        let infinity = UInt64(1 << exponentBits - 1) << significandBits
        let sign: UInt64 = x.sign == .minus ? 1 << (exponentBits + significandBits) : 0
        if x.isNaN { return sign | infinity | 1 << (significandBits - 1) }
        if x.isInfinite { return sign | infinity }
        if x == 0 { return sign }
        let magnitude = Double(x.magnitude)
        let exponent = max(Int(magnitude.exponent), 1 - bias)
        let unit = Double(sign: .plus, exponent: exponent - significandBits, significand: 1)
        // The count of units carries over into the next exponent by itself, up to infinity.
        let units = UInt64((magnitude / unit).rounded(.toNearestOrEven))
        return sign | min(UInt64(exponent + bias - 1) << significandBits + units, infinity)
    }

    var float: Float {
        switch self {
        case .integer(let value): Float(value)
        case .real(let value): Float(value)
        }
    }

    /// The low 64 bits of the value cut to an integer; the smallest integer of `bits` bits where it is out of range.
    func integer(bits: Int) -> Int64 {
        switch self {
        case .integer(let value): return value
        case .real(let value):
            let smallest = Int64(-1) << Int64(bits - 1)
            let whole = value.rounded(.towardZero)
            return whole >= Double(smallest) && whole < -Double(smallest) ? Int64(whole) : smallest
        }
    }

    /// The bit pattern of this number as an element of `dtype`.
    func pattern(_ dtype: DType, from source: DType) -> UInt64 {
        switch dtype {
        case .float32: UInt64(float.bitPattern)
        case .float64:
            switch self {
            case .integer(let value): Double(value).bitPattern
            case .real(let value): value.bitPattern
            }
        case .float16: Number.encoded(float, exponentBits: 5, significandBits: 10)
        case .bfloat16: Number.encoded(float, exponentBits: 8, significandBits: 7)
        case .int64: UInt64(bitPattern: integer(bits: 64))
        case .int32: UInt64(UInt32(truncatingIfNeeded: integer(bits: 32)))
        case .int16: UInt64(UInt16(truncatingIfNeeded: integer(bits: 32)))
        case .int8: UInt64(UInt8(truncatingIfNeeded: integer(bits: 32)))
        case .uint8: UInt64(UInt8(truncatingIfNeeded: integer(bits: source == .float64 ? 64 : 32)))
        case .bool:
            switch self {
            case .integer(let value): value != 0 ? 1 : 0
            case .real(let value): value != 0 ? 1 : 0
            }
        }
    }
}
