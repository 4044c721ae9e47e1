import Synchronization

/// Runs `body` over all of `range`, in chunks of at least `grain` indices, on as many threads as are set.
///
/// Chunks are handed out from an atomic counter, not in fixed shares, because shared machines lose time slices.
/// A call from inside another `parallelFor` runs on the calling thread alone, and so does a range of one chunk.
/// - Parameters:
///   - range: the indices to cover, each exactly once.
///   - grain: the fewest indices that pay for a hand-over; choose it so that a chunk takes 10 microseconds or more.
///   - isLong: whether the whole takes 80 microseconds or more, so that it pays to wake sleeping threads for it;
///     eight grains do, unless the caller knows better.
///   - body: called with disjoint subranges, from several threads at a time.
package func parallelFor(
    _ range: Range<Int>, grain: Int, isLong: Bool? = nil, _ body: (Range<Int>) -> Void
) {
    let count = range.count
    if count == 0 { return }
    // Many chunks a thread let a late thread be overtaken; even chunks, so that none is left a crumb.
    let chunks = min(numThreads * 16, count / max(grain, 1))
    let threads = min(numThreads, chunks)
    if threads <= 1 || ThreadState.isInsideParallelRegion { return body(range) }

    let next = Atomic<Int>(0)
    WorkerTeam.perform(threads: threads, isLong: isLong ?? (count / max(grain, 1) >= 8)) {
        while true {
            let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
            if chunk >= chunks { break }
            let start = range.lowerBound + count * chunk / chunks
            let end = range.lowerBound + count * (chunk + 1) / chunks
            body(start..<end)
        }
    }
}
