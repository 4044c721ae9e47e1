#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Functions of one number in double precision.
package enum SpecialFunctions {
    /// `log |Γ(x)|`
    package static func logGamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }

    /// The cosine, for modules without the platform's library.
    static func cosine(_ x: Double) -> Double { cos(x) }

    /// x as a fraction of 0.5 to 1 and a power of 2; 0, infinities and NaN are themselves.
    package static func fraction(_ x: Double) -> (Double, Int32) {
        if x == 0 || !x.isFinite { return (x, 0) }
        var exponent: Int32 = 0
        let fraction = frexp(x, &exponent)
        return (fraction, exponent)
    }

    /// `Γ'(x) / Γ(x)`: by recurrence to x ≥ 10 and an asymptotic series there; by reflection below 0.
    package static func digamma(_ x: Double) -> Double {
        if x == 0 { return Double(signOf: -x, magnitudeOf: .infinity) }
        if x < 0 {
            let fraction = x.truncatingRemainder(dividingBy: 1)
            return fraction == 0 ? .nan : digamma(1 - x) - .pi / tan(.pi * fraction)
        }
        var (x, sum) = (x, 0.0)
        while x < 10 {
            sum -= 1 / x
            x += 1
        }
        let z = 1 / (x * x)
        let series = z * polynomial(digammaSeries, z)
        return sum + log(x) - 0.5 / x - (x < 1e17 ? series : 0)
    }

    /// The derivative of order `n` of `digamma`.
    package static func polygamma(_ n: Int, _ x: Double) -> Double {
        if n == 0 { return digamma(x) }
        if n == 1 && x == .infinity { return 0 }
        if n == 1 && x < 0.5 {
            let sine = sin(.pi * x)
            return .pi * .pi / (sine * sine) - polygamma(1, 1 - x)
        }
        return (n % 2 == 1 ? 1 : -1) * tgamma(Double(n) + 1) * zeta(Double(n) + 1, x)
    }

    /// `zeta` for all orders: 1 is a pole, and there is none below.
    package static func zeta(order s: Double, _ q: Double) -> Double {
        s == 1 ? .infinity : s < 1 || s.isNaN || q.isNaN ? .nan : zeta(s, q)
    }

    /// Hurwitz's zeta function `Σ (q + k)⁻ˢ` for s > 1, by Euler and Maclaurin's formula.
    static func zeta(_ s: Double, _ q: Double) -> Double {
        if q <= 0 {
            if q == q.rounded(.down) { return .infinity }
            if s != s.rounded(.down) { return .nan }
        }
        var (sum, a, term, steps) = (pow(q, -s), q, 0.0, 0)
        while steps < 9 || a <= 9 {
            steps += 1
            a += 1
            term = pow(a, -s)
            sum += term
            if abs(term) < abs(sum) * 0x1p-53 { return sum }
        }
        sum += term * a / (s - 1) - 0.5 * term
        var (factor, k) = (1.0, 0.0)
        for divisor in bernoulliDivisors {
            factor *= s + k
            term /= a
            let change = factor * term / divisor
            sum += change
            if abs(change) < abs(sum) * 0x1p-53 { break }
            k += 1
            factor *= s + k
            term /= a
            k += 1
        }
        return sum
    }

    /// x of `erf(x) = y`: a rational approximation and two of Newton's steps.
    package static func inverseErf(_ y: Double) -> Double {
        let magnitude = abs(y)
        if !(magnitude <= 1) { return .nan }
        if magnitude == 1 { return Double(signOf: y, magnitudeOf: .infinity) }
        var x: Double
        if magnitude <= 0.7 {
            let z = y * y
            x =
                y * polynomial([-0.140543331, 0.914624893, -1.645349621, 0.886226899], z)
                / polynomial([0.012229801, -0.329097515, 1.442710462, -2.118377725, 1], z)
        } else {
            let z = sqrt(-log((1 - magnitude) / 2))
            x =
                polynomial([1.641345311, 3.429567803, -1.624906493, -1.970840454], z)
                / polynomial([1.637067800, 3.543889200, 1], z)
            x = Double(signOf: y, magnitudeOf: x)
        }
        for _ in 0..<2 {
            // Near ±1 the complement has the digits that y lacks; 1 - |y| is exact there.
            let error = magnitude <= 0.7 ? erf(x) - y : (1 - magnitude) - erfc(abs(x))
            x -= (y < 0 && magnitude > 0.7 ? -error : error) / (2 / sqrt(.pi) * exp(-x * x))
        }
        return x
    }

    /// The polynomial with these coefficients, the highest power's first.
    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    /// `B₂ₖ / 2k`, the last first.
    private static let digammaSeries = [
        1.0 / 12, -691.0 / 32760, 1.0 / 132, -1.0 / 240, 1.0 / 252, -1.0 / 120, 1.0 / 12,
    ]

    /// `(2k)! / B₂ₖ`
    private static let bernoulliDivisors = [
        12, -720, 30240, -1_209_600, 47_900_160, -1.8924375803183791606e9, 7.47242496e10, -2.950130727918164224e12,
        1.1646782814350067249e14, -4.5979787224074726105e15, 1.8152105401943546773e17, -7.1661652561756670113e18,
    ]
}
