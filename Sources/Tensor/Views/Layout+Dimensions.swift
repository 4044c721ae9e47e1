import PinionSIMDKernels

// The layouts of views that only rearrange dimensions. Dimensions are in range and not negative.
extension Layout {
    /// Dimension `i` of the result is `order[i]` of this one; there may be fewer than there are here.
    package func permuted(_ order: [Int]) -> Layout {
        let (sizes, strides) = (sizes, strides)
        var (newSizes, newStrides) = (Extents(), Extents())
        for (d, source) in order.enumerated() {
            newSizes[d] = sizes[source]
            newStrides[d] = strides[source]
        }
        return Layout(rank: order.count, sizes: newSizes, strides: newStrides, offset: offset)
    }

    /// Two dimensions exchanged.
    package func transposed(_ a: Int, _ b: Int) -> Layout {
        var (newSizes, newStrides) = (sizes, strides)
        (newSizes[a], newSizes[b]) = (newSizes[b], newSizes[a])
        (newStrides[a], newStrides[b]) = (newStrides[b], newStrides[a])
        return Layout(rank: rank, sizes: newSizes, strides: newStrides, offset: offset)
    }

    /// A dimension of size 1 before dimension `d`.
    package func unsqueezed(_ d: Int) -> Layout {
        // The stride a contiguous tensor has there.
        inserting(size: 1, stride: d < rank ? max(sizes[d], 1) * strides[d] : 1, at: d)
    }

    /// A dimension before dimension `d`.
    package func inserting(size: Int, stride: Int, at d: Int) -> Layout {
        let (sizes, strides) = (sizes, strides)
        var (newSizes, newStrides) = (sizes, strides)
        for e in Swift.stride(from: rank, to: d, by: -1) {
            newSizes[e] = sizes[e - 1]
            newStrides[e] = strides[e - 1]
        }
        newSizes[d] = size
        newStrides[d] = stride
        return Layout(rank: rank + 1, sizes: newSizes, strides: newStrides, offset: offset)
    }

    /// Without those of the dimensions `dims` that have size 1.
    package func squeezed(_ dims: some Sequence<Int>) -> Layout {
        let sizes = sizes
        let gone = dims.filter { sizes[$0] == 1 }
        return gone.isEmpty ? self : permuted((0..<rank).filter { !gone.contains($0) })
    }

    /// The order of dimensions in which those at `sources` have come to `destinations`, the others kept in order.
    package func order(moving sources: [Int], to destinations: [Int]) -> [Int] {
        var others = (0..<rank).filter { !sources.contains($0) }[...]
        return (0..<rank).map { d in
            destinations.firstIndex(of: d).map { sources[$0] } ?? others.removeFirst()
        }
    }
}
