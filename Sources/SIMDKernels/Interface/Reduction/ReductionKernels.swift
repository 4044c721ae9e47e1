/// The kernels for sums, extrema and the rest.
package struct ReductionKernels: Sendable {
    package let float: ReductionEntries<Float>
    package let double: ReductionEntries<Double>
    package let int64: ReductionEntries<Int64>
    package let int32: ReductionEntries<Int32>
    package let int16: ReductionEntries<Int16>
    package let int8: ReductionEntries<Int8>
    /// For `bool` too, whose bytes are 0 or 1.
    package let uint8: ReductionEntries<UInt8>

    package init(
        float: ReductionEntries<Float>, double: ReductionEntries<Double>, int64: ReductionEntries<Int64>,
        int32: ReductionEntries<Int32>, int16: ReductionEntries<Int16>, int8: ReductionEntries<Int8>,
        uint8: ReductionEntries<UInt8>
    ) {
        self.float = float
        self.double = double
        self.int64 = int64
        self.int32 = int32
        self.int16 = int16
        self.int8 = int8
        self.uint8 = uint8
    }
}

/// The reductions of one element type. Results are of the element type (`Int64` for the sums and products of integers,
/// which wrap around), `Int64` for the index of an extremum, one byte of 0 or 1 for `any` and `all`. Integers have
/// neither mean nor log-sum-exp: those entries leave the result as it is.
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
    /// Results of the columns of `n` rows of `width` elements; `count` is what a mean divides by, and `scratch` has
    /// `Reduction.columnScratchBytes(n, width)` bytes.
    package typealias Columns =
        @Sendable (
            _ op: Reduction, _ x: UnsafePointer<T>, _ stride: Int, _ n: Int, _ count: Int, _ width: Int,
            _ out: UnsafeMutableRawPointer, _ scratch: UnsafeMutableRawPointer
        ) -> Void

    package let rows: Rows
    package let chunk: Chunk
    package let merge: Merge
    package let columns: Columns

    package init(
        rows: @escaping Rows, chunk: @escaping Chunk, merge: @escaping Merge, columns: @escaping Columns
    ) {
        self.rows = rows
        self.chunk = chunk
        self.merge = merge
        self.columns = columns
    }
}
