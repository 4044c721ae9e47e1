import PinionTensor

/// The indices of a sampler in batches, as PyTorch's `BatchSampler`.
public struct BatchSampler: Sendable, Sequence {
    private let sampler: any Sampler
    private let batchSize: Int
    private let dropLast: Bool

    /// - Parameters:
    ///   - sampler: the indices.
    ///   - batchSize: how many make a batch, at least 1.
    ///   - dropLast: whether a last batch with fewer is left out.
    public init(_ sampler: any Sampler, batchSize: Int, dropLast: Bool = false) {
        self.sampler = sampler
        self.batchSize = attempt(else: 1) { () throws(TensorError) in
            if batchSize <= 0 { throw TensorError("BatchSampler", .value, "expected batchSize > 0, got \(batchSize)") }
            return batchSize
        }
        self.dropLast = dropLast
    }

    /// The number of batches.
    public var count: Int { (sampler.count + (dropLast ? 0 : batchSize - 1)) / batchSize }
    public var underestimatedCount: Int { count }

    /// Batches, drawn from the sampler as they are asked for.
    public struct Iterator: IteratorProtocol {
        private var nextIndex: () -> Int?
        private let batchSize: Int
        private let dropLast: Bool

        fileprivate init(_ sampler: some Sampler, _ batchSize: Int, _ dropLast: Bool) {
            var indices = sampler.makeIterator()
            nextIndex = { indices.next() }
            self.batchSize = batchSize
            self.dropLast = dropLast
        }

        /// The next batch of indices; nil behind the last.
        public mutating func next() -> [Int]? {
            var batch: [Int] = []
            while batch.count < batchSize, let index = nextIndex() { batch.append(index) }
            return batch.isEmpty || (dropLast && batch.count < batchSize) ? nil : batch
        }
    }

    public func makeIterator() -> Iterator { Iterator(sampler, batchSize, dropLast) }
}
