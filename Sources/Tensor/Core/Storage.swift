import PinionSIMDKernels

/// The memory that tensors share: a block of the pool, or memory that somebody else owns.
package final class Storage {
    package let base: UnsafeMutableRawPointer
    package let byteCount: Int
    /// Counts changes in place; a tensor saved for a gradient remembers what it saw.
    package var version: UInt64 = 0
    /// The operation that made the last change in place.
    package var lastWriter: StaticString = "an operation in place"
    private let owner: Owner

    private enum Owner {
        case pool
        case other(@Sendable (UnsafeMutableRawPointer) -> Void)
    }

    /// Uninitialised memory.
    package init(byteCount: Int) {
        base = MemoryPool.allocate(byteCount: byteCount)
        self.byteCount = byteCount
        owner = .pool
    }

    /// Memory of somebody else, who gets it back through `release`.
    package init(
        _ base: UnsafeMutableRawPointer, byteCount: Int, release: @escaping @Sendable (UnsafeMutableRawPointer) -> Void
    ) {
        self.base = base
        self.byteCount = byteCount
        owner = .other(release)
    }

    deinit {
        switch owner {
        case .pool: MemoryPool.deallocate(base, byteCount: byteCount)
        case .other(let release): release(base)
        }
    }
}
