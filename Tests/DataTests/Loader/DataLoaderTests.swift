import Dispatch
import PinionData
import PinionTestSupport
import Synchronization
import Testing

private struct Broken: Error, CustomStringConvertible { var description: String { "no such picture" } }

/// A dataset with one sample that cannot be read, which counts what was read.
private final class Fragile: Dataset {
    let count: Int
    let bad: Int
    let reads = Atomic<Int>(0)
    init(_ count: Int, bad: Int) { (self.count, self.bad) = (count, bad) }

    subscript(index: Int) -> Int {
        get throws {
            reads.add(1, ordering: .relaxed)
            if index == bad { throw Broken() }
            return index
        }
    }
}

/// Samples that a mistake of the program spoils.
private struct Mistaken: Dataset {
    let count = 6
    subscript(index: Int) -> Tensor {
        let row = Tensor.ones([3])
        return index == 4 ? row.matmul(Tensor.ones([2])) : row
    }
}

@Suite struct DataLoaderTests {
    @Test func typedBatches() {
        let data = TensorDataset(Tensor.arange(12.0).view(6, 2), Tensor([0, 1, 2, 3, 4, 5]))
        for workers in [0, 2] {
            var labels: [Int] = []
            for (x, y) in DataLoader(data, batchSize: 4, workers: workers) {
                #expect(x.dtype == .float32 && y.dtype == .int64)
                #expect(x.shape == [y.numel, 2])
                #expect(x[0, 0].item == 2 * y[0].item)
                labels += y.toArray(Int.self)
            }
            #expect(labels == [0, 1, 2, 3, 4, 5])
        }
    }

    @Test func standardCollation() throws {
        let samples = ListDataset([(Tensor([1.0, 2]), 3, "a", 0.5), (Tensor([4.0, 5]), 6, "b", 1.5)])
        for (x, label, name, weight) in DataLoader(samples, batchSize: 2) {
            #expect(x.toList([[Float]].self) == [[1, 2], [4, 5]])
            #expect(label.dtype == .int64 && label.toArray(Int.self) == [3, 6])
            #expect(name == ["a", "b"])
            #expect(weight.dtype == .float64 && weight.toArray(Double.self) == [0.5, 1.5])
        }
        let tasks = ListDataset([["age": Tensor(1.0), "sex": Tensor(0.0)], ["age": Tensor(2.0), "sex": Tensor(1.0)]])
        for batch in DataLoader(tasks, batchSize: 2) { #expect(batch["age"]?.toArray(Float.self) == [1, 2]) }
        for columns in DataLoader(ListDataset([[1, 2], [3, 4]]), batchSize: 2) {
            #expect(columns.map { $0.toArray(Int.self) } == [[1, 3], [2, 4]])
        }
    }

    @Test func padding() throws {
        let samples = ListDataset([(Tensor([1, 2, 3]), 0), (Tensor([4]), 1)])
        let loader = DataLoader(samples, batchSize: 2, collate: { try padCollate($0, value: 9) })
        for (batch, lengths, targets) in loader {
            #expect(batch.toList([[Int]].self) == [[1, 2, 3], [4, 9, 9]])
            #expect(lengths.toArray(Int.self) == [3, 1])
            #expect(targets.toArray(Int.self) == [0, 1])
        }
    }

    @Test(arguments: [0, 1, 3]) func anErrorReachesTheLoop(workers: Int) throws {
        let loader = DataLoader(Fragile(20, bad: 9), batchSize: 2, workers: workers)
        let batches = loader.makeIterator()
        var (seen, errors): ([Int], [DataLoaderError]) = ([], [])
        while true {
            do {
                guard let batch = try batches.nextBatch() else { break }
                seen += batch.toArray(Int.self)
            } catch { errors.append(error) }
        }
        // The other batches come all the same.
        #expect(seen == Array(0..<8) + Array(10..<20))
        #expect(errors.map(\.index) == [9] && errors.first?.indices == [8, 9])

        var turns = 0
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { for _ in loader { turns += 1 } }
        }
        #expect(error?.description == "DataLoader: sample 9: no such picture")
        #expect(turns == 4)
    }

    @Test(arguments: [0, 2]) func aMistakeInAWorkerIsTheLoops(workers: Int) {
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { for _ in DataLoader(Mistaken(), batchSize: 3, workers: workers) {} }
        }
        #expect(error?.description.hasPrefix("DataLoader: sample 4: matmul") == true)
        let uneven = ListDataset([Tensor([1.0]), Tensor([1.0, 2.0])])
        let stacked = #expect(throws: TensorError.self) {
            try catchingTensorErrors { for _ in DataLoader(uneven, batchSize: 2, workers: workers) {} }
        }
        #expect(stacked?.description.hasPrefix("DataLoader: the batch of samples [0, 1]: stack") == true)
    }

    @Test func leavingEarlyStopsTheWorkers() throws {
        weak var data: Fragile?
        do {
            let dataset = Fragile(100_000, bad: -1)
            data = dataset
            for _ in DataLoader(dataset, batchSize: 2, workers: 3, prefetch: 4) { break }
            // At most what was sent: 12 batches, and one for the batch that was taken.
            #expect(dataset.reads.load(ordering: .relaxed) <= 26)
        }
        // Threads that end let go of the dataset.
        for _ in 0..<2000 where data != nil { DispatchSemaphore(value: 0).waitBriefly() }
        #expect(data == nil)
    }

    @Test func workersKnowWhoTheyAre() {
        let who = ListDataset(0..<8).mapped { _ in getWorkerInfo().map { "\($0.id) of \($0.numWorkers)" } ?? "none" }
        var names: [String] = []
        for batch in DataLoader(who, batchSize: 2, workers: 2) { names += batch }
        #expect(names == ["0 of 2", "0 of 2", "1 of 2", "1 of 2", "0 of 2", "0 of 2", "1 of 2", "1 of 2"])
        #expect(getWorkerInfo() == nil)
        for batch in DataLoader(who) { #expect(batch == ["none"]) }
    }

    @Test func impossibleArguments() {
        #expect(mistake { _ = DataLoader(ListDataset(0..<3), batchSize: 0) }.contains("batchSize > 0, got 0"))
        #expect(
            mistake { _ = DataLoader(ListDataset(0..<0), shuffle: true) }.contains(
                "a positive number of samples, got 0"))
        #expect(mistake { _ = DataLoader(ListDataset(0..<3), workers: -1) }.contains("got workers -1"))
        #expect(
            mistake {
                _ = DataLoader(ListDataset(0..<3), shuffle: true, sampler: SequentialSampler(ListDataset(0..<3)))
            }
            .contains("shuffle must be false"))
        #expect(mistake { _ = WeightedRandomSampler([1], numSamples: 0) }.contains("numSamples > 0, got 0"))
        let outside = DataLoader(ListDataset(0..<3), sampler: SubsetRandomSampler([7]))
        #expect(mistake { for _ in outside {} }.contains("index 7 is out of bounds for a dataset of 3 samples"))
    }
}

extension DispatchSemaphore {
    fileprivate func waitBriefly() { _ = wait(timeout: .now() + .milliseconds(5)) }
}
