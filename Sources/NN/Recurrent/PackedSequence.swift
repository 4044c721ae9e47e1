import PinionAutograd

/// Sequences of different lengths without padding: the rows of the first step, then those of the second, and so on. As
/// PyTorch's `torch.nn.utils.rnn.PackedSequence`.
///
/// Made by `packPaddedSequence` and `packSequence`; taken and given by `RNN`, `LSTM` and `GRU`.
public struct PackedSequence: Sendable {
    /// The rows of all steps, those of longer sequences first: [rows, …].
    public let data: Tensor
    /// How many sequences reach each step.
    public let batchSizes: [Int]
    /// The numbers of the sequences in the order they are kept in; nil where that is the one they were given in.
    public let sortedIndices: Tensor?
    /// Where each sequence is kept.
    public let unsortedIndices: Tensor?

    /// - Parameters:
    ///   - data: [rows, …].
    ///   - batchSizes: how many sequences reach each step.
    ///   - sortedIndices: the order of the sequences.
    ///   - unsortedIndices: its inverse; computed where it is not given.
    public init(_ data: Tensor, _ batchSizes: [Int], sortedIndices: Tensor? = nil, unsortedIndices: Tensor? = nil) {
        self.data = data
        self.batchSizes = batchSizes
        self.sortedIndices = sortedIndices
        self.unsortedIndices = unsortedIndices ?? sortedIndices.map { invertPermutation($0) }
        attempt(else: ()) { () throws(TensorError) in
            let areSorted = zip(batchSizes, batchSizes.dropFirst()).allSatisfy { $0 >= $1 && $1 > 0 }
            let rows = data.ndim > 0 ? data.size(0) : 0
            if !areSorted || (batchSizes.first ?? 0) <= 0 || batchSizes.reduce(0, +) != rows {
                throw TensorError(
                    "PackedSequence", .shape,
                    "batch sizes \(batchSizes) for data of shape \(data.shape); expected positive numbers that do not "
                        + "grow, with as many rows in all")
            }
        }
    }

    /// The same with converted elements.
    public func to(_ dtype: DType) -> PackedSequence { replacingData(data.to(dtype)) }
    /// Converted to float32.
    public func float() -> PackedSequence { to(.float32) }
    /// Converted to float64.
    public func double() -> PackedSequence { to(.float64) }

    /// The lengths of the sequences in the order they were given in.
    public var lengths: [Int] {
        let sorted = sortedLengths
        guard let order = unsortedIndices?.toArray(Int.self) else { return sorted }
        return order.map { sorted[$0] }
    }

    /// The lengths in the order the sequences are kept in.
    var sortedLengths: [Int] {
        var lengths = [Int](repeating: 0, count: batchSizes.first ?? 0)
        for size in batchSizes {
            for index in 0..<size { lengths[index] += 1 }
        }
        return lengths
    }

    /// The rows of another tensor in the same order.
    func replacingData(_ data: Tensor) -> PackedSequence {
        PackedSequence(checked: data, batchSizes, sortedIndices, unsortedIndices)
    }

    private init(checked data: Tensor, _ batchSizes: [Int], _ sortedIndices: Tensor?, _ unsortedIndices: Tensor?) {
        (self.data, self.batchSizes) = (data, batchSizes)
        (self.sortedIndices, self.unsortedIndices) = (sortedIndices, unsortedIndices)
    }
}

/// The inverse of a permutation of 0, 1, …: where each number is. As `torch.nn.utils.rnn.invert_permutation`.
public func invertPermutation(_ permutation: Tensor) -> Tensor {
    let numbers = Tensor.arange(permutation.numel).to(permutation.dtype)
    return Tensor.zerosLike(permutation).scatter(0, permutation.to(.int64), numbers)
}
