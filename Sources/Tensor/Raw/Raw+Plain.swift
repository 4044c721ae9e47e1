import PinionSIMDKernels

// The short way of small operations. Operands that lie as a kernel runs, from end to end, need none of the preparations
// that others do, which cost more than the arithmetic of a thousand elements.

extension Raw {
    /// `op(a, b)` of tensors without gaps, of one shape and floating-point dtype, or of one and a number or a tensor of
    /// one repeated element; nil for others.
    @inline(__always)
    static func plain(_ op: BinaryOp, _ a: Operand, _ b: Operand, _ out: Tensor?) throws(TensorError) -> Tensor? {
        if !op.supports(.float32) { return nil }
        switch (a, b) {
        case (.tensor(let a), .tensor(let b)):
            guard a.isPlain, b.isPlain(like: a) else { return try plainWithRepeated(op, a, b, out) }
            guard let y = target(out, like: a, b) else { return nil }
            PinionSIMDKernels.binary(op, a.dtype, Source(a.pointer), Source(b.pointer), into: y.pointer, count: a.numel)
            return y
        case (.tensor(let a), .number(let b)):
            guard a.isPlain, let y = target(out, like: a, a) else { return nil }
            try withScalarBlock(b, a.dtype) { b in
                PinionSIMDKernels.binary(
                    op, a.dtype, Source(a.pointer), Source(b, step: 0), into: y.pointer, count: a.numel)
            }
            return y
        case (.number(let a), .tensor(let b)):
            guard b.isPlain, let y = target(out, like: b, b) else { return nil }
            try withScalarBlock(a, b.dtype) { a in
                PinionSIMDKernels.binary(
                    op, b.dtype, Source(a, step: 0), Source(b.pointer), into: y.pointer, count: b.numel)
            }
            return y
        default: return nil
        }
    }

    /// The same where one tensor repeats one element: a loss, or what a sum sends backward.
    private static func plainWithRepeated(
        _ op: BinaryOp, _ a: Tensor, _ b: Tensor, _ out: Tensor?
    ) throws(TensorError) -> Tensor? {
        guard a.dtype == b.dtype else { return nil }
        if a.isPlain && b.layout.repeatsOneElement(over: a.layout) {
            guard let y = target(out, like: a, a) else { return nil }
            try withScalarBlock(b.pointer, b.dtype) { b in
                PinionSIMDKernels.binary(
                    op, a.dtype, Source(a.pointer), Source(b, step: 0), into: y.pointer, count: a.numel)
            }
            return y
        }
        guard b.isPlain, a.layout.repeatsOneElement(over: b.layout), let y = target(out, like: b, b) else { return nil }
        try withScalarBlock(a.pointer, a.dtype) { a in
            PinionSIMDKernels.binary(
                op, b.dtype, Source(a, step: 0), Source(b.pointer), into: y.pointer, count: b.numel)
        }
        return y
    }

    /// `g · ∂op(a, b)/∂side` of tensors as above.
    @inline(__always)
    static func plainBackward(
        _ op: BinaryOp, by side: Side, _ g: Tensor, _ a: Operand, _ b: Operand
    ) throws(TensorError) -> Tensor? {
        guard case .tensor(let a) = a, case .tensor(let b) = b, a.isPlain, b.isPlain(like: a), g.dtype == a.dtype,
            g.layout.hasSizes(of: a.layout)
        else { return nil }
        let result = Tensor(a.layout.packed, a.dtype)
        func run(_ g: Source) {
            PinionSIMDKernels.binaryBackward(
                op, by: side, a.dtype, g, Source(a.pointer), Source(b.pointer), into: result.pointer, count: a.numel)
        }
        if g.layout.isContiguous {
            run(Source(g.pointer))
        } else if g.layout.repeatsOneElement {
            // What a sum sends backward.
            try withScalarBlock(g.pointer, g.dtype) { run(Source($0, step: 0)) }
        } else {
            return nil
        }
        return result
    }

    /// A new tensor for a result in `a`'s shape, or `out` where it has that and is not written ahead of what is read.
    @inline(__always)
    private static func target(_ out: Tensor?, like a: Tensor, _ b: Tensor) -> Tensor? {
        guard let out else { return Tensor(a.layout.packed, a.dtype) }
        return out.isPlain(like: a) && out.isInStep(with: a) && out.isInStep(with: b) ? out : nil
    }
}

extension Layout {
    /// Whether all elements are one in memory, for an operation whose result has the sizes of `target`.
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
    fileprivate func isInStep(with other: Tensor) -> Bool {
        storage !== other.storage || layout.offset == other.layout.offset
    }
}
