import PinionSIMDKernels

extension Layout {
    /// A contiguous layout; throws when a size is negative, there are more than eight, or too many elements.
    package init(shape: [Int], _ operation: @autoclosure () -> String) throws(TensorError) {
        if shape.count > Self.maximumRank {
            throw TensorError(
                operation(), .shape, "\(shape) has \(shape.count) dimensions; a tensor has at most \(Self.maximumRank)")
        }
        var sizes = Extents(repeating: 1)
        var total = 1
        for (d, size) in shape.enumerated() {
            if size < 0 {
                throw TensorError(operation(), .shape, "the shape \(shape) has the negative size \(size)")
            }
            sizes[d] = size
            let (product, overflow) = total.multipliedReportingOverflow(by: max(size, 1))
            if overflow || product > Int.max >> 8 {
                throw TensorError(operation(), .shape, "the shape \(shape) has more elements than memory can hold")
            }
            total = product
        }
        self.init(rank: shape.count, sizes: sizes)
    }

    /// The same elements from another beginning.
    package func offset(to offset: Int) -> Layout {
        Layout(rank: rank, sizes: sizes, strides: strides, offset: offset)
    }

    /// Strides for reading this layout as `target`, whose sizes it broadcasts to: 0 along repeated dimensions.
    package func strides(broadcastTo target: Layout) -> Extents {
        if hasSizes(of: target) { return strides }
        let (sizes, own) = (sizes, strides)
        let shift = target.rank - rank
        return Dims { d in d < shift || d >= target.rank || sizes[d - shift] == 1 ? 0 : own[d - shift] }.extents
    }

    /// The contiguous layout of a vector.
    package init(vector count: Int) {
        var sizes = Extents(repeating: 1)
        sizes[0] = count
        self.init(rank: 1, sizes: sizes)
    }

    /// The contiguous layout both broadcast to: sizes are aligned at the last dimension, and a size of 1 repeats.
    /// nil when they do not fit.
    package static func broadcast(_ a: Layout, _ b: Layout) -> Layout? {
        if a.hasSizes(of: b) {
            // Without elements any strides are contiguous, also the 0 of a broadcast.
            let isPlain = a.isContiguous && a.offset == 0 && a.count > 0
            return isPlain ? a : a.packed
        }
        let rank = max(a.rank, b.rank)
        let (left, right) = (a.sizes, b.sizes)
        var sizes = Extents(repeating: 1)
        var d = 0
        while d < rank {
            let (i, j) = (d - rank + a.rank, d - rank + b.rank)
            let (m, n) = (i < 0 ? 1 : left[i], j < 0 ? 1 : right[j])
            if m != n && m != 1 && n != 1 { return nil }
            sizes[d] = m == 1 ? n : m
            d += 1
        }
        return Layout(rank: rank, sizes: sizes)
    }

    /// A dimension counted from the end where negative; throws when out of range. A 0-d tensor has dimension 0.
    package func dimension(_ d: Int, _ operation: @autoclosure () -> String) throws(TensorError) -> Int {
        let bound = max(rank, 1)
        if d < -bound || d >= bound {
            throw TensorError(
                operation(), .dimension,
                "dimension \(d) is out of range for shape \(shape); expected \(-bound) to \(bound - 1)")
        }
        return d < 0 ? d + bound : d
    }

    /// Different dimensions in range, in the order given; throws otherwise.
    package func dimensions(_ dims: [Int], _ operation: @autoclosure () -> String) throws(TensorError) -> [Int] {
        var seen: [Int] = []
        for d in dims {
            let dimension = try dimension(d, operation())
            if seen.contains(dimension) {
                throw TensorError(operation(), .dimension, "dimension \(d) appears twice in \(dims)")
            }
            seen.append(dimension)
        }
        return seen
    }
}
