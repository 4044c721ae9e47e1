import PinionAutograd

/// Goes through a dataset in batches, as PyTorch's `DataLoader`: `for (images, labels) in loader { … }`.
///
/// For the same seed the batches hold the same samples in the same order as PyTorch's, with workers too. Workers are
/// threads that read batches ahead; leaving the loop ends them. In a worker `Generator.default` is one of its own,
/// seeded as PyTorch seeds its workers, so random transformations draw PyTorch's numbers.
///
/// An error of the dataset reaches the loop in the turn of its batch. A `for` loop cannot throw, so there it is like a
/// mistake of the program: it stops it with a line that names the sample, or ends the loop and is thrown by the
/// `catchingTensorErrors` around it. To handle it otherwise, ask for batches yourself:
/// ```swift
/// let batches = loader.makeIterator()
/// while let (images, labels) = try batches.nextBatch() { … }
/// ```
public struct DataLoader<Data: Dataset, Batch: Sendable>: Sendable, Sequence {
    /// What is read.
    public let dataset: Data
    /// The number of batches in an epoch.
    public let count: Int
    /// How many threads read ahead; with 0 the loop's own thread reads.
    public let workers: Int
    /// How many batches ahead each worker reads.
    public let prefetch: Int

    let collate: @Sendable ([Data.Sample]) throws -> Batch
    let generator: Generator?
    private let batches: @Sendable () -> AnyIterator<[Int]>

    /// A loader with a function that makes batches of samples.
    /// - Parameters:
    ///   - dataset: what to read.
    ///   - batchSize: the samples of a batch.
    ///   - shuffle: whether each epoch has a random order.
    ///   - sampler: another order of the indices, instead of `shuffle`.
    ///   - dropLast: whether a last batch with fewer samples is left out.
    ///   - workers: how many threads read ahead; with 0 the loop's own thread reads.
    ///   - prefetch: how many batches ahead each worker reads.
    ///   - generator: what draws the order and the workers' seeds; `Generator.default` where it is left out.
    ///   - collate: makes a batch of samples; called on the workers' threads.
    public init(
        _ dataset: Data, batchSize: Int = 1, shuffle: Bool = false, sampler: (any Sampler)? = nil,
        dropLast: Bool = false, workers: Int = 0, prefetch: Int = 2, generator: Generator? = nil,
        collate: @escaping @Sendable ([Data.Sample]) throws -> Batch
    ) {
        if shuffle && sampler != nil {
            report(TensorError("DataLoader", .value, "a sampler decides the order, so shuffle must be false"))
        }
        let order: any Sampler =
            sampler ?? (shuffle ? RandomSampler(dataset, generator: generator) : SequentialSampler(dataset))
        self.init(
            dataset, batchSampler: BatchSampler(order, batchSize: batchSize, dropLast: dropLast), workers: workers,
            prefetch: prefetch, generator: generator, collate: collate)
    }

    /// The same with PyTorch's name for the function that makes batches.
    public init(
        _ dataset: Data, batchSize: Int = 1, shuffle: Bool = false, sampler: (any Sampler)? = nil,
        dropLast: Bool = false, workers: Int = 0, prefetch: Int = 2, generator: Generator? = nil,
        collateFn: @escaping @Sendable ([Data.Sample]) throws -> Batch
    ) {
        self.init(
            dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, dropLast: dropLast, workers: workers,
            prefetch: prefetch, generator: generator, collate: collateFn)
    }

    /// A loader whose batches hold the indices that `batchSampler` gives.
    public init(
        _ dataset: Data, batchSampler: some Sequence<[Int]> & Sendable, workers: Int = 0, prefetch: Int = 2,
        generator: Generator? = nil, collate: @escaping @Sendable ([Data.Sample]) throws -> Batch
    ) {
        if workers < 0 || prefetch < 1 {
            report(
                TensorError(
                    "DataLoader", .value,
                    "expected workers >= 0 and prefetch >= 1, got workers \(workers) and prefetch \(prefetch)"))
        }
        self.dataset = dataset
        self.workers = Swift.max(workers, 0)
        self.prefetch = Swift.max(prefetch, 1)
        self.generator = generator
        self.collate = collate
        count = batchSampler.underestimatedCount
        batches = { AnyIterator(batchSampler.makeIterator()) }
    }

