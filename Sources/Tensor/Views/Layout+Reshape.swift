import PinionSIMDKernels

extension Layout {
    /// The contiguous layout with these sizes, of which one may be -1 and is found from the number of elements.
    package func inferring(_ shape: [Int], _ operation: StaticString) throws(TensorError) -> Layout {
        let unknown = shape.filter { $0 == -1 }.count
        if unknown > 1 {
            throw TensorError("\(operation)", .shape, "only one dimension can be inferred, got \(shape)")
        }
        var sizes = shape
        if let place = shape.firstIndex(of: -1) {
            sizes[place] = 1
            let known = try Layout(shape: sizes, "\(operation)").count
            if known == 0 {
                throw TensorError(
                    "\(operation)", .shape,
                    "a tensor of \(count) elements cannot take the shape \(shape), whose -1 may be any size")
            }
            sizes[place] = count / known
        }
        let layout = try Layout(shape: sizes, "\(operation)")
        if layout.count != count {
            throw TensorError(
                "\(operation)", .shape,
                "shape \(shape) is invalid for a tensor of shape \(self.shape), which has \(count) elements")
        }
        return layout
    }

    /// The same elements, in the same row-major order, with other sizes; nil where no strides say so.
    ///
    /// As PyTorch's `computeStride`: neighbouring dimensions whose elements follow each other without gaps are one
    /// chunk, and each chunk must hold whole dimensions of the new sizes.
    package func viewed(as target: Layout) -> Layout? {
        if isContiguous { return target.offset(to: offset) }
        let (sizes, strides, newSizes) = (sizes, strides, target.sizes)
        var newStrides = Extents()
        var next = target.rank - 1
        var chunkStride = strides[rank - 1]
        var (own, viewed) = (1, 1)
        for d in stride(from: rank - 1, through: 0, by: -1) {
            own *= sizes[d]
            let endsChunk = d == 0 || (sizes[d - 1] != 1 && strides[d - 1] != own * chunkStride)
            if !endsChunk { continue }
            while next >= 0 && (viewed < own || newSizes[next] == 1) {
                newStrides[next] = viewed * chunkStride
                viewed *= newSizes[next]
                next -= 1
            }
            if viewed != own { return nil }
            if d > 0 { (chunkStride, own, viewed) = (strides[d - 1], 1, 1) }
        }
        return next == -1 ? Layout(rank: target.rank, sizes: newSizes, strides: newStrides, offset: offset) : nil
    }
}
