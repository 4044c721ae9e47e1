import PinionTensor

extension Tensor {
    /// A view of this tensor's memory with any sizes and strides, from `storageOffset` (this tensor's own by default).
    ///
    /// Elements may be seen several times; their gradients are summed. The view must lie inside the memory.
    public func asStrided(_ size: [Int], _ stride: [Int], _ storageOffset: Int? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            if size.count != stride.count {
                throw TensorError(
                    "asStrided", .shape, "\(size.count) sizes \(size) and \(stride.count) strides \(stride)")
            }
            let offset = storageOffset ?? layout.offset
            if offset < 0 || stride.contains(where: { $0 < 0 }) {
                throw TensorError(
                    "asStrided", .value, "strides \(stride) and offset \(offset) must not be negative")
            }
            let sizes = try Layout(shape: size, "asStrided")
            let region = Layout(
                rank: sizes.rank, sizes: sizes.sizes, strides: Extents(padding: stride), offset: offset)
            if region.count > 0 && region.end * elementSize > storage.byteCount {
                throw TensorError(
                    "asStrided", .value,
                    "sizes \(size), strides \(stride) and offset \(offset) reach element \(region.end - 1), but the "
                        + "memory has \(storage.byteCount / elementSize)")
            }
            let own = layout
            return recordView("AsStridedBackward0", self, region) { g in g.restrided(from: region, to: own) }
        }
    }

    /// The gradient by a tensor laid out as `own` from that by another view of the memory, laid out as `region`.
    ///
    /// Elements that lie outside `own` get lost; of those that `own` has several times each gets an equal share.
    private func restrided(from region: Layout, to own: Layout) -> Tensor {
        let start = Swift.min(region.offset, own.offset)
        let memory = Layout(
            rank: 1, sizes: Extents(repeating: Swift.max(region.end, own.end, start) - start)
        ).offset(to: start)
        let flat = scattered(toLayout: memory, at: region)
        if own.isWithoutOverlap { return flat.part(at: own, ofLayout: memory) }
        let ones = Tensor.ones(own.shape, dtype: dtype)
        let counts = ones.scattered(toLayout: memory, at: own).part(at: own, ofLayout: memory)
        return flat.part(at: own, ofLayout: memory) / counts
    }
}

extension Layout {
    /// Behind the last element in memory.
    fileprivate var end: Int {
        if count == 0 { return offset }
        let (sizes, strides) = (sizes, strides)
        return (0..<rank).reduce(offset + 1) { $0 + (sizes[$1] - 1) * strides[$1] }
    }

    /// Whether each dimension steps over all that smaller strides reach, so that no element is there twice.
    fileprivate var isWithoutOverlap: Bool {
        if isContiguous { return true }
        let (sizes, strides) = (sizes, strides)
        var reach = 0
        for d in (0..<rank).filter({ sizes[$0] > 1 }).sorted(by: { strides[$0] < strides[$1] }) {
            if strides[d] <= reach { return false }
            reach += (sizes[d] - 1) * strides[d]
        }
        return true
    }
}
