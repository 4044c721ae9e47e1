import PinionTensor

/// `for row in x` goes over the first dimension: `x.select(0, 0)`, `x.select(0, 1)`, and so on, as views.
extension Tensor: Sequence {
    /// The parts of a tensor along its first dimension.
    public struct Iterator: IteratorProtocol {
        private let tensor: Tensor
        private let count: Int
        private var index = 0

        init(_ tensor: Tensor) {
            self.tensor = tensor
            count = tensor.count
        }

        /// The next part; nil behind the last one.
        public mutating func next() -> Tensor? {
            guard index < count else { return nil }
            defer { index += 1 }
            return tensor.select(0, index)
        }
    }

    /// An iterator over the first dimension, which the tensor must have.
    public func makeIterator() -> Iterator { Iterator(self) }

    /// The size of the first dimension.
    public var underestimatedCount: Int { ndim == 0 ? 0 : count }
}
