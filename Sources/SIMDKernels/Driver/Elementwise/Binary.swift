/// `y = op(a, b)` over floating-point operands of any strides; `y` may be `a` or `b`.
/// All operands have the dtype, float32 or float64.
package func binary(
    _ op: BinaryOp, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand, into y: StridedOperand
) {
    checkFloating("\(op)", dtype, op.supports(dtype))
    let kernel = Kernels.current.elementwise.binary
    ElementwiseLoop(shape: shape, target: y, a, b)
        .run(grain: elementwiseGrain(isLight: op.isLight, dtype)) { block in
            kernel(op, dtype, block.a, block.b, block.target, block.count)
        }
}

/// `gradient = g * (the derivative of op by one side)(a, b)` over operands of any strides.
package func binaryBackward(
    _ op: BinaryOp, by side: Side, _ dtype: DType, shape: [Int], _ g: StridedOperand, _ a: StridedOperand,
    _ b: StridedOperand, into gradient: StridedOperand
) {
    checkFloating("\(op) backward", dtype, op.supports(dtype))
    let kernel = Kernels.current.elementwise.binaryBackward
    ElementwiseLoop(shape: shape, target: gradient, g, a, b)
        .run(grain: elementwiseGrain(isLight: op.isLight, dtype)) { block in
            kernel(op, side, dtype, block.a, block.b, block.c, block.target, block.count)
        }
}

/// `y = op(a, b, c)` over floating-point operands of any strides; `y` may be any of them.
/// `value` is the factor of `addcmul` and `addcdiv`.
package func ternary(
    _ op: TernaryOp, value: Double = 1, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand,
    _ c: StridedOperand, into y: StridedOperand
) {
    checkFloating("\(op)", dtype, op.supports(dtype))
    let kernel = Kernels.current.elementwise.ternary
    ElementwiseLoop(shape: shape, target: y, a, b, c).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(op, value, dtype, block.a, block.b, block.c, block.target, block.count)
    }
}
