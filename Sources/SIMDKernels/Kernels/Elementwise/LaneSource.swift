import PinionKernelInterface

/// A source of lanes: an array, or one value that lies repeated over `Source.scalarBytes` bytes.
struct LaneSource<L: Lane> {
    private let base: UnsafePointer<L.Scalar>
    let step: Int

    @inline(__always) init(_ source: Source) {
        base = source.base.assumingMemoryBound(to: L.Scalar.self)
        step = source.step
    }

    @inline(__always) private init(_ base: UnsafePointer<L.Scalar>, _ step: Int) {
        self.base = base
        self.step = step
    }

    /// An array.
    @inline(__always) init(_ base: UnsafeRawPointer) {
        self.base = base.assumingMemoryBound(to: L.Scalar.self)
        step = 1
    }

    /// The source of another row, some bytes on.
    @inline(__always) func advanced(by byteCount: Int) -> LaneSource {
        LaneSource((UnsafeRawPointer(base) + byteCount).assumingMemoryBound(to: L.Scalar.self), step)
    }

    /// The `lane`th lane of those that begin at element `i`: one multiplication for all of them.
    @inline(__always) subscript(i: Int, lane: Int) -> L { L.load(base + i &* step + lane &* (L.width &* step)) }
    /// The first `count` elements, fewer than a lane has.
    @inline(__always) func first(_ count: Int) -> L { L.load(base, count) }
}
