#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SpecialFunctions {
    /// The lower incomplete gamma function `∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)`.
    package static func lowerGamma(_ a: Double, _ x: Double) -> Double {
        if let limit = limit(a, x) { return limit }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
    }

    /// The upper incomplete gamma function `∫ₓ^∞ tᵃ⁻¹ e⁻ᵗ dt / Γ(a)`.
    package static func upperGamma(_ a: Double, _ x: Double) -> Double {
        if let limit = limit(a, x) { return 1 - limit }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
    }

    /// The lower function where it needs no computation.
    private static func limit(_ a: Double, _ x: Double) -> Double? {
        if a.isNaN || x.isNaN || a < 0 || x < 0 { return .nan }
        if a == 0 { return x > 0 ? 1 : .nan }
        if x == 0 { return 0 }
        if a.isInfinite { return x.isInfinite ? .nan : 0 }
        return x.isInfinite ? 1 : nil
    }

    /// `xᵃ e⁻ˣ / Γ(a)`
    private static func factor(_ a: Double, _ x: Double) -> Double { exp(a * log(x) - x - logGamma(a)) }

    /// `xᵃ e⁻ˣ Σ xⁿ / Γ(a + 1 + n)`
    private static func series(_ a: Double, _ x: Double) -> Double {
        var (term, sum, n) = (1 / a, 1 / a, a)
        while term > sum * 0x1p-54 {
            n += 1
            term *= x / n
            sum += term
        }
        return sum * factor(a, x)
    }

    /// Legendre's continued fraction by Lentz's method.
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let least = 0x1p-1000
        var b = x + 1 - a
        var c = 1 / least
        var d = 1 / b
        var result = d
        for i in 1..<10_000 {
            let numerator = Double(i) * (a - Double(i))
            b += 2
            d = numerator * d + b
            if abs(d) < least { d = least }
            c = b + numerator / c
            if abs(c) < least { c = least }
            d = 1 / d
            let change = d * c
            result *= change
            if abs(change - 1) < 0x1p-53 { break }
        }
        return result * factor(a, x)
    }
}
