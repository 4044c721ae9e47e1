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
        if dims.contains(where: { !sizes.indices.contains($0) }) || Set(dims).count != dims.count {
            stop("\(text()): the reduced dimensions must be different ones below \(sizes.count)")
        }
        let isReduced = sizes.indices.map { dims.contains($0) }
        let loops = zip(sizes, strides).map { Loop(count: $0, stride: $1) }
        let inside = loops.indices.filter { isReduced[$0] }.map { loops[$0] }
        let outside = loops.indices.filter { !isReduced[$0] }.map { loops[$0] }
        n = inside.reduce(1) { $0 * $1.count }
        results = outside.reduce(1) { $0 * $1.count }
        if n == 0 && op.needsElements { stop("\(text()): no elements to choose from") }
        kept = Self.merged(outside)
        let ordersElements = op == .argMin || op == .argMax
        reduced = Self.merged(ordersElements ? inside : inside.sorted { abs($0.stride) > abs($1.stride) })
    }

    private static func merged(_ loops: [Loop]) -> [Loop] {
        var result: [Loop] = []
        for loop in loops where loop.count != 1 {
            if let outer = result.last, outer.stride == loop.stride * loop.count {
                result[result.count - 1] = Loop(count: outer.count * loop.count, stride: loop.stride)
            } else {
                result.append(loop)
            }
        }
        return result
    }

    /// The view as contiguous rows at one stride, if it is that.
    var rows: Loop? {
        guard reduced.isEmpty || (reduced.count == 1 && reduced[0].stride == 1), kept.count <= 1 else { return nil }
        return kept.first ?? Loop(count: 1, stride: 0)
    }

    /// The view as planes of contiguous rows whose columns are reduced, if it is that and the rows are not tiny.
    var columns: (planes: Loop, rowStride: Int, width: Int)? {
        guard reduced.count == 1, let across = kept.last, across.stride == 1, across.count >= 8, kept.count <= 2 else {
            return nil
        }
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
