import Synchronization

/// `y = op(x)` in wraparound arithmetic, over integers or bool of any strides; `y` may be `x`.
/// Both operands have the dtype; `first` and `second` are the operation's parameters, as `UnaryOp` names them.
package func integerUnary(
    _ op: UnaryOp, _ dtype: DType, shape: [Int], _ x: StridedOperand, into y: StridedOperand, first: Int64 = 0,
    second: Int64 = 0
) {
    checkInteger(op, dtype, op.supports(dtype))
    x.check(dtype, "the operand", of: "\(op)")
    y.check(dtype, "the target", of: "\(op)")
    let kernel = Kernels.current.integer.unary
    ElementwiseLoop(shape: shape, target: y, x).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(op, first, second, dtype, block.a, block.target, block.count)
    }
}

/// `y = op(a, b)` in wraparound arithmetic, over integers or bool of any strides; `y` may be `a` or `b`.
///
/// All operands have the dtype. False: an integer was divided by zero, and `y` is not to be used.
package func integerBinary(
    _ op: BinaryOp, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand, into y: StridedOperand
) -> Bool {
    checkInteger(op, dtype, op.supports(dtype))
    a.check(dtype, "the left operand", of: "\(op)")
    b.check(dtype, "the right operand", of: "\(op)")
    y.check(dtype, "the target", of: "\(op)")
    let kernel = Kernels.current.integer.binary
    let isDefined = Atomic<Bool>(true)
    ElementwiseLoop(shape: shape, target: y, a, b).run(grain: elementwiseGrain(isLight: op.isLight, dtype)) { block in
        if !kernel(op, dtype, block.a, block.b, block.target, block.count) {
            isDefined.store(false, ordering: .relaxed)
        }
    }
    return isDefined.load(ordering: .relaxed)
}

/// `y = op(a, b, c)` in wraparound arithmetic, over integers of any strides and one dtype; `y` may be any of them, and
/// `value` is the factor of `addcmul`.
package func integerTernary(
    _ op: TernaryOp, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand, _ c: StridedOperand,
    into y: StridedOperand, value: Int64 = 1
) {
    checkInteger(op, dtype, op.supports(dtype))
    a.check(dtype, "the first operand", of: "\(op)")
    b.check(dtype, "the second operand", of: "\(op)")
    c.check(dtype, "the third operand", of: "\(op)")
    y.check(dtype, "the target", of: "\(op)")
    let kernel = Kernels.current.integer.ternary
    ElementwiseLoop(shape: shape, target: y, a, b, c).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(op, value, dtype, block.a, block.b, block.c, block.target, block.count)
    }
}

private func checkInteger<Op>(_ op: Op, _ dtype: DType, _ supported: Bool) {
    if !supported || dtype.isFloatingPoint { stop("\(op): there is no integer kernel for \(dtype)") }
}
