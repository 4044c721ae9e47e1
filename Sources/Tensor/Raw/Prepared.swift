import PinionSIMDKernels

/// An operand in the dtype an operation computes in.
enum Prepared {
    case tensor(Tensor)
    case scalar(UnsafeMutableRawPointer, DType)

    func operand(over target: Tensor) -> StridedOperand {
        switch self {
        case .tensor(let tensor): tensor.operand(over: target.layout)
        case .scalar(let block, let dtype): StridedOperand(scalar: block, dtype)
        }
    }

    /// The elements in `target`'s order, for kernels that run from end to end; nil where they lie otherwise.
    func source(like target: Tensor) -> Source? {
        switch self {
        case .scalar(let block, _):
            return target.layout.isContiguous || target.layout.isDense ? Source(block, step: 0) : nil
        case .tensor(let tensor):
            let fits = tensor.layout.hasSizes(of: target.layout) && Raw.sameOrder(tensor, target)
            return fits ? Source(tensor.pointer) : nil
        }
    }
}

extension Operand {
    package var tensor: Tensor? {
        if case .tensor(let tensor) = self { tensor } else { nil }
    }

    /// The sizes, for messages; a number has none.
    package var shape: [Int] { tensor?.shape ?? [] }
}

extension Raw {
    /// Calls `body` with the operand converted to `dtype`, for a loop over a target's layout.
    static func withOperand(
        _ operand: Operand, _ dtype: DType, over target: Layout, _ body: (Prepared) throws(TensorError) -> Void
    ) throws(TensorError) {
        switch ordered(operand, for: target) {
        case .tensor(let tensor):
            let tensor = converted(tensor, to: dtype)
            if tensor.layout.repeatsOneElement && dtype.compute == dtype && dtype.isFloatingPoint {
                return try withScalarBlock(tensor.pointer, dtype) { (block) throws(TensorError) in
                    try body(.scalar(block, dtype))
                }
            }
            try body(.tensor(tensor))
        case .number(let number):
            try withScalarBlock(number, dtype) { (block) throws(TensorError) in try body(.scalar(block, dtype)) }
        }
    }

    /// The contiguous layout two operands broadcast to.
    package static func broadcast(_ a: Operand, _ b: Operand, _ name: StaticString) throws(TensorError) -> Layout {
        switch (a, b) {
        case (.tensor(let a), .tensor(let b)):
            guard let layout = Layout.broadcast(a.layout, b.layout) else {
                throw TensorError("\(name)", .shape, Layout.mismatch(a.shape, b.shape))
            }
            return layout
        case (.tensor(let only), .number), (.number, .tensor(let only)):
            return only.layout.packed
        case (.number, .number): return Layout(rank: 0, sizes: .zero)
        }
    }

    static func broadcast(
        _ a: Operand, _ b: Operand, _ c: Operand, _ name: StaticString
    ) throws(TensorError) -> Layout {
        let first = try broadcast(a, b, name)
        guard let c = c.tensor else { return first }
        guard let layout = Layout.broadcast(first, c.layout) else {
            throw TensorError("\(name)", .shape, Layout.mismatch(first.shape, c.shape))
        }
        return layout
    }
}

extension Layout {
    /// Why two shapes do not broadcast.
    package static func mismatch(_ a: [Int], _ b: [Int]) -> String {
        var text = "shapes \(a) and \(b) do not broadcast"
        let rank = max(a.count, b.count)
        for d in stride(from: rank - 1, through: 0, by: -1) {
            let (i, j) = (d - rank + a.count, d - rank + b.count)
            if i < 0 || j < 0 || a[i] == b[j] || a[i] == 1 || b[j] == 1 { continue }
            text += ": sizes \(a[i]) and \(b[j]) at dimension \(d - rank) are different, and neither is 1"
            break
        }
        return text
    }
}
