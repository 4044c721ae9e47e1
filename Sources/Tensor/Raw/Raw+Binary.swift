import PinionSIMDKernels

extension Raw {
    /// `y = op(a, b)` with broadcasting and PyTorch's promotion of dtypes.
    package static func binary(
        _ op: BinaryOp, _ a: Operand, _ b: Operand, name: StaticString, out: Tensor? = nil
    ) throws(TensorError) -> Tensor {
        if let y = try plain(op, a, b, out) { return y }
        let dtype = try op.resultDType(resultType(a, b), name)
        // fmin and fmax of integers and bool are minimum and maximum: only floating-point numbers have NaN.
        let op: BinaryOp =
            dtype.isFloatingPoint ? op : op == .fmin ? .minimum : op == .fmax ? .maximum : op
        if op == .sub && (a.tensor?.dtype == .bool || b.tensor?.dtype == .bool) {
            throw TensorError(
                "\(name)", .dtype, "not defined for bool; logicalNot(), .! and .^ invert and compare masks")
        }
        let layout = try broadcast(a, b, name)
        if let out, !dtype.isFloatingPoint, op.mayFail {
            // Through a result of its own: a failure must leave the target as it was.
            return try write(binary(op, a, b, name: name), to: out, name)
        }
        let (a, b) = (separate(a, from: out), separate(b, from: out))
        let out = try target(out, layout, dtype, like: a.tensor ?? b.tensor, name)
        try withOperand(a, dtype, over: out.layout) { (a) throws(TensorError) in
            try withOperand(b, dtype, over: out.layout) { (b) throws(TensorError) in
                try write(out, dtype) { (y) throws(TensorError) in try compute(op, a, b, into: y, name) }
            }
        }
        return out
    }

    private static func compute(
        _ op: BinaryOp, _ a: Prepared, _ b: Prepared, into y: Tensor, _ name: StaticString
    ) throws(TensorError) {
        let dtype = y.dtype
        if dtype == .float32 || dtype == .float64, let left = a.source(like: y), let right = b.source(like: y) {
            return PinionSIMDKernels.binary(op, dtype, left, right, into: y.pointer, count: y.numel)
        }
        let (left, right, target) = (a.operand(over: y), b.operand(over: y), y.operand(over: y.layout))
        if dtype.isFloatingPoint {
            PinionSIMDKernels.binary(op, dtype, shape: y.shape, left, right, into: target)
        } else if !integerBinary(op, dtype, shape: y.shape, left, right, into: target) {
            throw TensorError("\(name)", .value, "an integer was divided by zero")
        }
    }

    /// `g · ∂op(a, b)/∂side`, in `g`'s shape and dtype; `a` and `b` broadcast to it.
    package static func binaryBackward(
        _ op: BinaryOp, by side: Side, _ g: Tensor, _ a: Operand, _ b: Operand
    ) throws(TensorError) -> Tensor {
        if case .tensor(let x) = a, case .tensor(let z) = b, let result = try plainBackward(op, by: side, g, x, z) {
            return result
        }
        let dtype = g.dtype
        let result = Tensor(sizesOf: g, dtype)
        try withOperand(.tensor(g), dtype, over: result.layout) { (g) throws(TensorError) in
            try withOperand(a, dtype, over: result.layout) { (a) throws(TensorError) in
                try withOperand(b, dtype, over: result.layout) { (b) throws(TensorError) in
                    if dtype.compute == dtype, let gradient = g.source(like: result), let left = a.source(like: result),
                        let right = b.source(like: result)
                    {
                        return PinionSIMDKernels.binaryBackward(
                            op, by: side, dtype, gradient, left, right, into: result.pointer, count: result.numel)
                    }
                    PinionSIMDKernels.binaryBackward(
                        op, by: side, dtype, shape: result.shape, g.operand(over: result), a.operand(over: result),
                        b.operand(over: result), into: result.operand(over: result.layout))
                }
            }
        }
        return result
    }

    /// `y = a op b` as bool.
    package static func compare(
        _ op: CompareOp, _ a: Operand, _ b: Operand, name: StaticString
    ) throws(TensorError) -> Tensor {
        if let y = try plainCompare(op, a, b) { return y }
        let dtype = resultType(a, b)
        let y = Tensor(try broadcast(a, b, name), .bool)
        try withOperand(a, dtype, over: y.layout) { (a) throws(TensorError) in
            try withOperand(b, dtype, over: y.layout) { (b) throws(TensorError) in
                PinionSIMDKernels.compare(
                    op, dtype, shape: y.shape, a.operand(over: y), b.operand(over: y), into: y.operand(over: y.layout))
            }
        }
        return y
    }

    /// `(a ≠ 0) op (b ≠ 0)` as bool.
    package static func logical(
        _ op: LogicalOp, _ a: Tensor, _ b: Tensor, name: StaticString
    ) throws(TensorError) -> Tensor {
        let dtype = a.dtype.promoted(with: b.dtype)
        let y = Tensor(try broadcast(.tensor(a), .tensor(b), name), .bool)
        let (left, right) = (converted(a, to: dtype), converted(b, to: dtype))
        PinionSIMDKernels.logical(
            op, dtype, shape: y.shape, left.operand(over: y.layout), right.operand(over: y.layout),
            into: y.operand(over: y.layout))
        return y
    }
}

extension BinaryOp {
    /// Whether integers may have no result.
    fileprivate var mayFail: Bool { self == .floorDivide || self == .remainder || self == .fmod }

    /// The dtype of a result for operands that promote to `dtype`.
    fileprivate func resultDType(_ dtype: DType, _ name: StaticString) throws(TensorError) -> DType {
        if supports(dtype) || self == .fmin || self == .fmax || self == .sub { return dtype }
        let isFloatingOnly = !supports(.int64)
        if isFloatingOnly { return getDefaultDType() }
        throw TensorError("\(name)", .dtype, "not defined for \(dtype)")
    }
}
