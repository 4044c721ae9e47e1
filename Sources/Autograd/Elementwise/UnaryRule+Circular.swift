import PinionTensor

// Circular and hyperbolic functions and their inverses.
extension UnaryRule {
    static let sin: UnaryRule = UnaryRule(.sin, "sin", "SinBackward0") { g, x in g * x.cos() }
    static let cos: UnaryRule = UnaryRule(.cos, "cos", "CosBackward0") { g, x in g * -x.sin() }
    static let tan: UnaryRule = UnaryRule(.tan, "tan", "TanBackward0") { g, y in g * (1 + y * y) }
    static let asin: UnaryRule = UnaryRule(.asin, "asin", "AsinBackward0") { g, x in g * (1 - x * x).rsqrt() }
    static let acos: UnaryRule = UnaryRule(.acos, "acos", "AcosBackward0") { g, x in g * -(1 - x * x).rsqrt() }
    static let atan: UnaryRule = UnaryRule(.atan, "atan", "AtanBackward0") { g, x in g / (x * x + 1) }
    static let sinh: UnaryRule = UnaryRule(.sinh, "sinh", "SinhBackward0") { g, x in g * x.cosh() }
    static let cosh: UnaryRule = UnaryRule(.cosh, "cosh", "CoshBackward0") { g, x in g * x.sinh() }
    static let tanh: UnaryRule = UnaryRule(.tanh, "tanh", "TanhBackward0") { g, y in g * (1 - y * y) }
    static let asinh: UnaryRule = UnaryRule(.asinh, "asinh", "AsinhBackward0") { g, x in g * (x * x + 1).rsqrt() }
    static let acosh: UnaryRule = UnaryRule(.acosh, "acosh", "AcoshBackward0") { g, x in g * (x * x - 1).rsqrt() }
    static let atanh: UnaryRule = UnaryRule(.atanh, "atanh", "AtanhBackward0") { g, x in g / (1 - x * x) }
}
