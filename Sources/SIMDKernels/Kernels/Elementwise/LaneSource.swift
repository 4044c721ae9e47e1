import PinionKernelInterface

/// A source of lanes: an array, or one value that lies repeated over `Source.scalarBytes` bytes.
struct LaneSource<L: Lane> {
    let base: UnsafePointer<L.Scalar>
    let step: Int

    @inline(__always) init(_ source: Source) {
        base = source.base.assumingMemoryBound(to: L.Scalar.self)
        step = source.step
    }

    /// An array.
    @inline(__always) init(_ base: UnsafeRawPointer) {
        self.base = base.assumingMemoryBound(to: L.Scalar.self)
        step = 1
    }

    @inline(__always) subscript(i: Int) -> L { L.load(base + i * step) }
    /// The first `count` elements, fewer than a lane has.
    @inline(__always) func first(_ count: Int) -> L { L.load(base, count) }
}
