/// An argument of an elementwise kernel: an array, or one value for all elements.
package struct Source: Sendable {
    /// How many copies of the value a scalar argument has behind its pointer.
    package static let scalarBytes = 256

    // Safe to send: kernels read it during the call only.
    package nonisolated(unsafe) let base: UnsafeRawPointer
    /// 1 for an array of all elements; 0 for `scalarBytes` bytes of one repeated value.
    package let step: Int

    @inline(__always)
    package init(_ base: UnsafeRawPointer, step: Int = 1) {
        self.base = base
        self.step = step
    }

    /// The elements from a place some bytes on; a repeated value is the same everywhere.
    @inline(__always)
    package func advanced(by byteCount: Int) -> Source { Source(base + step * byteCount, step: step) }
}
