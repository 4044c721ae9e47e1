import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Large blocks, which are cut from one stretch of addresses and join again when they are given back: blocks of one size
/// serve requests of another, so that what is kept is about what was in use at once.
///
/// The stretch is reserved at the first request; pages come when they are first touched, huge ones where the system has
/// them. Where addresses are limited (`ulimit -v`) there is none.
enum Arena {
    /// Smaller blocks are kept by size, without a search.
    static let leastByteCount = 1 << 18
    static let page = SystemMemory.pageByteCount
    /// What a request for `byteCount` bytes takes.
    static func wholePages(_ byteCount: Int) -> Int { (byteCount + page - 1) / page * page }
    /// What is made accessible at a time.
    private static let step = 1 << 26

    #if os(Linux)
    private struct Stretch: @unchecked Sendable {
        // Unchecked: the addresses are only reached through the mutex.
        let base: UnsafeMutableRawPointer?
        var free: FreeRanges
        /// From the base on, what may be read and written.
        var openCount = 0

        /// Opens the first `count` bytes; false where the system refuses.
        mutating func open(_ count: Int) -> Bool {
            guard let base else { return false }
            guard count > openCount else { return true }
            let end = (count + step - 1) / step * step
            let (start, length) = (base + openCount, end - openCount)
            guard mprotect(start, length, PROT_READ | PROT_WRITE) == 0 else { return false }
            // Advice only.
            madvise(start, length, Int32(MADV_HUGEPAGE))
            openCount = end
            return true
        }
    }

    private static let byteCount = SystemMemory.physicalByteCount * 4 / step * step
    private static let base = reserve()
    private static let stretch = Mutex(
        Stretch(base: base?.address, free: FreeRanges(count: base == nil ? 0 : byteCount)))
    /// Bytes kept for reuse.
    private static let kept = Atomic<Int>(0)
    static var keptByteCount: Int { kept.load(ordering: .relaxed) }

    private struct Base: @unchecked Sendable {
        // Unchecked: an address, which never changes.
        let address: UnsafeMutableRawPointer
    }

    private static func reserve() -> Base? {
        guard SystemMemory.hasAllAddresses else { return nil }
        let mapped = mmap(nil, byteCount, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let mapped, mapped != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
        return Base(address: mapped)
    }

    /// Whether a block is one of the arena's.
    static func has(_ block: UnsafeMutableRawPointer) -> Bool {
        guard let base else { return false }
        return block >= base.address && block < base.address + byteCount
    }

    /// A block of `byteCount` bytes, whole pages, and whether all of them were kept; nil where there is no room.
    static func take(_ byteCount: Int) -> (block: UnsafeMutableRawPointer, isKept: Bool)? {
        guard let base else { return nil }
        let found: (start: Int, isKept: Bool)? = withStretch { stretch in
            guard let (start, kept) = stretch.free.take(byteCount) else { return nil }
            guard stretch.open(start + byteCount) else {
                stretch.free.give(start, count: byteCount, isKept: false)
                return nil
            }
            return (start, kept == byteCount)
        }
        return found.map { (base.address + $0.start, $0.isKept) }
    }

    /// Gives a block back; no more than `limit` bytes stay kept.
    static func give(_ block: UnsafeMutableRawPointer, _ byteCount: Int, limit: Int) {
        guard let base else { return }
        withStretch { $0.free.give(block - base.address, count: byteCount) }
        release(downTo: limit)
    }

    /// Gives pages back to the system until no more than `limit` bytes are kept.
    static func release(downTo limit: Int) {
        guard let base, keptByteCount > limit else { return }
        withStretch { stretch in
            stretch.free.release(stretch.free.keptCount - limit) { start, count in
                madvise(base.address + start, count, Int32(MADV_DONTNEED))
            }
        }
    }

    /// Calls `body` with the stretch, which nobody else has meanwhile.
    private static func withStretch<Result>(_ body: (inout Stretch) -> Result) -> Result {
        stretch.withLock { stretch in
            defer { kept.store(stretch.free.keptCount, ordering: .relaxed) }
            return body(&stretch)
        }
    }
    #else
    static func has(_ block: UnsafeMutableRawPointer) -> Bool { false }
    static func take(_ byteCount: Int) -> (block: UnsafeMutableRawPointer, isKept: Bool)? { nil }
    static func give(_ block: UnsafeMutableRawPointer, _ byteCount: Int, limit: Int) {}
    static func release(downTo limit: Int) {}
    static var keptByteCount: Int { 0 }
    #endif
}
