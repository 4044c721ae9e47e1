import PinionSIMDKernels

extension Raw {
    /// `y = op(x)`; integers become the default floating-point dtype where the operation has no integer form.
    package static func unary(
        _ op: UnaryOp, _ x: Tensor, _ first: Double = 0, _ second: Double = 0, name: StaticString, out: Tensor? = nil
    ) throws(TensorError) -> Tensor {
        // Truth values are their own signs.
        if case .sign = op, x.dtype == .bool {
            guard let out else { return clone(x) }
            return try write(x, to: out, name)
        }
        let dtype = try op.resultDType(x.dtype, name)
        let out = try target(out, x.layout, dtype, like: x, name)
        let x = converted(x, to: dtype)
        try write(out, dtype) { y in
            if !dtype.isFloatingPoint {
                integerUnary(
                    op, dtype, shape: y.shape, x.operand(over: y.layout), into: y.operand(over: y.layout),
                    first: Number.double(first).asInt64, second: Number.double(second).asInt64)
            } else if sameOrder(x, y) {
                PinionSIMDKernels.unary(
                    op, dtype, x.pointer, into: y.pointer, count: y.numel, first: first, second: second)
            } else {
                PinionSIMDKernels.unary(
                    op, dtype, shape: y.shape, x.operand(over: y.layout), into: y.operand(over: y.layout),
                    first: first, second: second)
            }
        }
        return out
    }

    /// `g · op'(saved)` of tensors of one shape and dtype, where `saved` is x or y as `op.saves` says.
    package static func unaryBackward(
        _ op: UnaryOp, _ g: Tensor, saved: Tensor, _ first: Double = 0, _ second: Double = 0
    ) -> Tensor {
        let result = Tensor(sizesOf: g, g.dtype)
        if sameOrder(g, result) && sameOrder(saved, result) {
            PinionSIMDKernels.unaryBackward(
                op, g.dtype, g.pointer, saved: saved.pointer, into: result.pointer, count: g.numel, first: first,
                second: second)
        } else {
            let layout = result.layout
            PinionSIMDKernels.unaryBackward(
                op, g.dtype, shape: layout.shape, g.operand(over: layout), saved: saved.operand(over: layout),
                into: result.operand(over: layout), first: first, second: second)
        }
        return result
    }

    /// Whether the elements of two tensors of one shape lie in the same order without gaps.
    static func sameOrder(_ x: Tensor, _ y: Tensor) -> Bool {
        (x.isContiguous && y.isContiguous) || (x.layout.strides == y.layout.strides && x.layout.isDense)
    }

    /// Where a question to the elements holds, as bool.
    package static func predicate(_ op: PredicateOp, _ x: Tensor) -> Tensor {
        let y = Tensor(sizesOf: x, .bool)
        PinionSIMDKernels.predicate(
            op, x.dtype, shape: y.shape, x.operand(over: y.layout), into: y.operand(over: y.layout))
        return y
    }
}

extension UnaryOp {
    /// The dtype of a result; integers become floating-point numbers in the functions of analysis.
    fileprivate func resultDType(_ dtype: DType, _ name: StaticString) throws(TensorError) -> DType {
        if supports(dtype) { return dtype }
        if self == .square && dtype == .bool { return .int64 }
        // Functions of analysis take bool, arithmetic does not.
        let refusesBool = supports(.int64) || self == .softsign || self == .tanhshrink
        if takesIntegers && supports(getDefaultDType()) && !(dtype == .bool && refusesBool) {
            return getDefaultDType()
        }
        if self == .neg {
            throw TensorError("\(name)", .dtype, "not defined for bool; logicalNot() and .! invert a mask")
        }
        throw TensorError("\(name)", .dtype, "not defined for \(dtype)")
    }

    /// Whether integers are taken by operations without a kernel for them.
    private var takesIntegers: Bool {
        switch self {
        case .bitwiseNot, .frac, .logSigmoid, .leakyReLU, .elu, .selu, .celu, .gelu, .geluTanh, .silu, .mish,
            .hardsigmoid, .hardswish, .softplus, .hardshrink, .softshrink, .threshold, .hardtanh, .relu6:
            false
        default: true
        }
    }
}
