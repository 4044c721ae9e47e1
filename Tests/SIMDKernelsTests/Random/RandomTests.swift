import Foundation
import PinionTestSupport
import Testing

@testable import PinionSIMDKernels

extension AllKernels {
    @Suite struct Random {
        @Test(arguments: [1, 2]) func everyDrawIsPyTorchsBitForBit(threads: Int) throws {
            let former = numThreads
            setNumThreads(threads)
            defer { setNumThreads(former) }
            let lines = try RandomFixture.all()
            #expect(lines.count > 1000)
            withEachTable { table in
                for line in lines {
                    let difference = RandomEngine(seed: line.seed).draw(line)
                    let text = line.difference(difference)
                    #expect(text == nil, "\(table): \(text ?? "")")
                }
            }
        }

        @Test func wordsAreThoseOfTheReference() {
            // mt19937ar.c's and numpy's first outputs for the seeds 5489 and 42; the 10,000th is the C++ standard's check.
            withEachTable { _ in
                let engine = RandomEngine(seed: 5489)
                #expect(engine.nextUInt32() == 3_499_211_612)
                for _ in 0..<9998 { _ = engine.nextUInt32() }
                #expect(engine.nextUInt32() == 4_123_659_995)
                engine.seed(42)
                #expect(engine.nextUInt64() == 1_608_637_542 << 32 | 3_421_126_067)
            }
        }

        @Test func aSavedStateGoesOnWithTheSameNumbers() {
            withEachTable { _ in checkSavedStates() }
        }

        private func checkSavedStates() {
            for drawn in [0, 1, 5, 623, 624, 625, 1000] {
                let engine = RandomEngine(seed: 7)
                for _ in 0..<drawn { _ = engine.nextUInt32() }
                // An odd number of normal ones leaves one in the cache.
                let first: [Double] = engine.array(3) { engine.normal($0, 3) }
                let saved = engine.savedState
                let expected = sample(engine)
                let other = RandomEngine(seed: 99)
                other.savedState = saved
                #expect(sample(other) == expected)
                engine.savedState = saved
                #expect(sample(engine) == expected)
                #expect(engine.savedState == other.savedState)
                #expect(first.count == 3 && saved.words.count == 624)
            }
        }

        private func sample(_ engine: RandomEngine) -> [Double] {
            let few: [Double] = engine.array(4) { engine.normal($0, 4) }
            let many: [Float] = engine.array(2000) { engine.normal($0, 2000) }
            let pairs: [Double] = engine.array(700) { engine.uniform($0, 700) }
            return few + many.map { Double($0) } + pairs + [Double(engine.nextUInt32())]
        }

        @Test func seedingForgetsTheCachedNumber() {
            let engine = RandomEngine(seed: 3)
            let expected: [Double] = engine.array(1) { engine.normal($0, 1) }
            engine.seed(3)
            #expect(engine.array(1) { engine.normal($0, 1) } == expected)
        }

        @Test func nothingIsWrittenBehindTheEnd() {
            withEachTable { _ in
                for count in [0, 1, 3, 7, 15, 16, 17, 33, 623, 625, 1000] {
                    let engine = RandomEngine(seed: 1)
                    var target = [Float](repeating: -77, count: count + 40)
                    target.withUnsafeMutableBufferPointer {
                        guard let base = $0.baseAddress else { return }
                        engine.uniform(base, count)
                        engine.normal(base, count)
                        engine.bernoulli(base, count, probability: 0.5)
                    }
                    #expect(target[count...].allSatisfy { $0 == -77 })
                }
            }
        }

        @Test func aMillionNormalsDoNotDependOnTheThreads() {
            withEachTable { _ in
                let former = numThreads
                defer { setNumThreads(former) }
                let results = [1, 2, 5].map { threads -> [Float] in
                    setNumThreads(threads)
                    let engine = RandomEngine(seed: 12)
                    return engine.array(1_000_003) { engine.normal($0, 1_000_003) }
                }
                #expect(results[0] == results[1])
                #expect(results[0] == results[2])
            }
        }

        @Test func misuseStops() async {
            await #expect(processExitsWith: .failure) {
                withUnsafeTemporaryAllocation(of: Float.self, capacity: 1) {
                    RandomEngine().uniform($0.baseAddress!, 1, from: 2, to: 1)
                }
            }
            await #expect(processExitsWith: .failure) {
                withUnsafeTemporaryAllocation(of: Int64.self, capacity: 1) {
                    RandomEngine().integers($0.baseAddress!, 1, from: 2, to: 2)
                }
            }
            let outcome = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                withUnsafeTemporaryAllocation(of: Float.self, capacity: 1) {
                    RandomEngine().bernoulli($0.baseAddress!, 1, probability: 1.5)
                }
            }
            let text = String(decoding: outcome?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("Pinion: bernoulli: expected a probability from 0 to 1, got 1.5"))
        }
    }
}
