#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Blocks straight from the operating system.
enum SystemMemory {
    /// Blocks from this size on are mapped in huge pages: a first touch costs a fifth of what 4 KB pages cost.
    static let hugePage = 1 << 21

    /// A block of `byteCount` bytes, aligned to a cache line; nil when the memory cannot be had.
    static func allocate(byteCount: Int) -> UnsafeMutableRawPointer? {
        #if os(Linux)
        if byteCount >= hugePage { return map(byteCount) }
        #endif
        var block: UnsafeMutableRawPointer?
        return posix_memalign(&block, 64, byteCount) == 0 ? block : nil
    }

    static func deallocate(_ block: UnsafeMutableRawPointer, byteCount: Int) {
        #if os(Linux)
        if byteCount >= hugePage {
            munmap(block, byteCount)
            return
        }
        #endif
        free(block)
    }

    /// The machine's memory in bytes, or 4 GB when the system does not say.
    static var physicalByteCount: Int {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        return pages > 0 ? pages * pageByteCount : 1 << 32
    }

    /// The size of a page, or 4 KB when the system does not say.
    static var pageByteCount: Int {
        let size = sysconf(Int32(_SC_PAGESIZE))
        return size > 0 ? size : 1 << 12
    }

    #if os(Linux)
    /// Whether the process may reserve as many addresses as it likes: no `ulimit -v`.
    static var hasAllAddresses: Bool {
        var limit = rlimit()
        #if canImport(Musl)
        let result = getrlimit(RLIMIT_AS, &limit)
        #else
        let result = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #endif
        return result == 0 && limit.rlim_cur == .max
    }

    /// Maps one huge page more than asked for and gives back what lies outside the aligned block.
    private static func map(_ byteCount: Int) -> UnsafeMutableRawPointer? {
        let mapped = mmap(nil, byteCount + hugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let mapped, mapped != UnsafeMutableRawPointer(bitPattern: -1) else { return nil }
        let block = mapped.alignedUp(toMultipleOf: hugePage)
        let before = block - mapped
        if before > 0 { munmap(mapped, before) }
        if before < hugePage { munmap(block + byteCount, hugePage - before) }
        // Advice only: where it is refused the block has small pages.
        madvise(block, byteCount, Int32(MADV_HUGEPAGE))
        return block
    }
    #endif
}
