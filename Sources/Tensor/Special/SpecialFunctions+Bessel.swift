#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SpecialFunctions {
    /// The modified Bessel function of the first kind of order 0 or 1: its series, whose terms all have one sign, or for
    /// large x the asymptotic one. `scaled`, it is divided by `e^|x|`.
    package static func besselI(_ order: Double, _ x: Double, scaled: Bool = false) -> Double {
        let magnitude = abs(x)
        let sign: Double = order == 1 && x < 0 ? -1 : 1
        if magnitude.isNaN { return x }
        if magnitude < 30 {
            let square = x * x / 4
            var (term, k) = (order == 0 ? 1 : magnitude / 2, 1.0)
            var sum = term
            while term > sum * 0x1p-56 {
                term *= square / (k * (k + order))
                sum += term
                k += 1
            }
            return sign * (scaled ? sum * exp(-magnitude) : sum)
        }
        var (term, sum, k) = (1.0, 1.0, 1.0)
        while abs(term) > 0x1p-56 && k < 30 {
            let odd = 2 * k - 1
            term *= (odd * odd - 4 * order) / (8 * k * magnitude)
            sum += term
            k += 1
        }
        return sign * (scaled ? 1 : exp(magnitude)) / sqrt(2 * .pi * magnitude) * sum
    }
}
