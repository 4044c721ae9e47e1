import PinionTensor

precedencegroup PinionPowerPrecedence {
    higherThan: MultiplicationPrecedence
    associativity: right
}

/// Powers, as Python's `**`.
infix operator ** : PinionPowerPrecedence

extension Tensor {
    /// `a` to the power of `b`, elementwise with broadcasting; the same as `pow`. A minus before `a` belongs to it:
    /// `-a ** 2` is `(-a) ** 2`.
    public static func ** (a: Tensor, b: Tensor) -> Tensor { a.pow(b) }
    public static func ** (a: Tensor, b: some TensorScalar) -> Tensor { a.pow(b) }
    public static func ** (a: some TensorScalar, b: Tensor) -> Tensor { PinionAutograd.pow(a, b) }
}
