import Foundation
import PinionTestSupport
import Synchronization
import Testing

@testable import PinionSIMDKernels

extension AllKernels {
    @Suite struct ParallelFor {
        /// Runs `body` with `count` threads and puts the former number back.
        private func withThreads(_ count: Int, _ body: () -> Void) {
            let former = numThreads
            setNumThreads(count)
            defer { setNumThreads(former) }
            body()
        }

        private final class Visits: Sendable {
            private let counts: Mutex<[Int: Int]> = .init([:])
            private let chunkSizes: Mutex<[Int]> = .init([])

            func note(_ range: Range<Int>) {
                counts.withLock { for index in range { $0[index, default: 0] += 1 } }
                chunkSizes.withLock { $0.append(range.count) }
            }
            var all: [Int: Int] { counts.withLock { $0 } }
            var chunks: [Int] { chunkSizes.withLock { $0 } }
        }

        @Test(arguments: [1, 2, 3, 7])
        func everyIndexIsVisitedOnce(threads: Int) {
            withThreads(threads) {
                for range in [0..<0, 0..<1, 5..<6, 0..<2, -3..<4, 0..<100, 7..<1008, 0..<4097] {
                    for grain in [1, 2, 3, 16, 100, 1000, 5000, Int.max / 2] {
                        let visits = Visits()
                        parallelFor(range, grain: grain) { visits.note($0) }
                        let expected = Dictionary(uniqueKeysWithValues: range.map { ($0, 1) })
                        #expect(visits.all == expected, "\(range), grain \(grain)")
                        #expect(range.isEmpty == visits.chunks.isEmpty)
                        #expect(visits.chunks.allSatisfy { $0 > 0 })
                        #expect(
                            visits.chunks.count <= 1 || visits.chunks.allSatisfy { $0 >= grain },
                            "\(range), grain \(grain): \(visits.chunks)")
                    }
                }
            }
        }

        @Test func severalThreadsTakePart() {
            withThreads(2) {
                let ids = Mutex<Set<UInt>>([])
                let arrived = Atomic<Int>(0)
                parallelFor(0..<2, grain: 1, isLong: true) { _ in
                    // Both chunks wait for each other, so that one thread cannot take both.
                    arrived.wrappingAdd(1, ordering: .relaxed)
                    let deadline = Date(timeIntervalSinceNow: 20)
                    while arrived.load(ordering: .relaxed) < 2, Date() < deadline { usleep(100) }
                    let id = UInt(bitPattern: ObjectIdentifier(Thread.current).hashValue)
                    ids.withLock { _ = $0.insert(id) }
                }
                #expect(ids.withLock { $0.count } == 2)
            }
        }

        /// Calls that follow each other closely are met by a team that stays awake; some come too late, some collide.
        @Test func streamsOfCallsLoseNothing() {
            withThreads(2) {
                DispatchQueue.concurrentPerform(iterations: 2) { caller in
                    let sums = UnsafeMutablePointer<Int>.allocate(capacity: 64)
                    defer { sums.deallocate() }
                    // Safe: a call writes each element once, and the next begins when it has ended.
                    nonisolated(unsafe) let target = sums
                    for call in 0..<20_000 {
                        parallelFor(0..<64, grain: 1) { for index in $0 { target[index] = call + index } }
                        let wrong = (0..<64).first { sums[$0] != call + $0 }
                        if let wrong { Issue.record("caller \(caller), call \(call), index \(wrong)") }
                        if call % 5000 == caller { usleep(1000) }
                    }
                }
            }
        }

        @Test func shortWorkWithoutATeamStaysOnTheCaller() {
            withThreads(2) {
                usleep(50_000)
                let caller = ObjectIdentifier(Thread.current)
                let others = Atomic<Int>(0)
                parallelFor(0..<4, grain: 1) { _ in
                    if ObjectIdentifier(Thread.current) != caller { others.wrappingAdd(1, ordering: .relaxed) }
                }
                #expect(others.load(ordering: .relaxed) == 0)
            }
        }

        @Test func oneThreadStaysOnTheCaller() {
            withThreads(1) {
                let caller = ObjectIdentifier(Thread.current)
                let visits = Visits()
                parallelFor(0..<1000, grain: 1) {
                    #expect(ObjectIdentifier(Thread.current) == caller)
                    visits.note($0)
                }
                #expect(visits.chunks == [1000])
            }
        }

        @Test func nestedCallsRunSerially() {
            withThreads(2) {
                let inner = Mutex<[Int]>([])
                let outer = Visits()
                parallelFor(0..<8, grain: 1) { range in
                    outer.note(range)
                    let caller = ObjectIdentifier(Thread.current)
                    var calls = 0
                    parallelFor(0..<1000, grain: 1) {
                        #expect(ObjectIdentifier(Thread.current) == caller)
                        #expect($0 == 0..<1000)
                        calls += 1
                    }
                    inner.withLock { $0.append(calls) }
                }
                #expect(inner.withLock { $0.allSatisfy { $0 == 1 } && $0.count == outer.chunks.count })
                // The region's end is noticed: the next call is parallel again.
                let visits = Visits()
                parallelFor(0..<8, grain: 1, isLong: true) { visits.note($0) }
                #expect(visits.chunks.count > 1)
            }
        }

        @Test func theNumberOfThreadsIsKept() {
            withThreads(5) {
                #expect(numThreads == 5)
                #expect(getNumThreads() == 5)
            }
        }

        @Test func noThreadsStops() async {
            let outcome = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                setNumThreads(0)
            }
            let text = String(decoding: outcome?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("Pinion: setNumThreads: expected a positive number of threads, got 0"))
        }
    }
}
