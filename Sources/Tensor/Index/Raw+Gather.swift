import PinionSIMDKernels

extension Raw {
    /// `y[i, j, …] = x[…, index[i, j, …], …]`: along `d` the index chooses, along others the place itself.
    package static func gather(
        _ x: Tensor, _ d: Int, _ index: Tensor, name: StaticString
    ) throws(TensorError) -> Tensor {
        let offsets = try elementOffsets(x, d, index, index.layout, name)
        let result = Tensor(sizesOf: index, x.dtype)
        gatherElements(x, offsets, into: result)
        return result
    }

    /// `x[…, index[i, j, …], …] = src[i, j, …]`, combined with what is there as `reduction` says, in the order of the
    /// index.
    package static func scatter(
        _ x: Tensor, _ d: Int, _ index: Tensor, _ src: Operand, _ reduction: ScatterReduction, name: StaticString
    ) throws(TensorError) {
        let offsets = try elementOffsets(x, d, index, src.tensor?.layout ?? index.layout, name)
        if offsets.isEmpty { return }
        let values = Tensor(sizesOf: index, x.dtype)
        switch src {
        case .number(let number): try fill(values, with: number)
        case .tensor(let src):
            let part = Layout(
                rank: src.ndim, sizes: index.layout.sizes, strides: src.layout.strides, offset: src.layout.offset)
            copy(Tensor(src.storage, part, src.dtype), into: values)
        }
        try scatterElements(values, offsets, into: x, reduction)
    }

    /// Element i of `x` in row-major order is at index i: `y[i] = x.flat[index[i]]`.
    package static func take(_ x: Tensor, _ index: Tensor, name: StaticString) throws(TensorError) -> Tensor {
        let result = Tensor(sizesOf: index, x.dtype)
        gatherElements(x, try flatOffsets(x, index, name), into: result)
        return result
    }

    /// `x.flat[index[i]] = values[i]`, or `+=`.
    package static func put(
        _ x: Tensor, _ index: Tensor, _ values: Tensor, accumulate: Bool, name: StaticString
    ) throws(TensorError) {
        let offsets = try flatOffsets(x, index, name)
        if offsets.isEmpty { return }
        try scatterElements(clone(converted(values, to: x.dtype)), offsets, into: x, accumulate ? .sum : .replace)
    }

    private static func gatherElements(_ x: Tensor, _ offsets: [Int64], into result: Tensor) {
        offsets.withUnsafeBufferPointer { buffer in
            guard let indices = buffer.baseAddress, !buffer.isEmpty else { return }
            gatherRows(
                x.pointer, rows: x.layout.span, rowBytes: x.elementSize, sourceStride: x.elementSize, indices: indices,
                count: buffer.count, into: result.pointer)
        }
    }

    private static func scatterElements(
        _ values: Tensor, _ offsets: [Int64], into x: Tensor, _ reduction: ScatterReduction
    ) throws(TensorError) {
        if x.dtype.accumulator != x.dtype && reduction != .replace {
            // Both have one layout, so that the offsets hold.
            let wide = geometry(of: x.layout, x.dtype.accumulator)
            copy(x, into: wide)
            try scatterElements(converted(values, to: wide.dtype), offsets, into: wide, reduction)
            return copy(wide, into: x)
        }
        offsets.withUnsafeBufferPointer { buffer in
            guard let indices = buffer.baseAddress else { return }
            switch reduction {
            case .replace:
                scatterRows(
                    values.pointer, rowBytes: x.elementSize, indices: indices, count: buffer.count, into: x.pointer,
                    rows: x.layout.span, targetStride: x.elementSize)
            case .sum:
                addRows(values.pointer, length: 1, indices, buffer.count, into: x.pointer, x.dtype, rows: x.layout.span)
            case .product, .maximum, .minimum:
                switch x.dtype {
                case .float64: combine(Double.self, values, buffer, into: x, reduction, { $0 * $1 })
                case .int64: combine(Int64.self, values, buffer, into: x, reduction, &*)
                case .int32: combine(Int32.self, values, buffer, into: x, reduction, &*)
                case .int16: combine(Int16.self, values, buffer, into: x, reduction, &*)
                case .int8: combine(Int8.self, values, buffer, into: x, reduction, &*)
                case .uint8, .bool: combine(UInt8.self, values, buffer, into: x, reduction, &*)
                case .float32, .float16, .bfloat16: combine(Float.self, values, buffer, into: x, reduction, { $0 * $1 })
                }
            }
        }
    }

