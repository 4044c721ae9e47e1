import PinionSIMDKernels

/// The limits of a floating-point dtype. As PyTorch's `torch.finfo`.
public struct FloatInfo: Sendable {
    /// The bits of an element.
    public let bits: Int
    /// The least number with `1 + eps != 1`, as the dtype has it.
    public let eps: Double
    /// The largest number.
    public let max: Double
    /// The smallest number, `-max`.
    public var min: Double { -max }
    /// The least positive number of full precision.
    public let smallestNormal: Double
    /// The same as `smallestNormal`.
    public var tiny: Double { smallestNormal }

    fileprivate init(bits: Int, significand: Int, exponent: Int) {
        self.bits = bits
        let one = 1.0
        eps = Double(sign: .plus, exponent: -significand, significand: one)
        max = Double(sign: .plus, exponent: exponent, significand: 2 - eps)
        smallestNormal = Double(sign: .plus, exponent: 1 - exponent, significand: one)
    }
}

/// The limits of an integer dtype. As PyTorch's `torch.iinfo`.
public struct IntegerInfo: Sendable {
    /// The bits of an element.
    public let bits: Int
    /// The smallest number.
    public let min: Int
    /// The largest number.
    public let max: Int
}

/// The limits of a floating-point dtype.
public func finfo(_ dtype: DType) -> FloatInfo {
    switch dtype {
    case .float64: FloatInfo(bits: 64, significand: 52, exponent: 1023)
    case .float16: FloatInfo(bits: 16, significand: 10, exponent: 15)
    case .bfloat16: FloatInfo(bits: 16, significand: 7, exponent: 127)
    default:
        attempt(else: FloatInfo(bits: 32, significand: 23, exponent: 127)) { () throws(TensorError) in
            if dtype == .float32 { return FloatInfo(bits: 32, significand: 23, exponent: 127) }
            throw TensorError("finfo", .dtype, "expected a floating-point dtype, got \(dtype); use iinfo")
        }
    }
}

/// The limits of an integer dtype.
public func iinfo(_ dtype: DType) -> IntegerInfo {
    attempt(else: IntegerInfo(bits: 64, min: .min, max: .max)) { () throws(TensorError) in
        if !dtype.isInteger {
            throw TensorError("iinfo", .dtype, "expected an integer dtype, got \(dtype); use finfo")
        }
        let bits = dtype.byteCount * 8
        if dtype == .uint8 { return IntegerInfo(bits: bits, min: 0, max: 255) }
        return IntegerInfo(bits: bits, min: Int.min >> (64 - bits), max: Int.max >> (64 - bits))
    }
}
