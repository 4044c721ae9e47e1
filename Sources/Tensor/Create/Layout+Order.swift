import PinionSIMDKernels

// The order in which PyTorch's TensorIterator walks a tensor: the dimension with the smallest stride first.
extension Layout {
    /// The dimensions from the one that varies fastest in memory to the slowest.
    ///
    /// Ties, and dimensions with stride 0, keep the row-major order.
    private var memoryOrder: [Int] {
        let (sizes, strides) = (sizes, strides)
        /// Positive where `b` belongs before `a`, negative where it must not, 0 where either will do.
        func compare(_ a: Int, _ b: Int) -> Int {
            if strides[a] == 0 || strides[b] == 0 { return 0 }
            if strides[a] != strides[b] { return strides[a] < strides[b] ? -1 : 1 }
            return sizes[a] > sizes[b] ? 1 : 0
        }
        var order = Array((0..<rank).reversed())
        for i in 0..<rank {
            var place = i
            for other in (0..<i).reversed() {
                let comparison = compare(order[other], order[place])
                if comparison < 0 { break }
                if comparison > 0 {
                    order.swapAt(other, place)
                    place = other
                }
            }
        }
        return order
    }

    /// The same elements with the dimensions sorted by stride, the largest first: row-major order is memory order.
    package var inMemoryOrder: Layout {
        if isContiguous { return self }
        let (sizes, strides) = (sizes, strides)
        let order = memoryOrder.reversed()
        return Layout(
            rank: rank, sizes: Extents(padding: order.map { sizes[$0] }),
            strides: Extents(padding: order.map { strides[$0] }), offset: offset)
    }

    /// A layout without gaps that has these sizes, and its dimensions in the same order in memory.
    package var preserved: Layout {
        if isContiguous { return Layout(rank: rank, sizes: sizes) }
        if isDense { return offset(to: 0) }
        let sizes = sizes
        var strides = Extents()
        var step = 1
        for d in memoryOrder {
            strides[d] = step
            step *= max(sizes[d], 1)
        }
        return Layout(rank: rank, sizes: sizes, strides: strides)
    }
}
