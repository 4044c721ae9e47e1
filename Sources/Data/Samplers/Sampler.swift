/// The order in which a `DataLoader` reads a dataset: a sequence of indices, begun anew for each epoch.
///
/// Iterators draw their random numbers when the index that needs them is asked for, as PyTorch's do.
public protocol Sampler: Sendable, Sequence where Element == Int {
    /// The number of indices.
    var count: Int { get }
}

/// The indices 0, 1, 2, … of a dataset, as PyTorch's `SequentialSampler`.
public struct SequentialSampler: Sampler {
    public let count: Int

    /// The indices of a dataset in order.
    public init(_ dataset: some Dataset) { count = dataset.count }

    public func makeIterator() -> Range<Int>.Iterator { (0..<count).makeIterator() }
}

/// Indices that are drawn some at a time.
public struct DrawnIndices: IteratorProtocol {
    private var drawn: [Int] = []
    private var position = 0
    private var round = 0
    private let draw: (_ round: Int) -> [Int]?

    /// - Parameter draw: the indices of round 0, 1, …; nil behind the last.
    init(_ draw: @escaping (_ round: Int) -> [Int]?) { self.draw = draw }

    /// The next index; nil behind the last.
    public mutating func next() -> Int? {
        while position == drawn.count {
            guard let more = draw(round) else { return nil }
            drawn = more
            position = 0
            round += 1
        }
        defer { position += 1 }
        return drawn[position]
    }
}
