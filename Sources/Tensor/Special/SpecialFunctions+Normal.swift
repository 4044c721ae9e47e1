#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SpecialFunctions {
    /// `e^(x²) erfc(x)`, without overflow for large x.
    package static func scaledErfc(_ x: Double) -> Double {
        if x < 10 { return exp(x * x) * erfc(x) }
        if x.isInfinite { return 0 }
        // 1 / (x √π) (1 - 1 / 2x² + 1·3 / (2x²)² - …): 14 terms are enough from 10.
        let z = 1 / (2 * x * x)
        var (term, sum) = (1.0, 1.0)
        for k in 1..<15 {
            term *= -Double(2 * k - 1) * z
            sum += term
        }
        return sum / (x * Double.pi.squareRoot())
    }

    /// `-x log x`
    package static func entropy(_ x: Double) -> Double {
        x > 0 ? -x * log(x) : x == 0 ? 0 : x.isNaN ? x : -.infinity
    }

    /// The normal distribution function.
    package static func normal(_ x: Double) -> Double { erfc(-x * 0.5.squareRoot()) / 2 }

    /// The logarithm of the normal distribution function.
    package static func logNormal(_ x: Double) -> Double {
        let z = x * 0.5.squareRoot()
        if x < -1 { return log(scaledErfc(-z) / 2) - z * z }
        return log1p(-erfc(z) / 2)
    }

    /// The inverse of the normal distribution function: an approximation for the smaller tail and Halley's steps.
    package static func inverseNormal(_ p: Double) -> Double {
        if !(p >= 0 && p <= 1) { return .nan }
        if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
        let tail = min(p, 1 - p)
        if tail >= 0.25 { return inverseErf(2 * p - 1) * 2.0.squareRoot() }
        let t = sqrt(-2 * log(tail))
        // Abramowitz and Stegun, 26.2.23.
        let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
        let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var x = numerator / denominator - t
        for _ in 0..<3 {
            let error = erfc(-x * 0.5.squareRoot()) / 2 - tail
            let step = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
            x -= step / (1 + x * step / 2)
        }
        return p <= 0.5 ? x : -x
    }
}
