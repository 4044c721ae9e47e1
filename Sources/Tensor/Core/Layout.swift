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
    fileprivate let storedSizes: Dims
    private let storedStrides: Dims

    /// Sizes beyond the rank are 1.
    package var sizes: Extents { storedSizes.extents }
    /// Strides beyond the rank are 0; they may be 0 elsewhere, and are never negative.
    package var strides: Extents { storedStrides.extents }

    /// Entries beyond `rank` are ignored.
    package init(rank: Int, sizes: Extents, strides: Extents, offset: Int = 0) {
        var (sizes, strides) = (sizes, strides)
        var (count, expected, isContiguous) = (1, 1, true)
        var d = 7
        while d >= 0 {
            if d >= rank {
                (sizes[d], strides[d]) = (1, 0)
            } else {
                count *= sizes[d]
                if sizes[d] != 1 {
                    if strides[d] != expected { isContiguous = false }
                    expected *= sizes[d]
                }
            }
            d -= 1
        }
        self.rank = rank
        self.offset = offset
        self.count = count
        self.isContiguous = isContiguous || count == 0
        storedSizes = Dims(sizes)
        storedStrides = Dims(strides)
    }

    /// Row-major order without gaps.
    package init(rank: Int, sizes: Extents) {
        var (sizes, strides) = (sizes, Extents())
        var count = 1
        var step = 1
        var d = 7
        while d >= 0 {
            if d >= rank {
                sizes[d] = 1
            } else {
                strides[d] = step
                count *= sizes[d]
                step *= max(sizes[d], 1)
            }
            d -= 1
        }
        self.rank = rank
        offset = 0
        self.count = count
        isContiguous = true
        storedSizes = Dims(sizes)
        storedStrides = Dims(strides)
    }

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

extension Layout {
    /// Whether these are the sizes.
    package func hasSizes(of other: Sizes) -> Bool { Sizes(self) == other }
}

/// Eight integers with the alignment of a pointer: a class with a field of type `SIMD8<Int>`, aligned to 64 bytes, is
/// allocated on a slow path.
struct Dims: Sendable, Equatable {
    private let first: SIMD2<Int>
    private let second: SIMD2<Int>
    private let third: SIMD2<Int>
    private let fourth: SIMD2<Int>

    init(_ values: Extents) {
        (first, second) = (values.lowHalf.lowHalf, values.lowHalf.highHalf)
        (third, fourth) = (values.highHalf.lowHalf, values.highHalf.highHalf)
    }

    var extents: Extents {
        Extents(
            lowHalf: SIMD4(lowHalf: first, highHalf: second), highHalf: SIMD4(lowHalf: third, highHalf: fourth))
    }
}
