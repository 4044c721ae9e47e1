import PinionAutograd

/// A size along each spatial dimension: one `Int` for all of them, or an array with one for each.
public protocol SpatialSizes: Sendable {
    /// The sizes; for Pinion's own use.
    var _spatialSizes: _SpatialSizes { get }
}

/// Sizes as they were given; for Pinion's own use.
public typealias _SpatialSizes = _OneOrEach<Int>

extension Int: SpatialSizes {
    /// The same size along all dimensions.
    public var _spatialSizes: _SpatialSizes { .all(self) }
}

extension Array: SpatialSizes where Element == Int {
    /// A size for each dimension.
    public var _spatialSizes: _SpatialSizes { .each(self) }
}

extension SpatialSizes {
    /// A size for each of `rank` dimensions; throws where another number of them was given.
    func sizes(_ rank: Int, _ argument: String, _ operation: StaticString) throws(TensorError) -> [Int] {
        let given = _spatialSizes
        if let sizes = given.values(rank) { return sizes }
        if given.given.count == 1 { return [Int](repeating: given.given[0], count: rank) }
        throw TensorError(
            "\(operation)", .value,
            "expected \(argument) to be one integer or \(rank) of them, one for each spatial dimension; got \(given.given)"
        )
    }

    /// The same, each at least `least`.
    func sizes(
        _ rank: Int, _ argument: String, atLeast least: Int, _ operation: StaticString
    ) throws(TensorError) -> [Int] {
        let sizes = try sizes(rank, argument, operation)
        if sizes.contains(where: { $0 < least }) {
            throw TensorError("\(operation)", .value, "\(argument) must be at least \(least), got \(sizes)")
        }
        return sizes
    }
}

extension SIMD3 where Scalar == Int {
    /// Sizes of up to three dimensions, with `first` before them.
    init(_ sizes: some Collection<Int>, first: Int) {
        self.init(repeating: first)
        for (index, size) in sizes.enumerated() { self[3 - sizes.count + index] = size }
    }

    /// The last `rank` of the sizes.
    func last(_ rank: Int) -> [Int] { (3 - rank..<3).map { self[$0] } }
}
