import PinionTestSupport
import Testing

@testable import PinionSIMDKernels

extension AllKernels {
    @Suite struct ArenaTests {
        private enum Page { case used, kept, released }

        /// Random requests against a model that has the state of every page.
        @Test func agreesWithPagesOneByOne() {
            let page = Arena.page
            var (ranges, pages) = (FreeRanges(count: 64 * page), [Page](repeating: .released, count: 64))
            var held: [Range<Int>] = []
            var draw = Congruential(state: 3)
            for _ in 0..<20_000 {
                switch draw.next() % 8 {
                case 0...3:
                    let count = Int(draw.next() % 12) + 1
                    guard let (start, kept) = ranges.take(count * page) else {
                        let longest = pages.split(separator: .used).map(\.count).max() ?? 0
                        #expect(longest < count)
                        continue
                    }
                    let place = start / page..<start / page + count
                    #expect(!pages[place].contains(.used))
                    #expect(pages[place].count { $0 == .kept } * page == kept)
                    for index in place { pages[index] = .used }
                    held.append(place)
                case 4...6:
                    guard !held.isEmpty else { continue }
                    let place = held.remove(at: Int(draw.next() % UInt64(held.count)))
                    ranges.give(place.lowerBound * page, count: place.count * page)
                    for index in place { pages[index] = .kept }
                default:
                    let kept = ranges.keptCount
                    let wanted = Int(draw.next() % 4) * page + 1
                    ranges.release(wanted) { start, count in
                        for index in start / page..<(start + count) / page {
                            #expect(pages[index] == .kept)
                            pages[index] = .released
                        }
                    }
                    #expect(kept - ranges.keptCount == min(kept, (wanted + page - 1) / page * page))
                }
                #expect(ranges.keptCount == pages.count { $0 == .kept } * page)
                check(ranges.pieces, pages)
            }
        }

        /// Pieces are the stretches of equal pages that are free, in order.
        private func check(_ pieces: [FreeRanges.Piece], _ pages: [Page]) {
            var expected: [FreeRanges.Piece] = []
            for (index, state) in pages.enumerated() where state != .used {
                let (start, isKept) = (index * Arena.page, state == .kept)
                if let last = expected.last, last.end == start, last.isKept == isKept {
                    expected[expected.count - 1].end += Arena.page
                } else {
                    expected.append(.init(start: start, end: start + Arena.page, isKept: isKept))
                }
            }
            #expect(pieces == expected)
        }

        @Test func shortestKeptPieceComesFirst() {
            var ranges = FreeRanges(count: 100)
            #expect(ranges.take(100)?.start == 0)
            for (start, count) in [(0, 30), (40, 12), (60, 20)] { ranges.give(start, count: count) }
            #expect(ranges.take(10).map { [$0.start, $0.keptCount] } == [40, 10])
            #expect(ranges.take(10).map { [$0.start, $0.keptCount] } == [60, 10])
            #expect(ranges.take(31) == nil)
        }

        #if os(Linux)
        /// What blocks of one size leave serves those of another.
        @Test func blocksJoin() async {
            // The counters are the whole process's: no other test is to run beside.
            await #expect(processExitsWith: .success) { ArenaTests.joinBlocks() }
        }

        private static func joinBlocks() {
            MemoryPool.trim()
            let blocks = (0..<8).map { _ in MemoryPool.allocate(byteCount: 1 << 20) }
            for block in blocks { MemoryPool.deallocate(block, byteCount: 1 << 20) }
            let before = MemoryPool.statistics
            let large = MemoryPool.allocate(byteCount: 5 << 20)
            let other = MemoryPool.allocate(byteCount: 3 << 20)
            #expect(MemoryPool.statistics.misses == before.misses)
            #expect(MemoryPool.statistics.bytesCached == before.bytesCached - (8 << 20))
            MemoryPool.deallocate(large, byteCount: 5 << 20)
            MemoryPool.deallocate(other, byteCount: 3 << 20)
            #expect(MemoryPool.statistics.bytesCached == before.bytesCached)
            MemoryPool.trim()
            // Its pages were given back: they are zeros when they come again.
            let again = MemoryPool.allocate(byteCount: 5 << 20)
            #expect(again.load(as: Int.self) == 0)
            #expect(MemoryPool.statistics.misses == before.misses + 1)
            MemoryPool.deallocate(again, byteCount: 5 << 20)
        }
        #endif
    }
}
