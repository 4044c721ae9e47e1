/// The kernels for sums, extrema and the rest.
package struct ReductionKernels: Sendable {
    package let float: ReductionEntries<Float>
    package let double: ReductionEntries<Double>

    package init(float: ReductionEntries<Float>, double: ReductionEntries<Double>) {
        self.float = float
        self.double = double
    }
}

/// The reductions of one element type. Results are of the element type, `Int64` for the index of an extremum,
/// one byte of 0 or 1 for `any` and `all`.
package struct ReductionEntries<T>: Sendable {
    /// Results of `rows` rows of `n` elements, at most a chunk, each `stride` elements behind the one before.
    package typealias Rows =
        @Sendable (
            _ op: Reduction, _ x: UnsafePointer<T>, _ rows: Int, _ n: Int, _ stride: Int, _ out: UnsafeMutableRawPointer
        ) -> Void
    /// The state of `n` elements, at most a chunk, the first of which has the index `first`.
    package typealias Chunk =
        @Sendable (
            _ op: Reduction, _ x: UnsafePointer<T>, _ n: Int, _ first: Int,
            _ state: UnsafeMutablePointer<ReductionState>
        ) -> Void
    /// The result of `n` elements from the states of their chunks, which are overwritten.
    package typealias Merge =
        @Sendable (
            _ op: Reduction, _ states: UnsafeMutablePointer<ReductionState>, _ count: Int, _ n: Int,
            _ out: UnsafeMutableRawPointer
        ) -> Void

    package let rows: Rows
    package let chunk: Chunk
    package let merge: Merge

    package init(rows: @escaping Rows, chunk: @escaping Chunk, merge: @escaping Merge) {
        self.rows = rows
        self.chunk = chunk
        self.merge = merge
    }
}
