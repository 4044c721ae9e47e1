import Foundation
import PinionTestSupport
import Testing

@testable import PinionSIMDKernels

extension AllKernels {
    @Suite struct Memory {
        @Test func aClassHoldsItsSizesAndWastesAQuarterAtMost() {
            var sizes = Array(0...5000)
            for power in 12...46 {
                for step in 4...8 {
                    let size = (1 << power) / 4 * step
                    sizes += [size - 1, size, size + 1]
                }
            }
            for size in sizes {
                let sizeClass = SizeClass(holding: size)
                let lines = max(1, (size + 63) / 64) * 64
                #expect(sizeClass.byteCount >= size)
                #expect(sizeClass.byteCount <= lines + lines / 4, "\(size)")
                #expect(sizeClass.index < SizeClass.count)
                #expect(SizeClass(holding: sizeClass.byteCount) == sizeClass, "\(size)")
                if sizeClass.index > 0 { #expect(SizeClass(index: sizeClass.index - 1).byteCount < max(size, 1)) }
            }
        }

        @Test func blocksAreAlignedAndWritable() {
            for size in [0, 1, 63, 64, 65, 1000, 65536, 65537, 1 << 20, 1 << 21, (1 << 21) + 1, 5_000_000] {
                let block = MemoryPool.allocate(byteCount: size)
                #expect(UInt(bitPattern: block) % 64 == 0)
                block.initializeMemory(as: UInt8.self, repeating: 0xAB, count: max(size, 64))
                MemoryPool.deallocate(block, byteCount: size)
            }
        }

        @Test(arguments: [100, 3000, 65536, 100_000, 1 << 20, 3 << 20])
        func blocksAreReused(size: Int) async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) { [size] in Memory.reuse(size: size) }
        }

        private static func reuse(size: Int) {
            let first = MemoryPool.allocate(byteCount: size)
            MemoryPool.deallocate(first, byteCount: size)
            let before = MemoryPool.statistics
            // Another size of the same class.
            let second = MemoryPool.allocate(byteCount: size - 1)
            let after = MemoryPool.statistics
            MemoryPool.deallocate(second, byteCount: size - 1)
            #expect(second == first)
            #expect(after.hits == before.hits + 1)
            #expect(after.misses == before.misses)
        }

        @Test func statisticsAddUp() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) { AllKernels.Memory.addUp() }
        }

        private static func addUp() {
            MemoryPool.trim()
            MemoryPool.resetPeak()
            let start = MemoryPool.statistics
            #expect(start.peakBytesInUse == start.bytesInUse)
            let small = MemoryPool.allocate(byteCount: 1000)
            let large = MemoryPool.allocate(byteCount: 3 << 20)
            let held = MemoryPool.statistics
            let both: Int = 1024 + 3 << 20
            #expect(held.bytesInUse == start.bytesInUse + both)
            #expect(held.misses == start.misses + 2)
            MemoryPool.deallocate(small, byteCount: 1000)
            MemoryPool.deallocate(large, byteCount: 3 << 20)
            let end = MemoryPool.statistics
            #expect(end.bytesInUse == start.bytesInUse)
            #expect(end.peakBytesInUse == held.bytesInUse)
            #expect(end.bytesCached == start.bytesCached + both)
            MemoryPool.trim()
            #expect(MemoryPool.statistics.bytesCached == start.bytesCached)
            MemoryPool.resetPeak()
            #expect(MemoryPool.statistics.peakBytesInUse == start.bytesInUse)
        }

        @Test func theLimitHolds() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) { AllKernels.Memory.keepTheLimit() }
        }

        private static func keepTheLimit() {
            let former = MemoryPool.limit
            defer { MemoryPool.limit = former }
            MemoryPool.limit = 8 << 20
            for size in [100, 50000, 1 << 20, 2 << 20, 3 << 20] {
                let blocks = (0..<6).map { _ in MemoryPool.allocate(byteCount: size) }
                for block in blocks { MemoryPool.deallocate(block, byteCount: size) }
                // The shared lists keep the limit, and this thread an eighth of it at most.
                #expect(MemoryPool.statistics.bytesCached <= 9 << 20)
            }
            #expect(MemoryPool.statistics.bytesCached >= 6 << 20)
            MemoryPool.limit = 0
            let kept = MemoryPool.statistics.bytesCached
            for size in [100, 100_000, 3 << 20] {
                MemoryPool.deallocate(MemoryPool.allocate(byteCount: size), byteCount: size)
            }
            #expect(MemoryPool.statistics.bytesCached == kept)
        }

        @Test func aNewSizeTakesThePlaceOfOldOnes() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) {
                let former = MemoryPool.limit
                defer { MemoryPool.limit = former }
                MemoryPool.limit = 8 << 20
                let old = (0..<4).map { _ in MemoryPool.allocate(byteCount: 2 << 20) }
                for block in old { MemoryPool.deallocate(block, byteCount: 2 << 20) }
                let new = MemoryPool.allocate(byteCount: 5 << 20)
                MemoryPool.deallocate(new, byteCount: 5 << 20)
                let misses = MemoryPool.statistics.misses
                let again = MemoryPool.allocate(byteCount: 5 << 20)
                MemoryPool.deallocate(again, byteCount: 5 << 20)
                #expect(MemoryPool.statistics.misses == misses)
            }
        }

        @Test func scratchIsGivenBack() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) {
                let before = MemoryPool.statistics.bytesInUse
                let inside = withScratch(byteCount: 4096) { scratch in
                    scratch.storeBytes(of: 1, as: Int.self)
                    return MemoryPool.statistics.bytesInUse
                }
                #expect(inside == before + 4096)
                #expect(MemoryPool.statistics.bytesInUse == before)
            }
        }

        @Test func misuseStops() async {
            await #expect(processExitsWith: .failure) { _ = MemoryPool.allocate(byteCount: -1) }
            await #expect(processExitsWith: .failure) { _ = MemoryPool.allocate(byteCount: Int.max) }
            await #expect(processExitsWith: .failure) { MemoryPool.limit = -1 }
            let outcome = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = MemoryPool.allocate(byteCount: 1 << 47)
            }
            let text = String(decoding: outcome?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("Pinion: out of memory: \(1 << 47) bytes asked for"))
        }
    }
}
