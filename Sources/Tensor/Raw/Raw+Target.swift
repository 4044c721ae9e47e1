import PinionSIMDKernels

extension Raw {
    /// The tensor an elementwise operation writes: `out` after a check, or a new one.
    static func target(
        _ out: Tensor?, _ layout: Layout, _ dtype: DType, like source: Tensor?, _ operation: StaticString
    ) throws(TensorError) -> Tensor {
        guard let out else {
            // Operands with their dimensions in another order give a result with the same order, as in PyTorch.
            if let source, !source.layout.isContiguous, source.layout.hasSizes(of: layout), source.layout.isDense {
                return Tensor(source.layout.offset(to: 0), dtype)
            }
            return Tensor(layout.packed, dtype)
        }
        if !out.layout.hasSizes(of: layout) {
            throw TensorError(
                "\(operation)", .shape,
                "the result has shape \(layout.shape) and cannot be written to a tensor of shape \(out.shape)")
        }
        if !dtype.canBecome(out.dtype) {
            throw TensorError("\(operation)", .dtype, "the result is \(dtype) and cannot be written to \(out.dtype)")
        }
        try out.checkWritable(operation)
        return out
    }

    /// Writes a result to `out`, after the checks of operations in place.
    @discardableResult
    package static func write(
        _ result: Tensor, to out: Tensor, _ operation: StaticString
    ) throws(TensorError) -> Tensor {
        copy(result, into: try target(out, result.layout, result.dtype, like: nil, operation))
        return out
    }

    /// An operand that shares `out`'s memory in another order, copied: its elements are read after others are written.
    static func separate(_ operand: Operand, from out: Tensor?) -> Operand {
        guard let out, case .tensor(let tensor) = operand, tensor.storage === out.storage,
            tensor.layout != out.layout
        else { return operand }
        return .tensor(clone(tensor))
    }

    /// A large operand whose rows lie across `out`'s, copied to `out`'s order: a blocked copy and a pass through
    /// contiguous memory take a quarter of the time of a pass that finds a cache line for each element.
    static func ordered(_ operand: Operand, for out: Layout) -> Operand {
        guard case .tensor(let tensor) = operand, tensor.numel >= 4096, !tensor.isContiguous, out.rank > 0 else {
            return operand
        }
        let (sizes, strides) = (tensor.layout.sizes, tensor.layout.strides)
        guard let last = (0..<tensor.ndim).last(where: { sizes[$0] > 1 }), strides[last] > 1,
            out.strides[last + out.rank - tensor.ndim] == 1,
            (0..<tensor.ndim).contains(where: { strides[$0] == 1 && sizes[$0] > 1 }),
            !(0..<tensor.ndim).contains(where: { strides[$0] == 0 && sizes[$0] > 1 })
        else { return operand }
        return .tensor(clone(tensor))
    }

    /// Computes in `dtype` into `out`, through a tensor of that dtype where `out` has another.
    static func write(
        _ out: Tensor, _ dtype: DType, _ compute: (Tensor) throws(TensorError) -> Void
    ) throws(TensorError) {
        if out.dtype == dtype { return try compute(out) }
        let result = Tensor(sizesOf: out, dtype)
        try compute(result)
        convert(result, into: out)
    }
}

extension DType {
    /// Whether results of this dtype may be written to a tensor of another: not to one of a lower category.
    package func canBecome(_ other: DType) -> Bool {
        if isFloatingPoint { return other.isFloatingPoint }
        return self == .bool || other != .bool
    }
}

extension Tensor {
    /// Throws where several elements share memory, so that writing one changes another.
    package func checkWritable(_ operation: StaticString) throws(TensorError) {
        let (sizes, strides) = (layout.sizes, layout.strides)
        for d in 0..<ndim where sizes[d] > 1 && strides[d] == 0 {
            throw TensorError(
                "\(operation)", .shape,
                "the tensor of shape \(shape) repeats its elements along dimension \(d) and cannot be written; "
                    + "clone() it first")
        }
    }
}

extension Layout {
    /// Whether the elements fill a block without gaps or overlap, in any order of dimensions.
    var isDense: Bool {
        let (sizes, strides) = (sizes, strides)
        var dims = (0..<rank).filter { sizes[$0] != 1 }
        dims.sort { strides[$0] < strides[$1] }
        var expected = 1
        for d in dims {
            if strides[d] != expected { return false }
            expected *= sizes[d]
        }
        return true
    }
}
