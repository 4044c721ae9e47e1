/// Samples that are found by their number, as PyTorch's map-style `Dataset`.
///
/// A `DataLoader` with workers reads samples on several threads at a time, so a dataset is `Sendable`: a structure, or a
/// final class of constants. What a sample is, is the dataset's choice: an image and its label make the tuple
/// `(Tensor, Int)`.
public protocol Dataset<Sample>: Sendable {
    associatedtype Sample: Sendable

    /// The number of samples.
    var count: Int { get }
    /// Sample number `index`, from 0 to `count - 1`.
    subscript(index: Int) -> Sample { get throws }
}

/// The elements of an array, or of a range of numbers, as a dataset, as a Python list is one.
public struct ListDataset<Sample: Sendable>: Dataset {
    private let samples: [Sample]

    /// The dataset of these samples.
    public init(_ samples: some Sequence<Sample>) { self.samples = Array(samples) }

    public var count: Int { samples.count }
    public subscript(index: Int) -> Sample { samples[index] }
}
