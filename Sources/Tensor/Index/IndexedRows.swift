import PinionSIMDKernels

/// What index tensors choose of a tensor: an offset for each place of the broadcast index, and the layout of the
/// dimensions without an index, which repeats at each offset.
///
/// Rows are the last of those dimensions that lie without gaps; the ones before are an outer loop. Elements are moved
/// in the order [outer dimensions, places, row].
struct IndexedRows {
    /// The tensor.
    let source: Layout
    /// In elements from the tensor's first.
    let offsets: [Int64]
    /// The shape of the broadcast index.
    let places: Layout
    /// The dimensions without an index.
    let rest: Layout
    /// How many of them come before the place dimensions in the result.
    let leading: Int
    /// How many of them are the outer loop.
    let outerRank: Int
    /// The elements of a row.
    let rowLength: Int

    /// - Parameters:
    ///   - layout: the tensor.
    ///   - indices: int64 tensors by dimension that broadcast to each other; nil takes the dimension whole.
    ///   - name: the operation, for messages.
    init(_ layout: Layout, _ indices: [Tensor?], _ name: StaticString) throws(TensorError) {
        source = layout
        let indexed = indices.indices.filter { indices[$0] != nil }
        let others = (0..<layout.rank).filter { !indexed.contains($0) }
        places = try Self.broadcast(indices.compactMap { $0 }, name)
        rest = layout.permuted(others)
        let isAdjacent = zip(indexed, indexed.dropFirst()).allSatisfy { $1 == $0 + 1 }
        leading = isAdjacent ? others.prefix { $0 < indexed.first ?? 0 }.count : 0
        if rest.rank + places.rank > Layout.maximumRank {
            throw TensorError(
                "\(name)", .shape,
                "the result of indexing \(layout.shape) would have \(rest.rank + places.rank) dimensions")
        }
        let (sizes, strides) = (rest.sizes, rest.strides)
        var (rowLength, outerRank) = (1, rest.rank)
        while outerRank > 0 && (sizes[outerRank - 1] == 1 || strides[outerRank - 1] == rowLength) {
            outerRank -= 1
            rowLength *= sizes[outerRank]
        }
        (self.rowLength, self.outerRank) = (rowLength, outerRank)
        var offsets = [Int64](repeating: 0, count: places.count)
        for d in indexed {
            guard let index = indices[d] else { continue }
            try index.addOffsets(to: &offsets, over: places, layout, d, name)
        }
        self.offsets = offsets
    }

    /// The result's sizes in PyTorch's order: the places where the indexed dimensions were if those are neighbours,
    /// otherwise first.
    var result: Layout { order(leading) }
    /// The sizes in the order in which elements are moved.
    var moved: Layout { order(outerRank) }

    /// The dimensions of `moved` in the result's order.
    var movedToResult: [Int] {
        let outer = Array(0..<outerRank)
        let row = (outerRank..<rest.rank).map { $0 + places.rank }
        let dims = outer + row
        return Array(dims[..<leading]) + Array(outerRank..<outerRank + places.rank) + Array(dims[leading...])
    }

    /// The dimensions of the result in the order of `moved`.
    var resultToMoved: [Int] {
        var inverse = movedToResult
        for (d, source) in movedToResult.enumerated() { inverse[source] = d }
        return inverse
    }

    /// The layout of the elements at place `p`, in the tensor's storage.
    func part(_ p: Int) -> Layout { rest.offset(to: rest.offset + Int(offsets[p])) }

    /// Calls `body` with the number of each step of the outer loop and its offset in elements.
    func forEachOuter(_ body: (_ step: Int, _ offset: Int) -> Void) {
        let outer = rest.permuted(Array(0..<outerRank))
        outer.forEachOffset { body($0, $1) }
    }

    /// How often the outer loop runs.
    var outerCount: Int { rest.permuted(Array(0..<outerRank)).count }

    private func order(_ before: Int) -> Layout {
        let (own, other) = (places.sizes, rest.sizes)
        var sizes = Extents(repeating: 1)
        for d in 0..<before { sizes[d] = other[d] }
        for d in 0..<places.rank { sizes[before + d] = own[d] }
        for d in before..<rest.rank { sizes[places.rank + d] = other[d] }
        return Layout(rank: rest.rank + places.rank, sizes: sizes)
    }

    private static func broadcast(_ indices: [Tensor], _ name: StaticString) throws(TensorError) -> Layout {
        var result = Layout(rank: 0, sizes: .zero)
        for index in indices {
            guard let next = Layout.broadcast(result, index.layout) else {
                throw TensorError(
                    "\(name)", .shape,
                    "the index tensors have shapes \(indices.map(\.shape)), which do not broadcast to each other")
            }
            result = next
        }
        return result
    }
}

extension Layout {
    /// Calls `body` with the number and the offset (from this layout's own) of each element in row-major order.
    func forEachOffset(_ body: (_ number: Int, _ offset: Int) -> Void) {
        let (sizes, strides) = (sizes, strides)
        var place = Extents()
        var offset = 0
        for number in 0..<count {
            body(number, offset)
            var d = rank - 1
            while d >= 0 {
                place[d] += 1
                offset += strides[d]
                if place[d] < sizes[d] { break }
                offset -= sizes[d] * strides[d]
                place[d] = 0
                d -= 1
            }
        }
    }

    /// Behind the last element, from the first.
    var span: Int {
        if count == 0 { return 0 }
        let (sizes, strides) = (sizes, strides)
        return (0..<rank).reduce(1) { $0 + (sizes[$1] - 1) * strides[$1] }
    }
}

extension Tensor {
    /// Adds what this index, broadcast to `places`, says of dimension `d` to offsets.
    fileprivate func addOffsets(
        to offsets: inout [Int64], over places: Layout, _ layout: Layout, _ d: Int, _ name: StaticString
    ) throws(TensorError) {
        let (size, stride) = (Int64(layout.sizes[d]), Int64(layout.strides[d]))
        let values = int64Array(over: places)
        for (p, value) in values.enumerated() {
            if value < -size || value >= size { throw TensorError.index(Int(value), d, layout, "\(name)") }
            offsets[p] += (value < 0 ? value + size : value) * stride
        }
    }

    /// The elements as integers, broadcast to `target`.
    func int64Array(over target: Layout) -> [Int64] {
        let strides = layout.strides(broadcastTo: target)
        let wide = Tensor(
            storage, Layout(rank: target.rank, sizes: target.sizes, strides: strides, offset: layout.offset), dtype)
        return wide.toArray(Int64.self)
    }
}

extension TensorError {
    /// An index outside a dimension.
    package static func index(_ index: Int, _ d: Int, _ layout: Layout, _ operation: String) -> TensorError {
        TensorError(
            operation, .index,
            "index \(index) is out of bounds for dimension \(d) with size \(layout.sizes[d]) of shape \(layout.shape)")
    }
}
