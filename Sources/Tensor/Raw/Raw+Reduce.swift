import PinionSIMDKernels

extension Raw {
    /// `op` over the dimensions `dims`, different ones in range; an empty list has none of them, nil stands for all.
    ///
    /// Sums and products of integers and bool are int64; indices are int64; any and all are bool.
    package static func reduce(
        _ op: Reduction, _ x: Tensor, _ dims: [Int]?, keepDim: Bool, name: StaticString
    ) throws(TensorError) -> Tensor {
        let layout: Layout
        if let dims {
            layout = x.layout.reduced(dims, keepDim: keepDim)
        } else {
            layout = keepDim ? x.layout.reduced(Array(0..<x.ndim), keepDim: true) : .scalar
        }
        if op.needsElements, x.numel == 0, layout.count > 0,
            let d = (dims ?? Array(0..<x.ndim)).first(where: { x.layout.sizes[$0] == 0 })
        {
            throw TensorError(
                "\(name)", .shape, "the tensor of shape \(x.shape) has no elements along dimension \(d) to choose from")
        }
        // 16-bit floating-point numbers are summed in float32.
        if x.dtype.compute != x.dtype {
            let wide = try reduce(op, converted(x, to: x.dtype.compute), dims, keepDim: keepDim, name: name)
            return wide.dtype.isFloatingPoint ? converted(wide, to: x.dtype) : wide
        }
        let result = Tensor(layout, op.resultDType(x.dtype))
        Reduce(op: op, x: x, dims: dims, result: result).run(x.dtype)
        return result
    }

    /// The sum of a tensor's elements down to sizes it was broadcast from; nil when it was not.
    package static func sum(_ x: Tensor, to target: Layout) throws(TensorError) -> Tensor? {
        guard let dims = x.layout.dimensionsBroadcast(from: target) else { return nil }
        let result = try reduce(.sum, x, dims, keepDim: true, name: "sum")
        return Tensor(result.storage, target.packed, result.dtype)
    }
}

private struct Reduce: ElementWork {
    let op: Reduction
    let x: Tensor
    /// nil for all.
    let dims: [Int]?
    let result: Tensor

    func run<T: OrderedElement>(_: T.Type) {
        let elements = UnsafePointer(x.pointer.assumingMemoryBound(to: T.self))
        let isWhole = dims.map { $0.count == x.ndim } ?? true
        if isWhole && x.isContiguous {
            return reduceRows(op, elements, rows: 1, n: x.numel, stride: x.numel, into: result.pointer)
        }
        PinionSIMDKernels.reduce(
            op, elements, sizes: x.shape, strides: x.strides, over: dims ?? Array(0..<x.ndim), into: result.pointer)
    }
}

extension Reduction {
    fileprivate func resultDType(_ dtype: DType) -> DType {
        switch self {
        case .argMin, .argMax: .int64
        case .any, .all: .bool
        case .min, .max: dtype
        default: dtype.isFloatingPoint ? dtype : .int64
        }
    }
}

extension Layout {
    /// The contiguous layout of a result that lacks some dimensions, or has size 1 there.
    package func reduced(_ dims: [Int], keepDim: Bool) -> Layout {
        var sizes = sizes
        if keepDim {
            for d in dims { sizes[d] = 1 }
            return Layout(rank: rank, sizes: sizes)
        }
        var kept = 0
        for d in 0..<rank where !dims.contains(d) {
            sizes[kept] = sizes[d]
            kept += 1
        }
        return Layout(rank: kept, sizes: sizes)
    }

    /// The dimensions that repeat when a tensor of `source`'s sizes is broadcast to these; nil when it cannot be.
    package func dimensionsBroadcast(from source: Layout) -> [Int]? {
        if source.rank > rank { return nil }
        let (own, other) = (sizes, source.sizes)
        let shift = rank - source.rank
        var dims: [Int] = Array(0..<shift)
        for d in 0..<source.rank where other[d] != own[d + shift] {
            if other[d] != 1 { return nil }
            dims.append(d + shift)
        }
        return dims
    }
}
