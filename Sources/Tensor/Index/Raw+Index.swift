import PinionSIMDKernels

extension Raw {
    /// The elements of `x` that int64 index tensors choose, as PyTorch's advanced indexing; contiguous.
    package static func index(
        _ x: Tensor, _ indices: [Tensor?], name: StaticString
    ) throws(TensorError) -> Tensor {
        let rows = try IndexedRows(x.layout, indices, name)
        let moved = Tensor(rows.moved, x.dtype)
        if moved.numel > 0 {
            if rows.outerCount > rows.offsets.count {
                for (p, target) in places(of: moved, rows).enumerated() {
                    copy(Tensor(x.storage, rows.part(p), x.dtype), into: target)
                }
            } else {
                gather(x, rows, into: moved)
            }
        }
        return contiguous(Tensor(moved.storage, moved.layout.permuted(rows.movedToResult), x.dtype))
    }

    /// Writes `values`, which broadcast to the indexing result, to the elements of `x` that index tensors choose.
    ///
    /// In the order of the index: of values for one element the last one stays, or all are added with `accumulate`.
    package static func indexPut(
        _ x: Tensor, _ indices: [Tensor?], _ values: Tensor, accumulate: Bool, name: StaticString
    ) throws(TensorError) {
        let rows = try IndexedRows(x.layout, indices, name)
        guard rows.result.dimensionsBroadcast(from: values.layout) != nil else {
            throw TensorError(
                "\(name)", .shape,
                "values of shape \(values.shape) do not broadcast to the indexing result of shape \(rows.result.shape)")
        }
        if rows.result.count == 0 { return }
        try accumulating(x, accumulate) { (x) throws(TensorError) in
            let rows = x.layout == rows.source ? rows : try IndexedRows(x.layout, indices, name)
            let strides = values.layout.strides(broadcastTo: rows.result)
            let wide = Layout(
                rank: rows.result.rank, sizes: rows.result.sizes, strides: strides, offset: values.layout.offset)
            let moved = Tensor(rows.moved, x.dtype)
            copy(Tensor(values.storage, wide.permuted(rows.resultToMoved), values.dtype), into: moved)
            if rows.outerCount > rows.offsets.count {
                for (p, source) in places(of: moved, rows).enumerated() {
                    let target = Tensor(x.storage, rows.part(p), x.dtype)
                    if accumulate {
                        _ = try binary(.add, .tensor(target), .tensor(source), name: name, out: target)
                    } else {
                        copy(source, into: target)
                    }
                }
            } else {
                scatter(moved, rows, into: x, accumulate: accumulate)
            }
        }
    }

    /// The parts of a tensor in the order [outer, places, row] that belong to one place each.
    private static func places(of moved: Tensor, _ rows: IndexedRows) -> [Tensor] {
        let step = rows.rowLength
        let inner = moved.layout
        let dims = (0..<inner.rank).filter { $0 < rows.outerRank || $0 >= rows.outerRank + rows.places.rank }
        let part = inner.permuted(dims)
        return (0..<rows.offsets.count).map { p in
            Tensor(moved.storage, part.offset(to: p * step), moved.dtype)
        }
    }

    private static func gather(_ x: Tensor, _ rows: IndexedRows, into moved: Tensor) {
        let (size, length) = (x.elementSize, rows.rowLength)
        rows.offsets.withUnsafeBufferPointer { offsets in
            guard let indices = offsets.baseAddress else { return }
            rows.forEachOuter { step, offset in
                gatherRows(
                    x.pointer + offset * size, rows: x.layout.span, rowBytes: length * size, sourceStride: size,
                    indices: indices, count: offsets.count,
                    into: moved.pointer + step * offsets.count * length * size)
            }
        }
    }

    private static func scatter(_ moved: Tensor, _ rows: IndexedRows, into x: Tensor, accumulate: Bool) {
        let (size, length) = (x.elementSize, rows.rowLength)
        rows.offsets.withUnsafeBufferPointer { offsets in
            guard let indices = offsets.baseAddress else { return }
            rows.forEachOuter { step, offset in
                let source = moved.pointer + step * offsets.count * length * size
                if accumulate {
                    addRows(
                        source, length: length, indices, offsets.count, into: x.pointer + offset * size, x.dtype,
                        rows: x.layout.span)
                } else {
                    scatterRows(
                        source, rowBytes: length * size, indices: indices, count: offsets.count,
                        into: x.pointer + offset * size, rows: x.layout.span, targetStride: size)
                }
            }
        }
    }

    /// `target[indices[i]...] += source[i]` for rows of `length` elements.
    static func addRows(
        _ source: UnsafeRawPointer, length: Int, _ indices: UnsafePointer<Int64>, _ count: Int,
        into target: UnsafeMutableRawPointer, _ dtype: DType, rows: Int
    ) {
        func add<T: ScatterScalar>(_: T.Type) {
            scatterAddRows(
                source.assumingMemoryBound(to: T.self), length: length, sourceStride: length, indices: indices,
                count: count, into: target.assumingMemoryBound(to: T.self), rows: rows, targetStride: 1)
        }
        switch dtype {
        case .float64: add(Double.self)
        case .int64: add(Int64.self)
        case .int32: add(Int32.self)
        case .int16: add(Int16.self)
        case .int8: add(Int8.self)
        case .uint8, .bool: add(UInt8.self)
        // 16-bit floating-point numbers come as float32.
        case .float32, .float16, .bfloat16: add(Float.self)
        }
    }

    /// Calls `body` with `x`, or with a copy in a dtype that adds up, which is written back.
    static func accumulating(
        _ x: Tensor, _ accumulates: Bool, _ body: (Tensor) throws(TensorError) -> Void
    ) throws(TensorError) {
        if !accumulates || x.dtype.accumulator == x.dtype { return try body(x) }
        let wide = contiguous(converted(x, to: x.dtype.accumulator))
        try body(wide)
        copy(wide, into: x)
    }
}

extension DType {
    /// The dtype in which several values for one element are combined: float32 for 16-bit floating-point numbers, and
    /// int64 for bool, whose sum is whether any holds.
    var accumulator: DType { self == .bool ? .int64 : compute }
}
