/// `y = a op b` as bool over contiguous arrays of `dtype` or repeated values.
package func compare(
    _ op: CompareOp, _ dtype: DType, _ a: Source, _ b: Source, into y: UnsafeMutableRawPointer, count: Int
) {
    let kernel = Kernels.current.logic.compare
    let size = dtype.byteCount
    parallelFor(0..<count, grain: elementwiseGrain(isLight: true, dtype)) { part in
        let offset = part.lowerBound * size
        kernel(op, dtype, a.advanced(by: offset), b.advanced(by: offset), y + part.lowerBound, part.count)
    }
}

/// `y = a op b` as bool, over operands of any strides, `a` and `b` of `dtype`; NaN is unequal to everything and unordered.
package func compare(
    _ op: CompareOp, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand, into y: StridedOperand
) {
    y.check(.bool, "the target", of: "\(op)")
    a.check(dtype, "the left operand", of: "\(op)")
    b.check(dtype, "the right operand", of: "\(op)")
    let kernel = Kernels.current.logic.compare
    ElementwiseLoop(shape: shape, target: y, a, b).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(op, dtype, block.a, block.b, block.target, block.count)
    }
}

/// `y = (a != 0) op (b != 0)` as bool, over operands of any strides, `a` and `b` of `dtype`.
package func logical(
    _ op: LogicalOp, _ dtype: DType, shape: [Int], _ a: StridedOperand, _ b: StridedOperand, into y: StridedOperand
) {
    y.check(.bool, "the target", of: "logical \(op)")
    a.check(dtype, "the left operand", of: "logical \(op)")
    b.check(dtype, "the right operand", of: "logical \(op)")
    let kernel = Kernels.current.logic.logical
    ElementwiseLoop(shape: shape, target: y, a, b).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(op, dtype, block.a, block.b, block.target, block.count)
    }
}

/// `y = op(x)` as bool, over operands of any strides, `x` of `dtype`.
package func predicate(
    _ op: PredicateOp, _ dtype: DType, shape: [Int], _ x: StridedOperand, into y: StridedOperand
) {
    y.check(.bool, "the target", of: "\(op)")
    x.check(dtype, "the operand", of: "\(op)")
    let kernel = Kernels.current.logic.predicate
    ElementwiseLoop(shape: shape, target: y, x).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(op, dtype, block.a, block.target, block.count)
    }
}

/// `y = mask ? a : b` over operands of any strides, `a`, `b` and `y` of `dtype`, the mask of bool; PyTorch's `where`.
package func select(
    _ dtype: DType, shape: [Int], _ mask: StridedOperand, _ a: StridedOperand, _ b: StridedOperand,
    into y: StridedOperand
) {
    mask.check(.bool, "the mask", of: "select")
    a.check(dtype, "the first operand", of: "select")
    b.check(dtype, "the second operand", of: "select")
    y.check(dtype, "the target", of: "select")
    let kernel = Kernels.current.logic.select
    ElementwiseLoop(shape: shape, target: y, mask, a, b).run(grain: elementwiseGrain(isLight: true, dtype)) { block in
        kernel(dtype, block.a, block.b, block.c, block.target, block.count)
    }
}
