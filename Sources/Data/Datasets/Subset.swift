import PinionTensor

/// Chosen samples of a dataset, in the order of their indices, as PyTorch's `Subset`.
public struct Subset<Base: Dataset>: Dataset {
    /// The whole dataset.
    public let dataset: Base
    /// The numbers of the chosen samples.
    public let indices: [Int]

    /// The samples of `dataset` with these numbers, which may repeat.
    public init(_ dataset: Base, _ indices: [Int]) {
        self.indices = attempt(else: []) { () throws(TensorError) in
            let count = dataset.count
            if let odd = indices.first(where: { $0 < 0 || $0 >= count }) {
                throw TensorError("Subset", .index, "index \(odd) is out of bounds for a dataset of \(count) samples")
            }
            return indices
        }
        self.dataset = dataset
    }

    public var count: Int { indices.count }
    public subscript(index: Int) -> Base.Sample { get throws { try dataset[indices[try place(index, "Subset")]] } }
}

extension Dataset {
    /// The samples with these numbers.
    public func subset(_ indices: [Int]) -> Subset<Self> { Subset(self, indices) }
    /// The samples with numbers in a range.
    public func subset(_ range: Range<Int>) -> Subset<Self> { Subset(self, Array(range)) }
}
