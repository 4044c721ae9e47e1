import Foundation
import PinionTestSupport
import Testing

@testable import PinionSIMDKernels

extension AllKernels {
    /// Threads that ask for blocks, mark every byte range they own and hand blocks to each other.
    @Suite struct MemoryStress {
        private struct Held: @unchecked Sendable {
            // Unchecked: one thread has a block at a time; `Exchange` hands it over under its lock.
            var block: UnsafeMutableRawPointer
            var byteCount: Int
            var mark: UInt64

            func write() {
                block.storeBytes(of: mark, as: UInt64.self)
                (block + (byteCount - 8)).storeBytes(of: mark, toByteOffset: 0, as: UInt64.self)
            }
            var isIntact: Bool {
                block.loadUnaligned(as: UInt64.self) == mark
                    && (block + (byteCount - 8)).loadUnaligned(as: UInt64.self) == mark
            }
        }

        /// Blocks left by one thread for another to give back.
        private final class Exchange: @unchecked Sendable {
            // Unchecked: the lock guards both variables; `damaged` is read when the threads have ended.
            private let lock = NSLock()
            private var held: [Held] = []
            private(set) var damaged = 0

            func swap(_ item: Held, at position: Int) -> Held? {
                lock.withLock {
                    if held.count < 16 {
                        held.append(item)
                        return nil
                    }
                    let former = held[position % 16]
                    held[position % 16] = item
                    return former
                }
            }
            func drain() -> [Held] {
                lock.withLock {
                    defer { held = [] }; return held
                }
            }
            func countDamaged() { lock.withLock { damaged += 1 } }
        }

        private static func work(thread: UInt64, rounds: Int, exchange: Exchange) {
            var state = thread &* 0x9E37_79B9_7F4A_7C15 | 1
            var own: [Held] = []
            func next() -> UInt64 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state >> 33
            }
            func giveBack(_ item: Held) {
                if !item.isIntact { exchange.countDamaged() }
                MemoryPool.deallocate(item.block, byteCount: item.byteCount)
            }
            for round in 0..<rounds {
                let power = [4, 6, 8, 10, 12, 14, 16, 18, 22][Int(next() % 9)]
                let byteCount = (1 << power) + Int(next() % UInt64(1 << power))
                let item = Held(
                    block: MemoryPool.allocate(byteCount: byteCount), byteCount: byteCount,
                    mark: thread << 48 | UInt64(round))
                item.write()
                if next() % 3 == 0 {
                    if let former = exchange.swap(item, at: Int(next())) { giveBack(former) }
                } else {
                    own.append(item)
                    if own.count > 20 { giveBack(own.remove(at: Int(next() % 20))) }
                }
                if round % 1000 == 500 { MemoryPool.trim() }
            }
            own.forEach(giveBack)
        }

        @Test func threadsDoNotGetEachOthersBlocks() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) { AllKernels.MemoryStress.runThreads() }
        }

        private static func runThreads() {
            MemoryPool.trim()
            let before = MemoryPool.statistics
            let exchange = Exchange()
            let group = DispatchGroup()
            let rounds = 6000
            for thread in 1...4 {
                group.enter()
                Thread.detachNewThread {
                    AllKernels.MemoryStress.work(thread: UInt64(thread), rounds: rounds, exchange: exchange)
                    group.leave()
                }
            }
            group.wait()
            for item in exchange.drain() {
                #expect(item.isIntact)
                MemoryPool.deallocate(item.block, byteCount: item.byteCount)
            }
            #expect(exchange.damaged == 0)
            let after = MemoryPool.statistics
            #expect(after.bytesInUse == before.bytesInUse)
            #expect(after.hits + after.misses == before.hits + before.misses + 4 * rounds)
        }

        @Test func anEndedThreadLeavesItsBlocksToOthers() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) {
                MemoryPool.trim()
                let before = MemoryPool.statistics
                let kept = ThreadCache.totals.byteCount
                let ended = DispatchSemaphore(value: 0)
                Thread.detachNewThread {
                    let blocks = (0..<10).map { _ in MemoryPool.allocate(byteCount: 40_000) }
                    for block in blocks { MemoryPool.deallocate(block, byteCount: 40_000) }
                    ended.signal()
                }
                ended.wait()
                // The thread's keys are destroyed a moment after its last statement.
                var blocks: [UnsafeMutableRawPointer] = []
                for _ in 0..<1000 where ThreadCache.totals.byteCount > kept { usleep(1000) }
                for _ in 0..<10 { blocks.append(MemoryPool.allocate(byteCount: 40_000)) }
                #expect(MemoryPool.statistics.misses == before.misses + 10)
                for block in blocks { MemoryPool.deallocate(block, byteCount: 40_000) }
            }
        }
    }
}
