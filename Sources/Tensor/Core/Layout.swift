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
    /// Whether all elements are one in memory.
    let repeatsOneElement: Bool
    /// Whether the strides are those of a new tensor; a contiguous one may have others along dimensions of size 1.
    private let isPacked: Bool
    let storedSizes: Dims
    private let storedStrides: Dims

    /// Sizes beyond the rank are 1.
    package var sizes: Extents { storedSizes.extents }
    /// Strides beyond the rank are 0; they may be 0 elsewhere, and are never negative.
    package var strides: Extents { storedStrides.extents }

    /// Entries beyond `rank` are ignored.
    package init(rank: Int, sizes: Extents, strides: Extents, offset: Int = 0) {
        var (count, expected, isContiguous, isPacked, reach) = (1, 1, true, true, 0)
        storedSizes = Dims { d in d < rank ? sizes[d] : 1 }
        storedStrides = Dims { d in
            if d >= rank { return 0 }
            let (size, stride) = (sizes[d], strides[d])
            count *= size
            if stride != expected {
                isPacked = false
                if size != 1 { isContiguous = false }
            }
            reach |= stride &* (size &- 1)
            expected *= size
            return stride
        }
        self.rank = rank
        self.offset = offset
        self.count = count
        self.isContiguous = isContiguous || count == 0
        self.isPacked = isPacked && count > 0
        repeatsOneElement = reach == 0 && count > 0
    }

    /// Row-major order without gaps.
    package init(rank: Int, sizes: Extents) {
        var (count, step) = (1, 1)
        storedSizes = Dims { d in d < rank ? sizes[d] : 1 }
        storedStrides = Dims { d in
            if d >= rank { return 0 }
            let stride = step
            count *= sizes[d]
            step *= max(sizes[d], 1)
            return stride
        }
        self.rank = rank
        offset = 0
        self.count = count
        isContiguous = true
        isPacked = true
        repeatsOneElement = count == 1
    }

    /// That of a number: no dimensions.
    package static var scalar: Layout { Layout() }

    private init() {
        (rank, offset, count, isContiguous, isPacked, repeatsOneElement) = (0, 0, 1, true, true, true)
        (storedSizes, storedStrides) = (Dims(Extents(repeating: 1)), Dims(Extents()))
    }

    @inline(__always)
    private init(packing other: Layout) {
        (rank, offset, count, isContiguous, isPacked) = (other.rank, 0, other.count, true, true)
        repeatsOneElement = other.count == 1
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
