/// Datasets one behind the other, as PyTorch's `ConcatDataset`.
public struct ConcatDataset<Sample: Sendable>: Dataset {
    /// The datasets.
    public let datasets: [any Dataset<Sample>]
    /// Behind the last sample of each.
    private let ends: [Int]

    /// The samples of each dataset behind those of the one before.
    public init(_ datasets: [any Dataset<Sample>]) {
        self.datasets = datasets
        var ends: [Int] = []
        for dataset in datasets { ends.append((ends.last ?? 0) + dataset.count) }
        self.ends = ends
    }

    /// The samples of each dataset behind those of the one before.
    public init(_ datasets: any Dataset<Sample>...) { self.init(datasets) }

    public var count: Int { ends.last ?? 0 }

    public subscript(index: Int) -> Sample {
        get throws {
            let index = try place(index, "ConcatDataset")
            var (low, high) = (0, ends.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if index < ends[middle] { high = middle } else { low = middle + 1 }
            }
            return try datasets[low][index - (low == 0 ? 0 : ends[low - 1])]
        }
    }
}
