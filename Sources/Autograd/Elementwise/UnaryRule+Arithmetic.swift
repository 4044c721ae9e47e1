import PinionTensor

extension UnaryRule {
    static let neg: UnaryRule = UnaryRule(.neg, "neg", "NegBackward0") { g in -g }
    static let abs: UnaryRule = UnaryRule(.abs, "abs", "AbsBackward0") { g, x in g * x.sgn() }
    static let sign: UnaryRule = UnaryRule(.sign, "sign", "SignBackward0") { g in .zerosLike(g) }
    static let sgn: UnaryRule = UnaryRule(.sign, "sgn", "SgnBackward0") { g in .zerosLike(g) }
    static let square: UnaryRule = UnaryRule(.square, "square", "PowBackward0") { g, x in g * (2 * x) }
    static let reciprocal: UnaryRule = UnaryRule(.reciprocal, "reciprocal", "ReciprocalBackward0") { g, y in
        -g * (y * y)
    }
    static let sqrt: UnaryRule = UnaryRule(.sqrt, "sqrt", "SqrtBackward0") { g, y in g / (2 * y) }
    static let rsqrt: UnaryRule = UnaryRule(.rsqrt, "rsqrt", "RsqrtBackward0") { g, y in -0.5 * g * y.pow(3) }

    // Rounding: constant between steps.
    static let floor: UnaryRule = UnaryRule(.floor, "floor", "FloorBackward0") { g in .zerosLike(g) }
    static let ceil: UnaryRule = UnaryRule(.ceil, "ceil", "CeilBackward0") { g in .zerosLike(g) }
    static let round: UnaryRule = UnaryRule(.round, "round", "RoundBackward0") { g in .zerosLike(g) }
    static let trunc: UnaryRule = UnaryRule(.trunc, "trunc", "TruncBackward0") { g in .zerosLike(g) }
    static let frac: UnaryRule = UnaryRule(.frac, "frac", "FracBackward0") { g in g }

    // The gradient passes on the limits too.
    static let clamp: UnaryRule = clamp("clamp", "ClampBackward1")
    static let clampMin: UnaryRule = clamp("clampMin", "ClampMinBackward0")
    static let clampMax: UnaryRule = clamp("clampMax", "ClampMaxBackward0")

    private static func clamp(_ name: StaticString, _ node: StaticString) -> UnaryRule {
        UnaryRule(.clamp, name, node, withParameters: { g, x, min, max in g.kept(where: (x .>= min) .& (x .<= max)) })
    }
}
