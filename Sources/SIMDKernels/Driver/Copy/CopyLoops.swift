/// The loops of a copy between two strided arrays, outermost first: dimensions of one element are gone, neighbours that
/// run through both arrays as one are merged, and the target is written as nearly in order as it can be.
struct CopyLoops {
    struct Loop {
        var count: Int
        var source: Int
        var target: Int
    }

    private(set) var loops: [Loop] = []

    /// No size is 0.
    init(sizes: [Int], sourceStrides: [Int], targetStrides: [Int]) {
        for index in sizes.indices where sizes[index] != 1 {
            loops.append(Loop(count: sizes[index], source: sourceStrides[index], target: targetStrides[index]))
        }
        loops.sort { (abs($0.target), abs($0.source)) > (abs($1.target), abs($1.source)) }
        merge()
    }

    private mutating func merge() {
        var merged: [Loop] = []
        for loop in loops {
            if let outer = merged.last, outer.source == loop.source * loop.count,
                outer.target == loop.target * loop.count
            {
                merged[merged.count - 1] = Loop(
                    count: outer.count * loop.count, source: loop.source, target: loop.target)
            } else {
                merged.append(loop)
            }
        }
        loops = merged
    }

    var isContiguous: Bool { loops.isEmpty || (loops.count == 1 && loops[0].source == 1 && loops[0].target == 1) }
    var count: Int { loops.reduce(1) { $0 * $1.count } }

    /// Takes the two innermost loops out, as a plane. Its columns are contiguous in the target; in a plane that is to
    /// be transposed, its rows are, and its columns are contiguous in the source.
    mutating func takePlane() -> (rows: Loop, columns: Loop, isTransposed: Bool) {
        let one = Loop(count: 1, source: 0, target: 0)
        let inner = loops.popLast() ?? one
        if inner.target == 1 && inner.source != 1 && inner.count >= 4,
            let across = loops.lastIndex(where: { $0.source == 1 && $0.count >= 4 })
        {
            return (inner, loops.remove(at: across), true)
        }
        return (loops.popLast() ?? one, inner, false)
    }

    /// The offsets in source and target of an index that runs over all loops.
    func offsets(_ index: Int) -> (source: Int, target: Int) {
        var index = index
        var source = 0
        var target = 0
        for loop in loops.reversed() {
            let (next, place) = index.quotientAndRemainder(dividingBy: loop.count)
            source += place * loop.source
            target += place * loop.target
            index = next
        }
        return (source, target)
    }
}
