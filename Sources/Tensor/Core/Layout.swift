import PinionSIMDKernels

/// Where the elements of a tensor lie in its storage: sizes and strides of up to eight dimensions, without heap memory.
///
/// Element (i, j, …) lies `offset + i · strides[0] + j · strides[1] + …` elements from the storage's beginning.
package struct Layout: Sendable, Equatable {
    /// The most dimensions a tensor has.
    package static let maximumRank = 8

    package let rank: Int
    package let offset: Int
    /// The number of elements.
    package let count: Int
    /// Whether the elements lie in row-major order without gaps.
    package let isContiguous: Bool
    /// Whether the strides are those of a new tensor; a contiguous one may have others along dimensions of size 1.
    private let isPacked: Bool
    fileprivate let storedSizes: Dims
    private let storedStrides: Dims

    /// Sizes beyond the rank are 1.
    package var sizes: Extents { storedSizes.extents }
    /// Strides beyond the rank are 0; they may be 0 elsewhere, and are never negative.
    package var strides: Extents { storedStrides.extents }

    /// Entries beyond `rank` are ignored.
    package init(rank: Int, sizes: Extents, strides: Extents, offset: Int = 0) {
        var (sizes, strides) = (sizes, strides)
        var (count, expected, isContiguous, isPacked) = (1, 1, true, true)
        var d = 7
        while d >= 0 {
            if d >= rank {
                (sizes[d], strides[d]) = (1, 0)
            } else {
                count *= sizes[d]
                if strides[d] != expected {
                    isPacked = false
                    if sizes[d] != 1 { isContiguous = false }
                }
                expected *= sizes[d]
            }
            d -= 1
        }
        self.rank = rank
        self.offset = offset
        self.count = count
        self.isContiguous = isContiguous || count == 0
        self.isPacked = isPacked && count > 0
        storedSizes = Dims(sizes)
        storedStrides = Dims(strides)
    }

    /// Row-major order without gaps.
    package init(rank: Int, sizes: Extents) {
        var (sizes, strides) = (sizes, Extents())
        var count = 1
        var step = 1
        var d = 7
        while d >= rank {
            sizes[d] = 1
            d -= 1
        }
        while d >= 0 {
            let size = sizes[d]
            strides[d] = step
            count *= size
            step *= max(size, 1)
            d -= 1
        }
        self.rank = rank
        offset = 0
        self.count = count
        isContiguous = true
        isPacked = true
        storedSizes = Dims(sizes)
        storedStrides = Dims(strides)
    }

    /// That of a number: no dimensions.
    package static var scalar: Layout { Layout() }

    private init() {
        (rank, offset, count, isContiguous, isPacked) = (0, 0, 1, true, true)
        (storedSizes, storedStrides) = (Dims(Extents(repeating: 1)), Dims(Extents()))
    }

    @inline(__always)
    private init(packing other: Layout) {
        (rank, offset, count, isContiguous, isPacked) = (other.rank, 0, other.count, true, true)
        (storedSizes, storedStrides) = (other.storedSizes, other.storedStrides)
    }

    /// Row-major order without gaps, with these sizes, from offset 0.
    @inline(__always)
    package var packed: Layout { isPacked ? Layout(packing: self) : repacked }

    @inline(never)
    private var repacked: Layout { Layout(rank: rank, sizes: sizes) }

    /// The sizes as an array, as the public face shows them.
    package var shape: [Int] {
        let sizes = sizes
        return (0..<rank).map { sizes[$0] }
    }

    /// The strides as an array.
    package var strideArray: [Int] {
        let strides = strides
        return (0..<rank).map { strides[$0] }
    }

    /// Whether `other` has the same sizes.
    @inline(__always)
    package func hasSizes(of other: Layout) -> Bool {
        rank == other.rank && storedSizes == other.storedSizes
    }
}

/// The sizes of a tensor without its strides, for those who keep many.
package struct Sizes: Sendable, Equatable {
    package let rank: Int
    private let stored: Dims

    package init(_ layout: Layout) {
        rank = layout.rank
        stored = layout.storedSizes
    }

    /// The contiguous layout of these sizes.
    package var layout: Layout { Layout(rank: rank, sizes: stored.extents) }
}

extension Tensor {
    /// Whether these are its sizes. Asked of the tensor: its layout would be copied on the way here.
    package func hasSizes(of other: Sizes) -> Bool { Sizes(layout) == other }
}

/// Eight integers with the alignment of an integer: objects with a field of a SIMD type, which asks for more, are
/// allocated on a slow path.
struct Dims: Sendable {
    private let values: (Int, Int, Int, Int, Int, Int, Int, Int)

    @inline(__always)
    init(_ x: Extents) { values = (x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]) }

    @inline(__always)
    var extents: Extents {
        Extents(values.0, values.1, values.2, values.3, values.4, values.5, values.6, values.7)
    }
}

extension Dims: Equatable {
    @inline(__always)
    static func == (a: Dims, b: Dims) -> Bool {
        let (x, y) = (a.values, b.values)
        let first = (x.0 ^ y.0) | (x.1 ^ y.1) | (x.2 ^ y.2) | (x.3 ^ y.3)
        return first | (x.4 ^ y.4) | (x.5 ^ y.5) | (x.6 ^ y.6) | (x.7 ^ y.7) == 0
    }
}
