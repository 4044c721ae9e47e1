import PinionSIMDKernels

// The short way of small operations. Operands that lie as a kernel runs, from end to end, need none of the preparations
// that others do, which cost more than the arithmetic of a thousand elements.

extension Raw {
    /// `op(a, b)` of tensors without gaps, of one shape and floating-point dtype, or of one and a number or a tensor of
    /// one repeated element; nil for others.
    @inline(__always)
    static func plain(_ op: BinaryOp, _ a: Operand, _ b: Operand, _ out: Tensor?) throws(TensorError) -> Tensor? {
        if !op.supports(.float32) { return nil }
        return try withPlain(a, b) { (x, left, right) throws(TensorError) in
            guard let y = target(out, like: x, a, b) else { return nil }
            PinionSIMDKernels.binary(op, x.dtype, left, right, into: y.pointer, count: x.numel)
            return y
        }
    }

    /// `a op b` as bool, of the same.
    @inline(__always)
    static func plainCompare(_ op: CompareOp, _ a: Operand, _ b: Operand) throws(TensorError) -> Tensor? {
        try withPlain(a, b) { (x, left, right) throws(TensorError) in
            let y = Tensor(sizesOf: x, .bool)
            PinionSIMDKernels.compare(op, x.dtype, left, right, into: y.pointer, count: x.numel)
            return y
        }
    }

    /// Calls `body` with a tensor that has the result's sizes and the operation's dtype, and with both operands as
    /// kernels take them; nil where they do not lie like that.
    @inline(__always)
    private static func withPlain(
        _ a: Operand, _ b: Operand, _ body: (_ x: Tensor, _ a: Source, _ b: Source) throws(TensorError) -> Tensor?
    ) throws(TensorError) -> Tensor? {
        switch (a, b) {
        case (.tensor(let a), .tensor(let b)):
            if a.isPlain && b.isPlain(like: a) { return try body(a, Source(a.pointer), Source(b.pointer)) }
            guard a.dtype == b.dtype else { return nil }
            // A loss, or what a sum sends backward.
            if a.isPlain && b.layout.repeatsOneElement(over: a.layout) {
                return try withScalarBlock(b.pointer, b.dtype) { (block) throws(TensorError) in
                    try body(a, Source(a.pointer), Source(block, step: 0))
                }
            }
            guard b.isPlain, a.layout.repeatsOneElement(over: b.layout) else { return nil }
            return try withScalarBlock(a.pointer, a.dtype) { (block) throws(TensorError) in
                try body(b, Source(block, step: 0), Source(b.pointer))
            }
        case (.tensor(let a), .number(let b)):
            if !a.isPlain { return nil }
            return try withScalarBlock(b, a.dtype) { (block) throws(TensorError) in
                try body(a, Source(a.pointer), Source(block, step: 0))
            }
        case (.number(let a), .tensor(let b)):
            if !b.isPlain { return nil }
            return try withScalarBlock(a, b.dtype) { (block) throws(TensorError) in
                try body(b, Source(block, step: 0), Source(b.pointer))
            }
        default: return nil
        }
    }

    /// `g · ∂op(a, b)/∂side` of tensors as above.
    static func plainBackward(
        _ op: BinaryOp, by side: Side, _ g: Tensor, _ a: Tensor, _ b: Tensor
    ) throws(TensorError) -> Tensor? {
        if !a.isPlain || !b.isPlain(like: a) || g.dtype != a.dtype || !g.layout.hasSizes(of: a.layout) { return nil }
        let result = Tensor(sizesOf: a, a.dtype)
        // Addresses, not tensors: a closure counts a reference to each that it sees.
        let (dtype, count, target) = (a.dtype, a.numel, result.pointer)
        let (left, right) = (Source(a.pointer), Source(b.pointer))
        func run(_ g: Source) {
            PinionSIMDKernels.binaryBackward(op, by: side, dtype, g, left, right, into: target, count: count)
        }
        if g.layout.isContiguous {
            run(Source(g.pointer))
        } else if g.layout.repeatsOneElement {
            try withScalarBlock(g.pointer, dtype) { run(Source($0, step: 0)) }
        } else {
            return nil
        }
        return result
    }

    /// A new tensor for a result in `x`'s shape, or `out` where it has that and is not written ahead of what is read.
    @inline(__always)
    private static func target(_ out: Tensor?, like x: Tensor, _ a: Operand, _ b: Operand) -> Tensor? {
        guard let out else { return Tensor(sizesOf: x, x.dtype) }
        return out.isPlain(like: x) && out.isInStep(with: a) && out.isInStep(with: b) ? out : nil
    }
}

extension Layout {
    /// Whether all elements are one in memory, for an operation whose result has the sizes of `target`.
    @inline(__always)
    fileprivate func repeatsOneElement(over target: Layout) -> Bool {
        (count == 1 && rank <= target.rank) || (repeatsOneElement && hasSizes(of: target))
    }
}

extension Tensor {
    @inline(__always)
    fileprivate var isPlain: Bool { layout.isContiguous && (dtype == .float32 || dtype == .float64) }

    @inline(__always)
    fileprivate func isPlain(like other: Tensor) -> Bool {
        layout.isContiguous && dtype == other.dtype && layout.hasSizes(of: other.layout)
    }

    /// Whether elements at the same place of both are the same in memory, if any are.
    @inline(__always)
    fileprivate func isInStep(with operand: Operand) -> Bool {
        guard case .tensor(let other) = operand else { return true }
        return storage !== other.storage || layout.offset == other.layout.offset
    }
}
