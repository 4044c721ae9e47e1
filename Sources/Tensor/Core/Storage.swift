import PinionSIMDKernels

/// The memory that tensors share: a block of the pool, or memory that somebody else owns.
package final class Storage {
    package let base: UnsafeMutableRawPointer
    package let byteCount: Int
    /// Counts changes in place; a tensor saved for a gradient remembers what it saw.
    package var version: UInt64 = 0
    /// The operation that made the last change in place.
    package var lastWriter: StaticString = "an operation in place"
    /// Whether the memory may be written without a change of `version`.
    package let isLent: Bool
    /// What is kept of the elements in other forms; nil until one is wanted.
    let forms = FormsSlot()
    private let owner: Owner

    private enum Owner {
        case pool
        case other(@Sendable (UnsafeMutableRawPointer) -> Void)
    }

    /// Uninitialised memory.
    package init(byteCount: Int) {
        base = MemoryPool.allocate(byteCount: byteCount)
        self.byteCount = byteCount
        isLent = false
        owner = .pool
    }

    /// Memory of somebody else, who gets it back through `release`; where it `isLent`, he may write it meanwhile.
    package init(
        _ base: UnsafeMutableRawPointer, byteCount: Int, isLent: Bool,
        release: @escaping @Sendable (UnsafeMutableRawPointer) -> Void
    ) {
        self.base = base
        self.byteCount = byteCount
        self.isLent = isLent
        owner = .other(release)
    }

    deinit {
        switch owner {
        case .pool: MemoryPool.deallocate(base, byteCount: byteCount)
        case .other(let release): release(base)
        }
    }
}
