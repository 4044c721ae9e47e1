import PinionTensor

extension Tensor {
    /// This tensor with `src` in place of what `select(dim, index)` gives.
    public func selectScatter(_ src: Tensor, _ dim: Int, _ index: Int) -> Tensor {
        replacing("selectScatter", with: src) { $0.select(dim, index) }
    }

    /// This tensor with `src` in place of the elements from `start` to before `end` of dimension `dim`, `step` apart.
    ///
    /// Bounds count from the end where negative, and end at the tensor's.
    public func sliceScatter(
        _ src: Tensor, dim: Int = 0, start: Int? = nil, end: Int? = nil, step: Int = 1
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "sliceScatter")
            if step < 1 { throw TensorError("sliceScatter", .value, "the step is \(step), expected at least 1") }
            let n = ndim == 0 ? 1 : layout.sizes[d]
            func bounded(_ place: Int) -> Int { Swift.min(Swift.max(place < 0 ? place + n : place, 0), n) }
            let (first, last) = (bounded(start ?? 0), bounded(end ?? n))
            let count = Swift.max(0, (last - first + step - 1) / step)
            return replacing("sliceScatter", with: src) { $0.slice(d, from: first, count: count, by: step) }
        }
    }

    /// This tensor with `src` in place of what `diagonal` gives.
    public func diagonalScatter(_ src: Tensor, offset: Int = 0, dim1: Int = 0, dim2: Int = 1) -> Tensor {
        replacing("diagonalScatter", with: src) { $0.diagonal(offset: offset, dim1: dim1, dim2: dim2) }
    }

    /// This tensor with `src` in place of what `asStrided` gives: the elements of its memory at these strides.
    public func asStridedScatter(
        _ src: Tensor, _ size: [Int], _ stride: [Int], _ storageOffset: Int? = nil
    ) -> Tensor {
        attempt { () throws(TensorError) in
            // A copy of the whole memory, in which both lie as they do in this tensor's.
            let memory = asStrided([storage.byteCount / elementSize], [1], 0)
            let written = memory.replacing("asStridedScatter", with: src) {
                $0.asStrided(size, stride, storageOffset ?? self.storageOffset)
            }
            return written.asStrided(shape, strides, self.storageOffset)
        }
    }

    private func replacing(_ name: StaticString, with src: Tensor, _ part: (Tensor) -> Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let result = clone()
            let region = part(result)
            // A dimension or an index that does not fit has been reported.
            if hasFailed { return .failed }
            if region.shape != src.shape {
                throw TensorError("\(name)", .shape, "the source has shape \(src.shape), expected \(region.shape)")
            }
            region.copyInPlace(src)
            return result
        }
    }
}
