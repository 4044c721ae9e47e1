import Dispatch
import PinionSIMDKernels
import Synchronization

/// Checksums of stretches of memory, which another thread computes in their order while the first ones are written.
final class ChecksumsAhead: Sendable {
    private struct Work: @unchecked Sendable {
        // Unchecked: memory that its owner leaves alone until `stop` has returned.
        let stretches: [UnsafeRawBufferPointer]
    }

    private let sums: Mutex<[UInt32]>
    private let isStopped = Atomic<Bool>(false)
    private let computed = DispatchSemaphore(value: 0)
    private let ended = DispatchGroup()

    /// Begins; `stop` must be called before the memory changes or goes.
    init(_ stretches: [UnsafeRawBufferPointer]) {
        sums = Mutex([])
        let work = Work(stretches: stretches)
        // A queue of its own has a thread of its own, however many wait in others.
        DispatchQueue(label: "Pinion checksums").async(group: ended) {
            for stretch in work.stretches {
                var sum = CRC32()
                // Piece by piece, so that this stays one thread: the other has the writing to do.
                for start in Swift.stride(from: 0, to: stretch.count, by: CRC32.piece) {
                    if self.isStopped.load(ordering: .relaxed) { return }
                    sum.add(.init(rebasing: stretch[start..<min(stretch.count, start + CRC32.piece)]))
                }
                self.sums.withLock { $0.append(sum.value) }
                self.computed.signal()
            }
        }
    }

    /// The checksum of a stretch, once it is there; to be asked for once each, in order.
    func sum(of index: Int) -> UInt32 {
        computed.wait()
        return sums.withLock { $0[index] }
    }

    /// Ends the work, and waits until the memory is not read any more.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        ended.wait()
    }
}