    public var underestimatedCount: Int { count }

    /// Begins an epoch: draws the workers' base seed, then, when the first batch is asked for, the order.
    public func makeIterator() -> BatchIterator<Data, Batch> {
        BatchIterator(self, batches(), seed: drawSeed(generator))
    }
}

extension DataLoader where Data.Sample: Collatable, Batch == Data.Sample.Batch {
    /// A loader that puts samples together as `Collatable` says: tensors are stacked, numbers make a tensor.
    /// - Parameters:
    ///   - dataset: what to read.
    ///   - batchSize: the samples of a batch.
    ///   - shuffle: whether each epoch has a random order.
    ///   - sampler: another order of the indices, instead of `shuffle`.
    ///   - dropLast: whether a last batch with fewer samples is left out.
    ///   - workers: how many threads read ahead; with 0 the loop's own thread reads.
    ///   - prefetch: how many batches ahead each worker reads.
    ///   - generator: what draws the order and the workers' seeds; `Generator.default` where it is left out.
    public init(
        _ dataset: Data, batchSize: Int = 1, shuffle: Bool = false, sampler: (any Sampler)? = nil,
        dropLast: Bool = false, workers: Int = 0, prefetch: Int = 2, generator: Generator? = nil
    ) {
        self.init(
            dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, dropLast: dropLast, workers: workers,
            prefetch: prefetch, generator: generator, collate: { try Data.Sample.collate($0) })
    }

    /// A loader whose batches hold the indices that `batchSampler` gives.
    public init(
        _ dataset: Data, batchSampler: some Sequence<[Int]> & Sendable, workers: Int = 0, prefetch: Int = 2,
        generator: Generator? = nil
    ) {
        self.init(
            dataset, batchSampler: batchSampler, workers: workers, prefetch: prefetch, generator: generator,
            collate: { try Data.Sample.collate($0) })
    }
}

extension DataLoader {
    /// A loader of tuples, whose batches are tuples: of the first parts, of the second ones, and so on.
    /// - Parameters:
    ///   - dataset: what to read.
    ///   - batchSize: the samples of a batch.
    ///   - shuffle: whether each epoch has a random order.
    ///   - sampler: another order of the indices, instead of `shuffle`.
    ///   - dropLast: whether a last batch with fewer samples is left out.
    ///   - workers: how many threads read ahead; with 0 the loop's own thread reads.
    ///   - prefetch: how many batches ahead each worker reads.
    ///   - generator: what draws the order and the workers' seeds; `Generator.default` where it is left out.
    public init<each Part: Collatable>(
        _ dataset: Data, batchSize: Int = 1, shuffle: Bool = false, sampler: (any Sampler)? = nil,
        dropLast: Bool = false, workers: Int = 0, prefetch: Int = 2, generator: Generator? = nil
    ) where Data.Sample == (repeat each Part), Batch == (repeat (each Part).Batch) {
        self.init(
            dataset, batchSize: batchSize, shuffle: shuffle, sampler: sampler, dropLast: dropLast, workers: workers,
            prefetch: prefetch, generator: generator, collate: { try collateTuples($0) })
    }

    /// A loader of tuples whose batches hold the indices that `batchSampler` gives.
    @_disfavoredOverload
    public init<each Part: Collatable>(
        _ dataset: Data, batchSampler: some Sequence<[Int]> & Sendable, workers: Int = 0, prefetch: Int = 2,
        generator: Generator? = nil
    ) where Data.Sample == (repeat each Part), Batch == (repeat (each Part).Batch) {
        self.init(
            dataset, batchSampler: batchSampler, workers: workers, prefetch: prefetch, generator: generator,
            collate: { try collateTuples($0) })
    }
}
