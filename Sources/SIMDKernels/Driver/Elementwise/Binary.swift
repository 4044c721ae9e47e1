/// `y = op(a, b)` over contiguous float32 or float64 arrays or repeated values; `y` may be `a` or `b`.
package func binary(
    _ op: BinaryOp, _ dtype: DType, _ a: Source, _ b: Source, into y: UnsafeMutableRawPointer, count: Int
) {
    let kernel = Kernels.current.elementwise.binary
    let grain = elementwiseGrain(isLight: op.isLight, dtype)
    if count <= grain { return kernel(op, dtype, a, b, y, count, .one) }
    let size = dtype.byteCount
    parallelFor(0..<count, grain: grain) { part in
        let offset = part.lowerBound * size
        kernel(op, dtype, a.advanced(by: offset), b.advanced(by: offset), y + offset, part.count, .one)
    }
}

/// `gradient = g * (the derivative of op by one side)(a, b)` over contiguous float32 or float64 arrays or repeated
/// values.
package func binaryBackward(
    _ op: BinaryOp, by side: Side, _ dtype: DType, _ g: Source, _ a: Source, _ b: Source,
    into gradient: UnsafeMutableRawPointer, count: Int
) {
    let kernel = Kernels.current.elementwise.binaryBackward
    let grain = elementwiseGrain(isLight: op.isLight, dtype)
    if count <= grain { return kernel(op, side, dtype, g, a, b, gradient, count) }
    let size = dtype.byteCount
    parallelFor(0..<count, grain: grain) { part in
        let offset = part.lowerBound * size
        kernel(
            op, side, dtype, g.advanced(by: offset), a.advanced(by: offset), b.advanced(by: offset), gradient + offset,
            part.count)
    }
}

/// `y = op(a, b)` over floating-point operands of any strides; `y` may be `a` or `b`.
/// All operands have the dtype; elements of the 16-bit ones are computed in float32.
package func binary(
    _ op: BinaryOp, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand, into y: StridedOperand
) {
    checkFloating("\(op)", dtype, op.supports(dtype))
    let kernel = Kernels.current.elementwise.binary
    ElementwiseLoop(shape: shape, target: y, a, b)
        .run(computing: dtype, grain: elementwiseGrain(isLight: op.isLight, dtype), rows: 16) { block in
            kernel(op, dtype.compute, block.a, block.b, block.target, block.count, block.rows)
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
        .run(computing: dtype, grain: elementwiseGrain(isLight: op.isLight, dtype)) { block in
            kernel(op, side, dtype.compute, block.a, block.b, block.c, block.target, block.count)
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
    ElementwiseLoop(shape: shape, target: y, a, b, c)
        .run(computing: dtype, grain: elementwiseGrain(isLight: true, dtype)) { block in
            kernel(op, value, dtype.compute, block.a, block.b, block.c, block.target, block.count)
        }
}
