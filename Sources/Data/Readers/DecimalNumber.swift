/// Reads decimal numbers as the nearest doubles, without a copy of their text.
enum DecimalNumber {
    private static let powers: [UInt64] = (0..<20).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

    /// The nearest double to a decimal number, spaces around it allowed; nil for anything else, NaN too.
    static func parse(_ text: UnsafeRawBufferPointer) -> Double? {
        var (i, end) = (0, text.count)
        while i < end && text[i] == 32 { i += 1 }
        while end > i && text[end - 1] == 32 { end -= 1 }
        let start = i
        let isNegative = i < end && text[i] == 45
        if i < end && (text[i] == 45 || text[i] == 43) { i += 1 }
        var digits: UInt64 = 0
        // Leading zeros do not count: 19 other digits fit in 64 bits.
        var (first, point, isLeading) = (i, -1, true)
        while i < end {
            let digit = text[i] &- 48
            if digit <= 9 {
                digits = digits &* 10 &+ UInt64(digit)
                if digit != 0 { isLeading = false }
                if isLeading { first = i + 1 }
            } else if text[i] == 46 && point < 0 {
                point = i
            } else {
                break
            }
            i += 1
        }
        let length = i - first - (point >= first ? 1 : 0)
        let hasDigits = length > 0 || first > start + 1 || (first > start && text[start] == 48)
        if hasDigits && length <= 19, let exponent = exponent(text[i..<end]) {
            let places = point < 0 ? 0 : i - point - 1
            if let value = rounded(digits, exponent - places) { return isNegative ? -value : value }
        }
        let value = Double(String(decoding: text[start..<end], as: UTF8.self))
        return value?.isNaN == true ? nil : value
    }

    /// What follows the digits: nothing, or `e`, a sign, and up to four digits.
    private static func exponent(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
        if text.isEmpty { return 0 }
        var rest = text.dropFirst()
        guard text[text.startIndex] | 32 == 101, let sign = rest.first else { return nil }
        if sign == 45 || sign == 43 { rest = rest.dropFirst() }
        if rest.isEmpty || rest.count > 4 { return nil }
        var value = 0
        for byte in rest {
            guard byte >= 48 && byte <= 57 else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return sign == 45 ? -value : value
    }

    /// `digits · 10^exponent`, rounded once; nil where that takes more than 128 bits.
    private static func rounded(_ digits: UInt64, _ exponent: Int) -> Double? {
        if digits == 0 { return 0 }
        guard exponent >= -19 && exponent <= 19 else { return nil }
        let power = powers[abs(exponent)]
        // Doubles hold these powers and so many digits exactly: one division or multiplication rounds once.
        if digits < 1 << 53 {
            return exponent < 0 ? Double(digits) / Double(power) : Double(digits) * Double(power)
        }
        if exponent >= 0 {
            let product = digits.multipliedFullWidth(by: power)
            let shift = product.high.leadingZeroBitCount
            if product.high == 0 { return Double(product.low) }
            // The upper 64 bits, and in the last one whether there is more below.
            let upper = shift == 0 ? product.high : product.high << shift | product.low >> (64 - shift)
            let rest = product.low << shift
            return scaled(upper | (rest == 0 ? 0 : 1), 64 - shift)
        }
        let (up, down) = (digits.leadingZeroBitCount, power.leadingZeroBitCount)
        // Both with their highest bit set; half of the one over the other is below 1.
        let (numerator, divisor) = (digits << up, power << down)
        let (quotient, rest) = divisor.dividingFullWidth((numerator >> 1, numerator << 63))
        return scaled(quotient | (rest == 0 ? 0 : 1), down - up - 63)
    }

    /// `upper · 2^exponent`, rounded to even; its lowest bit says that there is more below.
    private static func scaled(_ upper: UInt64, _ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: Double(upper))
    }
}
