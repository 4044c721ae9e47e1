import Synchronization

/// The free blocks that all threads share: a list and a lock for each size class.
enum CentralCache {
    private final class Shelf: Sendable {
        let blocks = Mutex(FreeList())
    }

    private static let shelves = (0..<SizeClass.count).map { _ in Shelf() }
    /// Bytes on the shelves.
    private static let byteCount = Atomic<Int>(0)

    static var cachedByteCount: Int { byteCount.load(ordering: .relaxed) }

    static func take(_ sizeClass: SizeClass) -> UnsafeMutableRawPointer? {
        guard let block = shelves[sizeClass.index].blocks.withLock({ Lent($0.pop()) }).block else { return nil }
        byteCount.wrappingSubtract(sizeClass.byteCount, ordering: .relaxed)
        return block
    }

    /// Keeps a block for later; when `limit` would be passed, blocks of other sizes go back to the system first, the
    /// largest first, because a program that has moved to other sizes does not need them.
    static func give(_ block: UnsafeMutableRawPointer, _ sizeClass: SizeClass, limit: Int) {
        let size = sizeClass.byteCount
        if size > limit { return SystemMemory.deallocate(block, byteCount: size) }
        let held = byteCount.wrappingAdd(size, ordering: .relaxed).newValue
        if held + Arena.keptByteCount > limit { Arena.release(downTo: max(0, limit - held)) }
        if held > limit {
            release(downTo: limit, sparing: sizeClass)
            if byteCount.load(ordering: .relaxed) > limit {
                byteCount.wrappingSubtract(size, ordering: .relaxed)
                return SystemMemory.deallocate(block, byteCount: size)
            }
        }
        let lent = Lent(block)
        shelves[sizeClass.index].blocks.withLock { if let block = lent.block { $0.push(block) } }
    }

    /// Gives blocks back to the system, the largest first, until no more than `limit` bytes are kept.
    static func release(downTo limit: Int, sparing spared: SizeClass? = nil) {
        for index in stride(from: SizeClass.count - 1, through: 0, by: -1) where index != spared?.index {
            let sizeClass = SizeClass(index: index)
            while byteCount.load(ordering: .relaxed) > limit, let block = take(sizeClass) {
                SystemMemory.deallocate(block, byteCount: sizeClass.byteCount)
            }
        }
    }

    /// A block on its way in or out of a lock; one thread has it at a time.
    private struct Lent: @unchecked Sendable {
        // Unchecked: whoever takes a block off a shelf, or puts it there, is the only one to have its address.
        let block: UnsafeMutableRawPointer?
        init(_ block: UnsafeMutableRawPointer?) { self.block = block }
    }
}
