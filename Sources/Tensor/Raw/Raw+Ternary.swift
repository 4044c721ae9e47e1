import PinionSIMDKernels

extension Raw {
    /// `y = op(a, b, c)` with broadcasting and PyTorch's promotion of dtypes.
    package static func ternary(
        _ op: TernaryOp, value: Number = .int(1), _ a: Operand, _ b: Operand, _ c: Operand, name: StaticString,
        out: Tensor? = nil
    ) throws(TensorError) -> Tensor {
        let dtype = resultType(a, b, c)
        if !op.supports(dtype) { throw TensorError("\(name)", .dtype, "not defined for \(dtype)") }
        let layout = try broadcast(a, b, c, name)
        let (a, b, c) = (separate(a, from: out), separate(b, from: out), separate(c, from: out))
        let out = try target(out, layout, dtype, like: a.tensor, name)
        try withOperand(a, dtype, over: out.layout) { (a) throws(TensorError) in
            try withOperand(b, dtype, over: out.layout) { (b) throws(TensorError) in
                try withOperand(c, dtype, over: out.layout) { (c) throws(TensorError) in
                    try write(out, dtype) { y in
                        let (first, second, third) = (a.operand(over: y), b.operand(over: y), c.operand(over: y))
                        let target = y.operand(over: y.layout)
                        if dtype.isFloatingPoint {
                            PinionSIMDKernels.ternary(
                                op, value: value.asDouble, dtype, shape: y.shape, first, second, third, into: target)
                        } else {
                            integerTernary(
                                op, dtype, shape: y.shape, first, second, third, into: target, value: value.asInt64)
                        }
                    }
                }
            }
        }
        return out
    }

    /// `y = mask ? a : b` with broadcasting; the dtype is what a and b promote to.
    package static func select(
        _ mask: Tensor, _ a: Operand, _ b: Operand, name: StaticString
    ) throws(TensorError) -> Tensor {
        if mask.dtype != .bool && mask.dtype != .uint8 {
            throw TensorError("\(name)", .dtype, "the condition is \(mask.dtype), expected bool")
        }
        let dtype = resultType(a, b)
        let y = Tensor(try broadcast(.tensor(mask), a, b, name), dtype)
        let mask = converted(mask, to: .bool)
        try withOperand(a, dtype, over: y.layout) { (a) throws(TensorError) in
            try withOperand(b, dtype, over: y.layout) { (b) throws(TensorError) in
                PinionSIMDKernels.select(
                    dtype, shape: y.shape, mask.operand(over: y.layout), a.operand(over: y), b.operand(over: y),
                    into: y.operand(over: y.layout))
            }
        }
        return y
    }
}
