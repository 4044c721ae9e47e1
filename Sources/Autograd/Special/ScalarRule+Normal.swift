import PinionTensor

extension ScalarRule {
    static let i0e: ScalarRule = ScalarRule(
        name: "i0e", node: "SpecialI0EBackward0", function: { SpecialFunctions.besselI(0, $0, scaled: true) },
        derivative: { g, x, y in g * (ScalarRule.i1e(x) - x.sgn() * y) })
    /// (e^-|x| I₁)' is ½ at 0.
    static let i1e: ScalarRule = ScalarRule(
        name: "i1e", node: "SpecialI1EBackward0", function: { SpecialFunctions.besselI(1, $0, scaled: true) },
        derivative: { g, x, y in
            let isZero = x .== 0
            let slope = ScalarRule.i0e(x) - y * (x.sgn() + 1 / x.maskedFill(isZero, 1))
            return g * Tensor.where(isZero, 0.5, slope)
        })
    static let erfcx: ScalarRule = ScalarRule(
        name: "erfcx", node: "SpecialErfcxBackward0", function: { SpecialFunctions.scaledErfc($0) },
        derivative: { g, x, y in g * (2 * x * y - 2 / Double.pi.squareRoot()) })
    static let entr: ScalarRule = ScalarRule(
        name: "entr", node: "SpecialEntrBackward0", function: { SpecialFunctions.entropy($0) },
        derivative: { g, x, _ in -g * (1 + x.log()) })
    static let ndtr: ScalarRule = ScalarRule(
        name: "ndtr", node: "SpecialNdtrBackward0", function: { SpecialFunctions.normal($0) },
        derivative: { g, x, _ in g * (-0.5 * x * x).exp() * (0.5 / Double.pi).squareRoot() })
    static let logNdtr: ScalarRule = ScalarRule(
        name: "logNdtr", node: "SpecialLogNdtrBackward0", function: { SpecialFunctions.logNormal($0) },
        // The density over the distribution function.
        derivative: { g, x, _ in
            g * ((2 / Double.pi).squareRoot() / ScalarRule.erfcx(x * -(0.5.squareRoot())))
        })
    static let ndtri: ScalarRule = ScalarRule(
        name: "ndtri", node: "SpecialNdtriBackward0", function: { SpecialFunctions.inverseNormal($0) },
        derivative: { g, _, y in g * (2 * Double.pi).squareRoot() * (y * y / 2).exp() })
}
