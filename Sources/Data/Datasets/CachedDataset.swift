import Synchronization

/// A dataset that reads each sample of another once and keeps it.
///
/// For samples that are slow to make and small enough to keep; random transformations belong behind the cache
/// (`CachedDataset(images).mapped { … }`). An error is not kept: the sample is tried again.
public final class CachedDataset<Base: Dataset>: Dataset {
    /// The dataset behind the cache.
    public let dataset: Base
    public let count: Int
    private let samples: Mutex<[Base.Sample?]>

    /// A cache before `dataset`, empty at first.
    public init(_ dataset: Base) {
        self.dataset = dataset
        count = dataset.count
        samples = Mutex(Array(repeating: nil, count: count))
    }

    public subscript(index: Int) -> Base.Sample {
        get throws {
            let index = try place(index, "CachedDataset")
            if let sample = samples.withLock({ $0[index] }) { return sample }
            // Read outside the lock, so that other threads are not held up; of two at the same sample one wins.
            let sample = try dataset[index]
            return samples.withLock { samples in
                if let first = samples[index] { return first }
                samples[index] = sample
                return sample
            }
        }
    }

    /// The number of samples that are kept.
    public var cachedCount: Int { samples.withLock { $0.count { $0 != nil } } }
}
