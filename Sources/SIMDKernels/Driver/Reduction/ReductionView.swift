/// A strided array as a reduction sees it: loops over what is kept and loops over what is reduced, neighbours merged.
struct ReductionView {
    struct Loop: Equatable {
        var count: Int
        var stride: Int
    }

    let results: Int
    let n: Int
    let kept: [Loop]
    let reduced: [Loop]

    init(_ op: Reduction, sizes: [Int], strides: [Int], over dims: [Int]) {
        func text() -> String { "\(op) of \(sizes) over \(dims)" }
        if strides.count != sizes.count { stop("\(text()): \(strides.count) strides, expected \(sizes.count)") }
        if sizes.contains(where: { $0 < 0 }) { stop("\(text()): sizes must not be negative") }
        var isReduced = Set64()
        for d in dims where !sizes.indices.contains(d) || !isReduced.insert(d) {
            stop("\(text()): the reduced dimensions must be different ones below \(sizes.count)")
        }
        var (n, results) = (1, 1)
        var (inside, outside): ([Loop], [Loop]) = ([], [])
        for d in sizes.indices {
            let loop = Loop(count: sizes[d], stride: strides[d])
            if isReduced.contains(d) {
                n *= loop.count
                inside.append(loop)
            } else {
                results *= loop.count
                outside.append(merging: loop)
            }
        }
        if n == 0 && op.needsElements { stop("\(text()): no elements to choose from") }
        let ordersElements = op == .argMin || op == .argMax
        if !ordersElements && inside.count > 1 { inside.sort { abs($0.stride) > abs($1.stride) } }
        (self.n, self.results) = (n, results)
        (kept, reduced) = (outside, Self.merged(inside))
    }

    /// The middle of a contiguous [outer, n, inner] array.
    init(_ op: Reduction, outer: Int, n: Int, inner: Int) {
        func text() -> String { "\(op) of [\(outer), \(n), \(inner)] over [1]" }
        if outer < 0 || n < 0 || inner < 0 { stop("\(text()): sizes must not be negative") }
        if n == 0 && op.needsElements { stop("\(text()): no elements to choose from") }
        var kept: [Loop] = []
        kept.append(merging: Loop(count: outer, stride: n * inner))
        kept.append(merging: Loop(count: inner, stride: 1))
        (self.n, results) = (n, outer * inner)
        self.kept = kept
        reduced = n == 1 ? [] : [Loop(count: n, stride: inner)]
    }

    private static func merged(_ loops: [Loop]) -> [Loop] {
        var result: [Loop] = []
        for loop in loops { result.append(merging: loop) }
        return result
    }

    /// The view as contiguous rows at one stride, if it is that.
    var rows: Loop? {
        guard reduced.isEmpty || (reduced.count == 1 && reduced[0].stride == 1), kept.count <= 1 else { return nil }
        return kept.first ?? Loop(count: 1, stride: 0)
    }

    /// The view as planes of contiguous rows whose columns are reduced, if it is that and the rows are not tiny. Of few
    /// rows they may be: other ways take longer to begin.
    var columns: (planes: Loop, rowStride: Int, width: Int)? {
        guard reduced.count == 1, let across = kept.last, across.stride == 1, across.count >= 8 || n <= 256,
            kept.count <= 2
        else { return nil }
        return (kept.count == 2 ? kept[0] : Loop(count: 1, stride: 0), reduced[0].stride, across.count)
    }

    /// The view as contiguous runs at one stride, of which some are reduced together: the loops over the runs, outer
    /// ones first, and which of these are reduced.
    var runs: (rows: Loop, length: Int, loops: [Loop], reduced: [Int])? {
        guard let run = reduced.last, run.stride == 1, run.count >= 16 else { return nil }
        let marked = kept.map { ($0, false) } + reduced.dropLast().map { ($0, true) }
        let sorted = marked.sorted { $0.0.stride > $1.0.stride }
        let rows = Self.merged(sorted.map(\.0))
        guard rows.count == 1, sorted.filter({ !$0.1 }).map(\.0) == kept else { return nil }
        return (rows[0], run.count, sorted.map(\.0), sorted.indices.filter { sorted[$0].1 })
    }
}

extension [ReductionView.Loop] {
    /// Adds a loop inside the others, as a part of the innermost where that goes on with it.
    fileprivate mutating func append(merging loop: ReductionView.Loop) {
        if loop.count == 1 { return }
        if let outer = last, outer.stride == loop.stride * loop.count {
            self[count - 1] = ReductionView.Loop(count: outer.count * loop.count, stride: loop.stride)
        } else {
            append(loop)
        }
    }
}

/// A set of numbers below 64, without heap memory.
private struct Set64 {
    private var bits: UInt64 = 0

    func contains(_ number: Int) -> Bool { bits >> UInt64(number) & 1 == 1 }

    /// Adds a number; false where it was there.
    mutating func insert(_ number: Int) -> Bool {
        defer { bits |= 1 << UInt64(number) }
        return !contains(number)
    }
}
