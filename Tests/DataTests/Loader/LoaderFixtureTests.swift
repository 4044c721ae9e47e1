import PinionData
import PinionTensor
import PinionTestSupport
import Testing

/// Samples that are random numbers, drawn where the sample is read.
private struct Drawing: Dataset {
    let count: Int
    subscript(index: Int) -> Int { index * 1000 + Tensor.randint(1000, [1]).item(as: Int.self) }
}

/// The indices that PyTorch's loader gives, and what generators draw afterwards.
@Suite struct LoaderFixtureTests {
    private func loader(_ kind: Substring, _ n: Int, _ size: Int, _ drop: Bool, _ workers: Int, _ generator: Generator)
        -> any Sequence<[Int]>
    {
        let data = ListDataset(0..<n)
        let weights: [Double] = (0..<n).map { index in Double(1 + index % 5) }
        func make(_ sampler: (any Sampler)?, shuffle: Bool = false, _ generator: Generator? = nil)
            -> DataLoader<ListDataset<Int>, [Int]>
        {
            DataLoader(
                data, batchSize: size, shuffle: shuffle, sampler: sampler, dropLast: drop, workers: workers,
                generator: generator, collate: { $0 })
        }
        switch kind {
        case "sequential": return make(nil)
        case "shuffle": return make(nil, shuffle: true)
        case "generator", "early": return make(nil, shuffle: true, generator)
        case "drawing":
            return DataLoader(Drawing(count: n), batchSize: size, shuffle: true, workers: workers, collate: { $0 })
        case "replacement": return make(RandomSampler(data, replacement: true, numSamples: 70))
        case "more": return make(RandomSampler(data, numSamples: 2 * n + 3, generator: generator))
        case "subset": return make(SubsetRandomSampler(Array(stride(from: 0, to: n, by: 2))))
        case "weighted": return make(WeightedRandomSampler(weights, numSamples: 2 * n))
        case "weightedOnce": return make(WeightedRandomSampler(weights, numSamples: n / 2, replacement: false))
        default:
            let batches = BatchSampler(RandomSampler(data), batchSize: size, dropLast: drop)
            return DataLoader(data, batchSampler: batches, workers: workers, collate: { $0 })
        }
    }

    private func text(_ batches: [[Int]]) -> String {
        batches.map { $0.map(String.init).joined(separator: ",") }.joined(separator: "|")
    }

    @Test func batchesAndDraws() throws {
        // Tests on other threads draw too: this one has a default generator of its own.
        let own = OwnGenerator()
        defer { own.end() }
        var checked = 0
        for row in try Fixture.rows("loader", in: .module) where row[0] != "split" {
            let (n, size, workers) = (Int(row[1])!, Int(row[2])!, Int(row[4])!)
            manualSeed(Int(row[5])!)
            let generator = Generator(seed: 1000 + UInt64(row[5])!)
            let batches = loader(row[0], n, size, row[3] == "1", workers, generator)
            var epochs: [String] = []
            for _ in 0..<3 {
                var taken: [[Int]] = []
                for batch in batches {
                    taken.append(batch)
                    if row[0] == "early" && taken.count == 2 { break }
                }
                epochs.append(text(taken))
                if row[0] != "early" { #expect(taken.count == batches.underestimatedCount) }
            }
            #expect(epochs.joined(separator: "/") == row[6], "\(row[0]) with \(workers) workers")
            var after = Tensor.randint(1 << 20, [1], generator: generator).item(as: Int.self) << 20
            after += Tensor.randint(1 << 20, [1]).item(as: Int.self)
            #expect(after == Int(row[7])!, "after \(row[0]) with \(workers) workers")
            checked += 1
        }
        #expect(checked == 34)
    }

    @Test func splits() throws {
        for row in try Fixture.rows("loader", in: .module) where row[0] == "split" {
            let data = ListDataset(0..<Int(row[1])!)
            let generator = Generator(seed: UInt64(row[5])!)
            let lengths = row[2].split(separator: ",")
            let parts =
                row[2].contains(".")
                ? randomSplit(data, lengths.map { Double($0)! }, generator: generator)
                : randomSplit(data, lengths.map { Int($0)! }, generator: generator)
            #expect(text(parts.map(\.indices)) == row[6])
        }
    }
}
