import PinionData
import PinionTestSupport
import Testing

@Suite struct PyTorchArgumentTests {
    let dataset = TensorDataset(Tensor.arange(10.0), Tensor.arange(10))

    @Test func splitsInTwo() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(3)
        let parts = randomSplit(dataset, [7, 3])
        manualSeed(3)
        let (train, valid) = randomSplit(dataset, [7, 3])
        #expect(train.indices == parts[0].indices && valid.indices == parts[1].indices)
        let (most, few) = randomSplit(dataset, [0.8, 0.2])
        #expect([most.count, few.count] == [8, 2])
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { let _: (Any, Any) = randomSplit(dataset, [5, 3, 2]) }
        }
    }

    @Test func weightsAsATensor() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(3)
        let first = Array(WeightedRandomSampler([0.5, 0.25, 0.25], numSamples: 4))
        for sampler in [
            WeightedRandomSampler([0.5, 0.25, 0.25], 4), WeightedRandomSampler(Tensor([0.5, 0.25, 0.25]), 4),
            WeightedRandomSampler(Tensor([0.5, 0.25, 0.25]), numSamples: 4),
        ] {
            manualSeed(3)
            #expect(Array(sampler) == first)
        }
    }

    @Test func collateFn() {
        let loader = DataLoader(dataset, batchSize: 4, collateFn: { $0.map { $0.1.item } })
        #expect(Array(loader) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]])
    }

    @Test func placesCountFromTheEndToo() throws {
        let part = Subset(dataset, [1, 3, 5])
        let joined = ConcatDataset([part, part])
        let cache = CachedDataset(part)
        for index in [2, -1] { #expect(try part[index].1.item == 5) }
        for index in [5, -1] { #expect(try joined[index].1.item == 5) }
        for index in [2, -1, -1] { #expect(try cache[index].1.item == 5) }
        #expect(throws: TensorError("Subset", .index, "index 3 is out of bounds for a dataset of 3 samples")) {
            try part[3]
        }
        #expect(throws: TensorError("ConcatDataset", .index, "index -7 is out of bounds for a dataset of 6 samples")) {
            try joined[-7]
        }
        #expect(throws: TensorError.self) { try cache[3] }
        let images = LabeledImages(.zeros(2, 1, 2, 2, dtype: .uint8), labels: [4, 5])
        #expect(try images[-1].1 == 5)
        #expect(throws: TensorError.self) { try images[2] }
    }

    @Test func batchSamplers() {
        let sampler = BatchSampler(SequentialSampler(dataset), batchSize: 4, dropLast: true)
        let loader = DataLoader(dataset, batchSampler: sampler)
        #expect(loader.map { $0.1.toArray(Int.self) } == [[0, 1, 2, 3], [4, 5, 6, 7]])
        let rows = DataLoader(TensorDataset(Tensor.arange(4)), batchSampler: [[0, 1], [3]])
        #expect(rows.map { $0.toArray(Int.self) } == [[0, 1], [3]])
    }
}
