import PinionTensor

// Derivatives are formulas of operands, each a tensor or a number.
extension Operand {
    static func * (a: Tensor, b: Operand) -> Tensor { BinaryRule.mul(.tensor(a), b) }
    static func / (a: Tensor, b: Operand) -> Tensor { BinaryRule.div(.tensor(a), b) }
    static func / (a: Operand, b: Operand) -> Tensor { BinaryRule.div(a, b) }
}
