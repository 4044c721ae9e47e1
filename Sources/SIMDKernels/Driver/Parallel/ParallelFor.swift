import Dispatch
import Synchronization

/// Runs `body` over all of `range`, in chunks of at least `grain` indices, on as many threads as are set.
///
/// Chunks are handed out from an atomic counter, not in fixed shares, because shared machines lose time slices.
/// A call from inside another `parallelFor` runs on the calling thread alone, and so does a range of one chunk.
/// - Parameters:
///   - range: the indices to cover, each exactly once.
///   - grain: the fewest indices that pay for a hand-over; choose it so that a chunk takes 30 microseconds or more.
///   - body: called with disjoint subranges, from several threads at a time.
package func parallelFor(_ range: Range<Int>, grain: Int, _ body: (Range<Int>) -> Void) {
    let count = range.count
    if count == 0 { return }
    let threads = min(numThreads, (count + grain - 1) / max(grain, 1))
    if threads <= 1 || ThreadState.isInsideParallelRegion { return body(range) }

    // Many chunks a thread let a late thread be overtaken; even chunks, so that none is left a crumb.
    let chunks = min(threads * 16, max(count / max(grain, 1), 1))
    let next = Atomic<Int>(0)
    // Safe: `concurrentPerform` returns only after every iteration has, so `body` does not outlive this call; that
    // its chunks may run at the same time is what `parallelFor` promises.
    nonisolated(unsafe) let body = body
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
        ThreadState.insideParallelRegion {
            while true {
                let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if chunk >= chunks { break }
                let start = range.lowerBound + count * chunk / chunks
                let end = range.lowerBound + count * (chunk + 1) / chunks
                body(start..<end)
            }
        }
    }
}
