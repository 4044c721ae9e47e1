/// A loop over the elements of up to four operands of one shape: the target and one to three sources.
///
/// Dimensions are ordered by the operands' strides and merged where all operands allow it, so that operands with the
/// same layout become one contiguous run, whatever that layout is.
package struct ElementwiseLoop {
    /// Elements the target has.
    package private(set) var count = 1
    /// Dimensions left, and their sizes; those behind `rank` are 1.
    private(set) var rank: Int
    private(set) var extents: Extents
    private(set) var target: StridedOperand
    private(set) var sources: (StridedOperand, StridedOperand, StridedOperand)
    let sourceCount: Int

    /// Stops when a size is negative, or the target has a stride 0 along a dimension of several elements.
    package init(
        shape: Extents, rank: Int, target: StridedOperand, _ a: StridedOperand, _ b: StridedOperand? = nil,
        _ c: StridedOperand? = nil
    ) {
        self.rank = rank
        extents = shape
        self.target = target
        sources = (a, b ?? a, c ?? b ?? a)
        sourceCount = c != nil ? 3 : b != nil ? 2 : 1
        for d in 0..<rank {
            if shape[d] < 0 { stop("elementwise: dimension \(d) has the negative size \(shape[d])") }
            if shape[d] > 1 && target.strides[d] == 0 {
                stop("elementwise: the target is broadcast along dimension \(d) of \(shape[d]) elements")
            }
            count *= shape[d]
        }
        if count > 0 { simplify() }
    }

    package init(
        shape: [Int], target: StridedOperand, _ a: StridedOperand, _ b: StridedOperand? = nil,
        _ c: StridedOperand? = nil
    ) {
        self.init(shape: Extents(padding: shape), rank: shape.count, target: target, a, b, c)
    }

    // MARK: Order and number of dimensions

    private mutating func simplify() {
        dropSingletons()
        sortByStride()
        merge()
        if rank == 0 {
            rank = 1
            extents[0] = 1
            target.makeContiguous()
            sources.0.makeContiguous()
            sources.1.makeContiguous()
            sources.2.makeContiguous()
        }
    }

    private mutating func dropSingletons() {
        var kept = 0
        for d in 0..<rank where extents[d] != 1 {
            move(d, to: kept)
            kept += 1
        }
        rank = kept
    }

    /// Insertion sort, the largest strides first; dimensions that the operands do not tell apart keep their order.
    private mutating func sortByStride() {
        var d = 1
        while d < rank {
            var i = d
            while i > 0, belongsBefore(i, i - 1) {
                exchange(i, i - 1)
                i -= 1
            }
            d += 1
        }
    }

    /// The first operand with different strides, neither of them 0, decides.
    private func belongsBefore(_ i: Int, _ j: Int) -> Bool {
        target.order(i, j) ?? sources.0.order(i, j) ?? sources.1.order(i, j) ?? sources.2.order(i, j) ?? false
    }

    private mutating func merge() {
        var last = 0
        var d = 1
        while d < rank {
            if target.merges(last, d, extents[d]) && sources.0.merges(last, d, extents[d])
                && sources.1.merges(last, d, extents[d]) && sources.2.merges(last, d, extents[d])
            {
                let size = extents[last] * extents[d]
                move(d, to: last)
                extents[last] = size
            } else {
                last += 1
                move(d, to: last)
            }
            d += 1
        }
        if rank > 0 { rank = last + 1 }
    }

    private mutating func move(_ d: Int, to e: Int) {
        if d == e { return }
        extents[e] = extents[d]
        target.strides[e] = target.strides[d]
        sources.0.strides[e] = sources.0.strides[d]
        sources.1.strides[e] = sources.1.strides[d]
        sources.2.strides[e] = sources.2.strides[d]
    }

    private mutating func exchange(_ d: Int, _ e: Int) {
        extents.exchange(d, e)
        target.strides.exchange(d, e)
        sources.0.strides.exchange(d, e)
        sources.1.strides.exchange(d, e)
        sources.2.strides.exchange(d, e)
    }
}

extension StridedOperand {
    /// For a single element.
    fileprivate mutating func makeContiguous() { strides[0] = byteCount }

    /// Whether dimension `i` belongs outside `j`; nil where the strides do not tell.
    fileprivate func order(_ i: Int, _ j: Int) -> Bool? {
        let a = abs(strides[i])
        let b = abs(strides[j])
        return a == b || a == 0 || b == 0 ? nil : a > b
    }

    /// Whether dimension `outer` goes on where `inner`, of `size` elements, ends.
    fileprivate func merges(_ outer: Int, _ inner: Int, _ size: Int) -> Bool {
        strides[outer] == strides[inner] * size
    }
}

extension SIMD8<Int> {
    fileprivate mutating func exchange(_ d: Int, _ e: Int) {
        let former = self[d]
        self[d] = self[e]
        self[e] = former
    }
}
