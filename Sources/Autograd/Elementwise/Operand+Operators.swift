import PinionTensor

// Derivatives are formulas of operands, each a tensor or a number.
extension Operand {
    static func + (a: Operand, b: Operand) -> Tensor { BinaryRule.add(a, b) }
    static func - (a: Operand, b: Operand) -> Tensor { BinaryRule.sub(a, b) }
    static func * (a: Operand, b: Operand) -> Tensor { BinaryRule.mul(a, b) }
    static func * (a: Tensor, b: Operand) -> Tensor { BinaryRule.mul(.tensor(a), b) }
    static func / (a: Tensor, b: Operand) -> Tensor { BinaryRule.div(.tensor(a), b) }
    static func / (a: Operand, b: Operand) -> Tensor { BinaryRule.div(a, b) }

    static func .== (a: Operand, b: Operand) -> Tensor { Tensor.compare(.equal, a, b, "eq") }
    static func .< (a: Operand, b: Operand) -> Tensor { Tensor.compare(.less, a, b, "lt") }
    static func .<= (a: Operand, b: Operand) -> Tensor { Tensor.compare(.lessOrEqual, a, b, "le") }
    static func .> (a: Operand, b: Operand) -> Tensor { Tensor.compare(.greater, a, b, "gt") }
    static func .>= (a: Operand, b: Operand) -> Tensor { Tensor.compare(.greaterOrEqual, a, b, "ge") }

    /// A tensor; a number becomes one of its own dtype without dimensions.
    var asTensor: Tensor {
        switch self {
        case .tensor(let tensor): tensor
        case .number(.bool(let value)): Tensor(value)
        case .number(.int(let value)): Tensor(value)
        case .number(.double(let value)): Tensor(value, dtype: .float64)
        }
    }
}
