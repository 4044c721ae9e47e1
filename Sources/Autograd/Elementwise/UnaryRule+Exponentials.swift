import PinionTensor

extension UnaryRule {
    static let exp: UnaryRule = UnaryRule(.exp, "exp", "ExpBackward0") { g, y in g * y }
    static let exp2: UnaryRule = UnaryRule(.exp2, "exp2", "Exp2Backward0") { g, y in g * y * 0.6931471805599453 }
    static let expm1: UnaryRule = UnaryRule(.expm1, "expm1", "Expm1Backward0") { g, y in g * (y + 1) }
    static let log: UnaryRule = UnaryRule(.log, "log", "LogBackward0") { g, x in g / x }
    static let log2: UnaryRule = UnaryRule(.log2, "log2", "Log2Backward0") { g, x in g / (x * 0.6931471805599453) }
    static let log10: UnaryRule = UnaryRule(.log10, "log10", "Log10Backward0") { g, x in g / (x * 2.302585092994046) }
    static let log1p: UnaryRule = UnaryRule(.log1p, "log1p", "Log1PBackward0") { g, x in g / (x + 1) }

    static let logit: UnaryRule = UnaryRule(
        .logit, "logit", "LogitBackward0",
        withParameters: { g, x, eps, _ in
            let low = eps >= 0 ? eps : 0
            let inside = (x .>= low) .& (x .<= 1 - low)
            return .where(inside, g / (x * (1 - x)), eps >= 0 ? 0 : Double.nan)
        })

    // 2/√π e^(-x²)
    static let erf: UnaryRule = UnaryRule(.erf, "erf", "ErfBackward0") { g, x in
        1.1283791670955126 * (-(x * x)).exp() * g
    }
    static let erfc: UnaryRule = UnaryRule(.erfc, "erfc", "ErfcBackward0") { g, x in
        -1.1283791670955126 * (-(x * x)).exp() * g
    }
}
