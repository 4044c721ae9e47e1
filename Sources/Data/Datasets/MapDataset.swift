/// A dataset whose samples go through a function when they are read.
public struct MapDataset<Base: Dataset, Sample: Sendable>: Dataset {
    /// The dataset before the function.
    public let dataset: Base
    private let transform: @Sendable (Base.Sample) throws -> Sample

    /// The samples of `dataset` after `transform`.
    public init(_ dataset: Base, _ transform: @escaping @Sendable (Base.Sample) throws -> Sample) {
        self.dataset = dataset
        self.transform = transform
    }

    public var count: Int { dataset.count }
    public subscript(index: Int) -> Sample { get throws { try transform(dataset[index]) } }
}

extension Dataset {
    /// This dataset with `transform` applied to each sample as it is read.
    public func mapped<Result>(
        _ transform: @escaping @Sendable (Sample) throws -> Result
    ) -> MapDataset<Self, Result> {
        MapDataset(self, transform)
    }
}
