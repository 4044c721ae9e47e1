/// `y = op(x)` over floating-point arrays of `count` elements; `y` may be `x`.
/// `first` and `second` are the operation's parameters, as `UnaryOp` names them. Elements of the 16-bit dtypes are
/// computed in float32.
package func unary(
    _ op: UnaryOp, _ dtype: DType, _ x: UnsafeRawPointer,
    into y: UnsafeMutableRawPointer, count: Int, first: Double = 0, second: Double = 0
) {
    checkFloating("\(op)", dtype, op.supports(dtype))
    checkCount("\(op)", count)
    if dtype.compute != dtype {
        let (x, y) = (StridedOperand(x, dtype, strides: [1]), StridedOperand(y, dtype, strides: [1]))
        return unary(op, dtype, shape: [count], x, into: y, first: first, second: second)
    }
    let call = UnaryCall(op, first, second, dtype)
    let size = dtype.byteCount
    parallelFor(0..<count, grain: call.grain) { part in
        call.run(x + part.lowerBound * size, y + part.lowerBound * size, part.count)
    }
}

/// `y = op(x)` over arrays of any strides; `y` may be `x`.
package func unary(
    _ op: UnaryOp, _ dtype: DType, shape: [Int], _ x: StridedOperand,
    into y: StridedOperand, first: Double = 0, second: Double = 0
) {
    checkFloating("\(op)", dtype, op.supports(dtype))
    let call = UnaryCall(op, first, second, dtype)
    ElementwiseLoop(shape: shape, target: y, x).run(computing: dtype, grain: call.grain, scalars: false) { block in
        call.run(block.a.base, block.target, block.count)
    }
}

/// `gx = g * op'(saved)`, where `saved` is x or y as `op.saves` says; over arrays of `count` elements.
package func unaryBackward(
    _ op: UnaryOp, _ dtype: DType, _ g: UnsafeRawPointer,
    saved: UnsafeRawPointer, into gx: UnsafeMutableRawPointer, count: Int, first: Double = 0, second: Double = 0
) {
    checkFloating("\(op) backward", dtype, op.supports(dtype))
    checkCount("\(op) backward", count)
    if dtype.compute != dtype {
        func row(_ base: UnsafeRawPointer) -> StridedOperand { StridedOperand(base, dtype, strides: [1]) }
        return unaryBackward(
            op, dtype, shape: [count], row(g), saved: row(saved), into: row(gx), first: first, second: second)
    }
    let size = dtype.byteCount
    let kernel = Kernels.current.elementwise.unaryBackward
    parallelFor(0..<count, grain: elementwiseGrain(isLight: op.isLight, dtype)) { part in
        let offset = part.lowerBound * size
        kernel(op, first, second, dtype, g + offset, saved + offset, gx + offset, part.count)
    }
}

/// `gx = g * op'(saved)` over arrays of any strides.
package func unaryBackward(
    _ op: UnaryOp, _ dtype: DType, shape: [Int], _ g: StridedOperand,
    saved: StridedOperand, into gx: StridedOperand, first: Double = 0, second: Double = 0
) {
    checkFloating("\(op) backward", dtype, op.supports(dtype))
    let kernel = Kernels.current.elementwise.unaryBackward
    ElementwiseLoop(shape: shape, target: gx, g, saved)
        .run(computing: dtype, grain: elementwiseGrain(isLight: op.isLight, dtype), scalars: false) { block in
            kernel(op, first, second, dtype.compute, block.a.base, block.b.base, block.target, block.count)
        }
}

/// A unary kernel with everything but its arrays.
private struct UnaryCall {
    var op: UnaryOp
    var first: Double
    var second: Double
    let dtype: DType
    let kernel = Kernels.current.elementwise.unary

    init(_ op: UnaryOp, _ first: Double, _ second: Double, _ dtype: DType) {
        (self.op, self.first, self.second, self.dtype) = (op, first, second, dtype)
        if case .clamp = op, first.isNaN || second.isNaN {
            // PyTorch: all NaN. No element is above infinity.
            (self.op, self.first, self.second) = (.threshold, .infinity, .nan)
        }
    }

    var grain: Int { elementwiseGrain(isLight: op.isLight, dtype) }

    @inline(__always) func run(_ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int) {
        kernel(op, first, second, dtype.compute, x, y, count)
    }
}