    private static func combine<T: Comparable>(
        _: T.Type, _ values: Tensor, _ offsets: UnsafeBufferPointer<Int64>, into x: Tensor,
        _ reduction: ScatterReduction, _ multiply: (T, T) -> T
    ) {
        let (source, target) = (
            values.pointer.assumingMemoryBound(to: T.self), x.pointer.assumingMemoryBound(to: T.self)
        )
        for (i, offset) in offsets.enumerated() {
            let (old, new) = (target[Int(offset)], source[i])
            // NaN stays, and comes in.
            let isNew =
                switch reduction {
                case .maximum: old == old && !(new <= old)
                case .minimum: old == old && !(new >= old)
                default: false
                }
            target[Int(offset)] = isNew ? new : reduction == .product ? multiply(old, new) : old
        }
    }

    /// The offsets of the elements that an index names along `d`, after checks.
    private static func elementOffsets(
        _ x: Tensor, _ d: Int, _ index: Tensor, _ src: Layout, _ name: StaticString
    ) throws(TensorError) -> [Int64] {
        if index.numel == 0 { return [] }
        let own = x.ndim == 0 ? x.layout.unsqueezed(0) : x.layout
        let names = index.ndim == 0 ? index.layout.unsqueezed(0) : index.layout
        let (sizes, strides) = (own.sizes, own.strides)
        if names.rank != own.rank || max(src.rank, 1) != own.rank {
            throw TensorError(
                "\(name)", .shape,
                "the index of shape \(index.shape) and the tensors of shapes \(x.shape) and \(src.shape) must have the "
                    + "same number of dimensions")
        }
        for e in 0..<own.rank {
            if (e != d && names.sizes[e] > sizes[e]) || names.sizes[e] > src.sizes[e] {
                throw TensorError(
                    "\(name)", .shape,
                    "the index of shape \(index.shape) is larger in dimension \(e) than a tensor of shape "
                        + "\(e != d && names.sizes[e] > sizes[e] ? x.shape : src.shape)")
            }
        }
        let values = index.int64Array(over: index.layout)
        var offsets = [Int64](repeating: 0, count: values.count)
        let walk = Layout(rank: own.rank, sizes: names.sizes, strides: strides.replacing(d, with: 0))
        let (size, stride) = (Int64(sizes[d]), Int64(strides[d]))
        var wrong: Int64?
        walk.forEachOffset { number, offset in
            let value = values[number]
            if value < 0 || value >= size { wrong = wrong ?? value }
            offsets[number] = Int64(offset) + value * stride
        }
        if let wrong { throw .index(Int(wrong), d, own, "\(name)") }
        return offsets
    }

    private static func flatOffsets(
        _ x: Tensor, _ index: Tensor, _ name: StaticString
    ) throws(TensorError) -> [Int64] {
        let (count, layout) = (Int64(x.numel), x.layout)
        let (sizes, strides) = (layout.sizes, layout.strides)
        var offsets = index.int64Array(over: index.layout)
        for (i, value) in offsets.enumerated() {
            if value < -count || value >= count {
                throw TensorError(
                    "\(name)", .index,
                    "index \(value) is out of range for the \(count) elements of shape \(x.shape)")
            }
            var (rest, offset) = (Int(value < 0 ? value + count : value), 0)
            if layout.isContiguous {
                offset = rest
            } else {
                for d in stride(from: layout.rank - 1, through: 0, by: -1) {
                    offset += rest % sizes[d] * strides[d]
                    rest /= sizes[d]
                }
            }
            offsets[i] = Int64(offset)
        }
        return offsets
    }
}
