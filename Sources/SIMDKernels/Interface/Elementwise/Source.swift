/// An argument of an elementwise kernel: an array, or one value for all elements.
package struct Source: Sendable {
    /// How many copies of the value a scalar argument has behind its pointer.
    @inlinable package static var scalarBytes: Int { 256 }

    // Safe to send: kernels read it during the call only.
    package nonisolated(unsafe) let base: UnsafeRawPointer
    /// 1 for an array of all elements; 0 for `scalarBytes` bytes of one repeated value.
    package let step: Int

    // No default: its value would be a call in other modules.
    @inlinable @inline(__always)
    package init(_ base: UnsafeRawPointer) { self.init(base, step: 1) }

    @inlinable @inline(__always)
    package init(_ base: UnsafeRawPointer, step: Int) {
        self.base = base
        self.step = step
    }

    /// The elements from a place some bytes on; a repeated value is the same everywhere.
    @inlinable @inline(__always)
    package func advanced(by byteCount: Int) -> Source { Source(base + step * byteCount, step: step) }
}
