/// A finite number's decimal digits, all of them: 0.d₁d₂d₃… · 10^point.
///
/// Every binary fraction has finitely many, so rounding is exact: to nearest, ties to even, as C's `printf`.
struct ExactDecimal {
    private let isNegative: Bool
    /// From the first one that is not 0; empty for 0.
    private var digits: [UInt8]
    private var point: Int

    init(_ value: Double) {
        isNegative = value.sign == .minus
        digits = []
        point = 0
        if value == 0 { return }
        // value = significand · 2^exponent with an odd significand; the integer is in limbs of nine digits, low first.
        let shift = value.significandBitPattern.trailingZeroBitCount
        let isNormal = value.isNormal
        let full = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
        let zeros = min(shift, full.trailingZeroBitCount)
        var significand = full >> UInt64(zeros)
        var exponent = (isNormal ? Int(value.exponentBitPattern) : 1) - 1075 + zeros
        if exponent > 0, exponent <= significand.leadingZeroBitCount {
            significand <<= UInt64(exponent)
            exponent = 0
        }
        var limbs: [UInt64] = []
        while significand > 0 {
            limbs.append(significand % 1_000_000_000)
            significand /= 1_000_000_000
        }
        // A negative power of 2 is one of 5 and one of 10.
        let (factor, group) = exponent < 0 ? (UInt64(5), 12) : (2, 28)
        var left = abs(exponent)
        while left > 0 {
            let count = min(left, group)
            Self.multiply(&limbs, by: (0..<count).reduce(1) { product, _ in product * factor })
            left -= count
        }
        digits = Self.digits(limbs)
        point = digits.count + min(exponent, 0)
    }

    private static func multiply(_ limbs: inout [UInt64], by factor: UInt64) {
        var carry: UInt64 = 0
        for i in limbs.indices {
            let product = limbs[i] * factor + carry
            limbs[i] = product % 1_000_000_000
            carry = product / 1_000_000_000
        }
        if carry > 0 { limbs.append(carry) }
    }

    private static func digits(_ limbs: [UInt64]) -> [UInt8] {
        var digits: [UInt8] = []
        for limb in limbs.reversed() {
            var divisor: UInt64 = 100_000_000
            while divisor > 0 {
                let digit = UInt8(limb / divisor % 10)
                if digit > 0 || !digits.isEmpty { digits.append(digit) }
                divisor /= 10
            }
        }
        return digits
    }

    /// Keeps the first `count` digits, rounded; there may be one more where all were nines.
    private mutating func round(to count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            return
        }
        let rest = digits[count...]
        let isOdd = count > 0 && digits[count - 1] % 2 == 1
        let isAboveHalf = rest[count] > 5 || (rest[count] == 5 && (isOdd || rest.dropFirst().contains { $0 > 0 }))
        digits.removeSubrange(count...)
        if !isAboveHalf { return }
        var place = count - 1
        while place >= 0, digits[place] == 9 {
            digits[place] = 0
            place -= 1
        }
        if place >= 0 {
            digits[place] += 1
        } else {
            digits.insert(1, at: 0)
            point += 1
        }
    }

    /// `precision` digits behind the point, as C's `%.*f`.
    func fixed(_ precision: Int) -> String {
        var number = self
        number.round(to: point + precision)
        // A number that rounds to nothing has no digits left.
        let shown = (number.digits.isEmpty ? 0 : number.point) + precision
        var text = number.digits.prefix(max(shown, 0)).map { $0 + 48 }
        text += [UInt8](repeating: 48, count: max(shown - text.count, 0))
        text = [UInt8](repeating: 48, count: max(precision + 1 - text.count, 0)) + text
        if precision > 0 { text.insert(46, at: text.count - precision) }
        return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
    }

    /// One digit before the point, `precision` behind it, and an exponent, as C's `%.*e`.
    func scientific(_ precision: Int) -> String {
        var number = self
        number.round(to: precision + 1)
        var text = number.digits.prefix(precision + 1).map { $0 + 48 }
        text += [UInt8](repeating: 48, count: precision + 1 - text.count)
        if precision > 0 { text.insert(46, at: 1) }
        let exponent = number.digits.isEmpty ? 0 : number.point - 1
        let power = "\(exponent.magnitude)"
        return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self) + (exponent < 0 ? "e-" : "e+")
            + (power.utf8.count < 2 ? "0" : "") + power
    }
}
