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
}
