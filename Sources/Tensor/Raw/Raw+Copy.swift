import PinionSIMDKernels

extension Raw {
    /// `x`'s elements in row-major order in memory of their own.
    package static func clone(_ x: Tensor) -> Tensor {
        let result = Tensor(sizesOf: x, x.dtype)
        copy(x, into: result)
        return result
    }

    /// `x`'s elements in memory of their own, in the order of dimensions they have where they fill a block.
    package static func cloneKeepingOrder(_ x: Tensor) -> Tensor {
        if x.isContiguous || !x.layout.isDense { return clone(x) }
        let result = Tensor(x.layout.offset(to: 0), x.dtype)
        copyContiguous(x.pointer, into: result.pointer, byteCount: x.numel * x.elementSize)
        return result
    }

    /// `x` itself where it is contiguous, a copy elsewhere.
    package static func contiguous(_ x: Tensor) -> Tensor { x.isContiguous ? x : clone(x) }

    /// `x` where it has the dtype, otherwise converted.
    package static func converted(_ x: Tensor, to dtype: DType) -> Tensor {
        if x.dtype == dtype { return x }
        let isDense = !x.isContiguous && x.layout.isDense
        let layout = isDense ? x.layout.offset(to: 0) : x.layout.packed
        let result = Tensor(layout, dtype)
        let source = isDense ? x : contiguous(x)
        cast(source.pointer, from: x.dtype, into: result.pointer, to: dtype, count: layout.count)
        return result
    }

    /// Writes `x`, which broadcasts to `target`'s shape, to `target`. The caller has checked both.
    package static func copy(_ x: Tensor, into target: Tensor) {
        if x.dtype != target.dtype { return convert(x, into: target) }
        if x.layout.count == 1 && target.layout.count == 1 {
            return target.pointer.copyMemory(from: x.pointer, byteCount: x.elementSize)
        }
        if x.isContiguous && target.isContiguous && x.layout.hasSizes(of: target.layout) {
            return copyContiguous(x.pointer, into: target.pointer, byteCount: x.numel * x.elementSize)
        }
        // Overlapping memory is read before it is written.
        let source = x.storage === target.storage ? clone(x) : x
        let strides = source.layout.strides(broadcastTo: target.layout)
        PinionSIMDKernels.copy(
            elementSize: x.elementSize, sizes: target.shape, from: source.pointer,
            strides: (0..<target.ndim).map { strides[$0] }, into: target.pointer, strides: target.strides)
    }

    /// Writes `x` to `target` of another dtype.
    static func convert(_ x: Tensor, into target: Tensor) {
        if target.isContiguous, x.isContiguous, x.layout.hasSizes(of: target.layout) {
            return cast(x.pointer, from: x.dtype, into: target.pointer, to: target.dtype, count: x.numel)
        }
        copy(converted(x, to: target.dtype), into: target)
    }

    /// Writes a number to all elements.
    package static func fill(_ target: Tensor, with number: Number) throws(TensorError) {
        try target.checkWritable("fill")
        try withScalarBlock(number, target.dtype) { (block) throws(TensorError) in
            if target.isContiguous {
                return PinionSIMDKernels.fill(target.pointer, with: block, target.dtype, count: target.numel)
            }
            PinionSIMDKernels.copy(
                elementSize: target.elementSize, sizes: target.shape, from: block,
                strides: target.shape.map { _ in 0 }, into: target.pointer, strides: target.strides)
        }
    }
}
