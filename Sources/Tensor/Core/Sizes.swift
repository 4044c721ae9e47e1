/// The sizes of a tensor without its strides, for those who keep many.
package struct Sizes: Sendable, Equatable {
    package let rank: Int
    private let stored: Dims

    @inline(__always)
    fileprivate init(_ layout: Layout) {
        rank = layout.rank
        stored = layout.storedSizes
    }

    /// The contiguous layout of these sizes.
    package var layout: Layout { Layout(rank: rank, sizes: stored.extents) }
}

// Asked of the tensor: its layout would be copied on the way from another module.
extension Tensor {
    /// The sizes without the strides.
    package var sizes: Sizes { Sizes(layout) }

    /// Whether these are its sizes.
    package func hasSizes(of other: Sizes) -> Bool { Sizes(layout) == other }
}
