import PinionSIMDKernels

extension Raw {
    /// `x` to the power of a number; the powers that are frequent without `pow`, as in PyTorch.
    package static func power(_ x: Tensor, _ exponent: Number) throws(TensorError) -> Tensor {
        if !x.dtype.isFloatingPoint, case .int(let n) = exponent, n < 0 {
            throw TensorError("pow", .value, "integers of \(x.dtype) to the negative power \(n), which is no integer")
        }
        let dtype = resultType(.tensor(x), .number(exponent))
        if !dtype.isFloatingPoint { return try binary(.pow, .tensor(x), .number(exponent), name: "pow") }
        let x = converted(x, to: dtype)
        switch exponent.asDouble {
        case 1: return clone(x)
        case 2: return try unary(.square, x, name: "pow")
        case 3: return try binary(.mul, .tensor(unary(.square, x, name: "pow")), .tensor(x), name: "pow")
        case 0.5: return try unary(.sqrt, x, name: "pow")
        case -0.5: return try unary(.rsqrt, x, name: "pow")
        case -1: return try unary(.reciprocal, x, name: "pow")
        case -2: return try unary(.reciprocal, unary(.square, x, name: "pow"), name: "pow")
        default: return try binary(.pow, .tensor(x), .number(exponent), name: "pow")
        }
    }
}
