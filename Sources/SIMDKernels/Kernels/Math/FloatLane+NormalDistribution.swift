// Odd functions that are 1/2 beyond a limit: x P(x^2) / Q(x^2), the best of their degrees (a linear program at 3600
// points for the coefficients), without the exponential that the formulas would ask for. At each limit the quotient,
// computed in Float with FMA or without, is exactly 1/2, and so it stays behind it.
extension FloatLane {
    /// Off by at most 1.6e-7, of which 1.9e-8 are the quotient's own.
    @inline(__always) static func centredNormalDistribution(_ x: Self) -> Self {
        let x = bounded(x, Self(-5.399), Self(5.399))
        let z = x * x
        let p = Self(1.1677134e-10)
            .horner(z, -2.2013134e-08).horner(z, 3.0113204e-06).horner(z, 0.0001491854).horner(z, 0.004374946)
            .horner(z, 0.033878732).horner(z, 0.39894226)
        let q = Self(5.5268436e-05)
            .horner(z, 0.0017084853).horner(z, 0.02789938).horner(z, 0.25158736).horner(z, 1)
        return x * p / q
    }

    /// Off by at most 1.9e-7, of which 1e-8 are the quotient's own.
    @inline(__always) static func centredGELUSlope(_ x: Self) -> Self {
        let x = bounded(x, Self(-6.196), Self(6.196))
        let z = x * x
        let p = Self(-3.016408e-11)
            .horner(z, 1.4680819e-08).horner(z, 1.3726439e-06).horner(z, 3.207138e-05).horner(z, 0.0003789498)
            .horner(z, 0.013366712).horner(z, -0.012845898).horner(z, 0.7978845)
        let q = Self(4.3125448e-07)
            .horner(z, 1.2057593e-05).horner(z, 0.00028200244).horner(z, 0.004417891).horner(z, 0.047498453)
            .horner(z, 0.317233).horner(z, 1)
        return x * p / q
    }
}
