/// A function applied to a product's elements while they are still in the first-level cache.
package enum Activation: UInt8, CaseIterable, Sendable {
    case none
    /// max(x, 0)
    case relu
    /// x · Φ(x), Φ by the error function
    case gelu
    /// 1 / (1 + exp(-x))
    case sigmoid
    /// tanh(x)
    case tanh
}
