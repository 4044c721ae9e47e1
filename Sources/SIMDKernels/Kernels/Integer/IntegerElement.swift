import Builtin

/// An integer type of elements, with the arithmetic that wraps around.
protocol IntegerElement: FixedWidthInteger, BitwiseCopyable {
    /// `self / divisor` rounded towards zero, its low bits; the divisor is not zero.
    func truncatedQuotient(_ divisor: Self) -> Self
}

// There is no vector instruction that divides integers. Floating-point division gives the same: the quotient of two
// n-bit integers that is not an integer is at least 2^-n of itself away from one, more than the rounding error.

extension IntegerElement {
    /// The quotient of integers of at most 16 bits, by `Float`'s 24.
    @inline(__always) fileprivate func quotientByFloat(_ divisor: Self) -> Self {
        let quotient = Float(Int32(truncatingIfNeeded: self)) / Float(Int32(truncatingIfNeeded: divisor))
        return Self(truncatingIfNeeded: Int32(Builtin.fptosi_FPIEEE32_Int32(quotient._value)))
    }
}

extension Int8: IntegerElement {
    @inline(__always) func truncatedQuotient(_ divisor: Int8) -> Int8 { quotientByFloat(divisor) }
}

extension UInt8: IntegerElement {
    @inline(__always) func truncatedQuotient(_ divisor: UInt8) -> UInt8 { quotientByFloat(divisor) }
}

extension Int16: IntegerElement {
    @inline(__always) func truncatedQuotient(_ divisor: Int16) -> Int16 { quotientByFloat(divisor) }
}

extension Int32: IntegerElement {
    @inline(__always) func truncatedQuotient(_ divisor: Int32) -> Int32 {
        let quotient = Double(self) / Double(divisor)
        // -2^31 / -1 wraps around.
        let wrapped = quotient < 0x1p31 ? quotient : -0x1p31
        return Int32(Builtin.fptosi_FPIEEE64_Int32(wrapped._value))
    }
}

extension Int64: IntegerElement {
    @inline(__always) func truncatedQuotient(_ divisor: Int64) -> Int64 {
        // The processor traps at -2^63 / -1.
        divisor == -1 ? 0 &- self : self / divisor
    }
}

extension IntegerElement {
    @inline(__always) static func smaller(_ a: Self, _ b: Self) -> Self { a < b ? a : b }
    @inline(__always) static func larger(_ a: Self, _ b: Self) -> Self { a > b ? a : b }

    /// -1, 0 or 1.
    @inline(__always) var sign: Self { self > 0 ? 1 : self < 0 ? ~0 : 0 }
    @inline(__always) var wrappingMagnitude: Self { self < 0 ? 0 &- self : self }

    /// What `truncatedQuotient` leaves; the sign of `self`.
    @inline(__always) func truncatedRemainder(_ divisor: Self) -> Self {
        self &- truncatedQuotient(divisor) &* divisor
    }
    /// The quotient rounded towards negative infinity.
    @inline(__always) func flooredQuotient(_ divisor: Self) -> Self {
        let quotient = truncatedQuotient(divisor)
        let rest = self &- quotient &* divisor
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient &- 1 : quotient
    }
    /// What `flooredQuotient` leaves; the sign of `divisor`.
    @inline(__always) func flooredRemainder(_ divisor: Self) -> Self {
        let rest = truncatedRemainder(divisor)
        return rest != 0 && (rest < 0) != (divisor < 0) ? rest &+ divisor : rest
    }

    /// The low bits of the power. With a negative exponent the power of 1 is 1, of -1 it is 1 or -1, of all others 0.
    @inline(__always) func power(_ exponent: Self) -> Self {
        if exponent < 0 {
            let ofMinusOne: Self = exponent & 1 == 0 ? 1 : ~0
            return self == 1 ? 1 : self == ~0 ? ofMinusOne : 0
        }
        var result: Self = 1
        var square = self
        var rest = exponent
        while rest != 0 {
            if rest & 1 != 0 { result = result &* square }
            square = square &* square
            rest = rest &>> 1
        }
        return result
    }

    /// Zero where the count is negative or not less than the width, as PyTorch's `<<`.
    @inline(__always) func shiftedLeft(_ count: Self) -> Self {
        count < 0 || count >= Self(truncatingIfNeeded: Self.bitWidth) ? 0 : self &<< count
    }
    /// The sign in all bits where the count is negative or not less than the width, as PyTorch's `>>`.
    @inline(__always) func shiftedRight(_ count: Self) -> Self {
        let most = Self(truncatingIfNeeded: Self.bitWidth)
        let out: Self = self < 0 ? ~0 : 0
        return count < 0 || count >= most ? out : self &>> count
    }
}
