import PinionTensor

/// The unary operations: kernel, names, and the derivative from x or y.
extension UnaryRule {
    static let neg = UnaryRule(.neg, "neg", "NegBackward0") { g in -Tensor.ones([], dtype: g.dtype) }
    static let exp = UnaryRule(.exp, "exp", "ExpBackward0") { y in y }
    static let tanh = UnaryRule(.tanh, "tanh", "TanhBackward0") { y in 1 - y * y }
}
