import PinionData
import Synchronization
import Testing

private struct Failing: Error {}

/// Fails at the first read of each sample.
private final class Counted: Dataset {
    let count = 3
    let reads = Atomic<Int>(0)
    subscript(index: Int) -> Int {
        get throws {
            if reads.add(1, ordering: .relaxed).oldValue == 0 { throw Failing() }
            return index * 10
        }
    }
}

@Suite struct DatasetTests {
    @Test func concatenated() throws {
        let data = ConcatDataset(
            ListDataset(0..<2), ListDataset([]), ListDataset([7, 8, 9]).subset(0..<3), ListDataset([4]))
        #expect(data.count == 6)
        #expect(try (0..<6).map { try data[$0] } == [0, 1, 7, 8, 9, 4])
    }

    @Test func subsetsAndMaps() throws {
        let data = ListDataset(0..<10).mapped { $0 * $0 }.subset([3, 1, 3])
        #expect(try (0..<3).map { try data[$0] } == [9, 1, 9])
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = ListDataset(0..<3).subset([3]) } }
    }

    @Test func cacheReadsOnce() throws {
        let source = Counted()
        let data = CachedDataset(source)
        #expect(throws: Failing.self) { try data[1] }
        for _ in 0..<3 { #expect(try data[1] == 10) }
        #expect(source.reads.load(ordering: .relaxed) == 2)
        #expect(data.cachedCount == 1)
    }

    @Test func tensorRows() throws {
        let x = Tensor([[1.0, 2], [3, 4]])
        #expect(TensorDataset(x)[1].toArray(Float.self) == [3, 4])
        #expect(TensorDataset([x, x, x])[0].count == 3)
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { _ = TensorDataset(x, Tensor([1, 2, 3])) }
        }
    }

    @Test func stratified() throws {
        // 60 % of class 0, 30 % of class 1, 10 % of class 2.
        let labels = (0..<200).map { $0 % 10 < 6 ? 0 : $0 % 10 < 9 ? 1 : 2 }
        let parts = stratifiedSplit(ListDataset(0..<200), labels: labels, [0.8, 0.2], generator: Generator(seed: 3))
        #expect(parts.map(\.count) == [160, 40])
        for (part, expected) in zip(parts, [[96, 48, 16], [24, 12, 4]]) {
            let counts = (0..<3).map { label in part.indices.count { labels[$0] == label } }
            #expect(counts == expected)
        }
        #expect(Set(parts.flatMap(\.indices)).count == 200)
        #expect(parts[0].indices != parts[0].indices.sorted())
    }

    @Test func impossibleSplits() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = randomSplit(ListDataset(0..<10), [3, 3]) } }
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { _ = randomSplit(ListDataset(0..<10), [0.3, 0.3]) }
        }
    }
}
