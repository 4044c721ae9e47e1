import Synchronization

/// The engine's memory: 64-byte aligned blocks that are kept for reuse when they are given back.
///
/// Small blocks come in size classes (see `SizeClass`); one given back goes to a cache of the calling thread or to lists
/// shared by all. Large ones are cut from a stretch of addresses (see `Arena`). All entries may be called from any
/// thread, and a block may be given back by another thread than the one that asked for it.
package enum MemoryPool {
    private static let bytesInUse = Atomic<Int>(0)
    private static let peakBytesInUse = Atomic<Int>(0)
    private static let missCount = Atomic<Int>(0)
    private static let limitStore = Atomic<Int>(SystemMemory.physicalByteCount / 4)
    /// Counts trims and changes of the limit; a thread that sees a new value empties its own cache.
    private static let generation = Atomic<Int>(0)
    private static let trimActions = Mutex<[@Sendable () -> Void]>([])

    /// A block of at least `byteCount` bytes with unspecified contents.
    package static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
        guard byteCount >= 0, byteCount <= SizeClass.largestByteCount else { stopForSize(byteCount) }
        let cache = currentCache()
        cache.pointee.countRequest()
        if byteCount >= Arena.leastByteCount {
            let size = Arena.wholePages(byteCount)
            if let (block, isKept) = Arena.take(size) {
                _ = countInUse(size)
                if !isKept { missCount.wrappingAdd(1, ordering: .relaxed) }
                return block
            }
        }
        let sizeClass = SizeClass(holding: byteCount)
        let size = sizeClass.byteCount
        let inUse = countInUse(size)
        if let block = cache.pointee.take(sizeClass) ?? CentralCache.take(sizeClass) { return block }
        missCount.wrappingAdd(1, ordering: .relaxed)
        if let block = SystemMemory.allocate(byteCount: size) { return block }
        trim()
        if let block = SystemMemory.allocate(byteCount: size) { return block }
        stop("out of memory: \(size) bytes asked for with \(inUse - size) bytes in use")
    }

    @inline(__always)
    private static func countInUse(_ size: Int) -> Int {
        let inUse = bytesInUse.wrappingAdd(size, ordering: .relaxed).newValue
        if inUse > peakBytesInUse.load(ordering: .relaxed) { peakBytesInUse.max(inUse, ordering: .relaxed) }
        return inUse
    }

    /// Gives a block back; `byteCount` is what it was asked for with.
    package static func deallocate(_ block: UnsafeMutableRawPointer, byteCount: Int) {
        if byteCount >= Arena.leastByteCount && Arena.has(block) {
            let size = Arena.wholePages(byteCount)
            bytesInUse.wrappingSubtract(size, ordering: .relaxed)
            return Arena.give(block, size, limit: max(0, limit - CentralCache.cachedByteCount))
        }
        let sizeClass = SizeClass(holding: byteCount)
        bytesInUse.wrappingSubtract(sizeClass.byteCount, ordering: .relaxed)
        if currentCache().pointee.give(block, sizeClass) { return }
        CentralCache.give(block, sizeClass, limit: limit)
    }

    /// The bytes kept for reuse at most; a quarter of the machine's memory if not set. Zero keeps nothing.
    package static var limit: Int {
        get { limitStore.load(ordering: .relaxed) }
        set {
            guard newValue >= 0 else { stop("MemoryPool.limit: expected at least 0 bytes, got \(newValue)") }
            limitStore.store(newValue, ordering: .relaxed)
            generation.wrappingAdd(1, ordering: .relaxed)
            _ = currentCache()
            CentralCache.release(downTo: newValue)
            Arena.release(downTo: max(0, newValue - CentralCache.cachedByteCount))
        }
    }

    /// Gives all kept blocks back to the system, after those of whoever has asked by `onTrim`. What another thread
    /// keeps for itself, at most 1 MB, follows when that thread next asks for a block or gives one back.
    package static func trim() {
        trimActions.withLock { $0 }.forEach { $0() }
        generation.wrappingAdd(1, ordering: .relaxed)
        _ = currentCache()
        CentralCache.release(downTo: 0)
        Arena.release(downTo: 0)
    }

    /// Has `action` called by each `trim()`, to give back blocks that can be done without.
    package static func onTrim(_ action: @escaping @Sendable () -> Void) {
        trimActions.withLock { $0.append(action) }
    }

    /// The pool's counters as they stand.
    package static var statistics: Statistics {
        let threads = ThreadCache.totals
        let misses = missCount.load(ordering: .relaxed)
        return Statistics(
            bytesInUse: bytesInUse.load(ordering: .relaxed),
            peakBytesInUse: peakBytesInUse.load(ordering: .relaxed),
            bytesCached: Arena.keptByteCount + CentralCache.cachedByteCount + threads.byteCount,
            hits: threads.requestCount - misses,
            misses: misses)
    }

    /// Starts a new measurement of the peak, from what is in use now.
    package static func resetPeak() {
        peakBytesInUse.store(bytesInUse.load(ordering: .relaxed), ordering: .relaxed)
    }

    @inline(__always)
    private static func currentCache() -> UnsafeMutablePointer<ThreadCache> {
        let cache = ThreadCache.current
        cache.pointee.notice(generation: generation.load(ordering: .relaxed))
        return cache
    }

    @inline(never)
    private static func stopForSize(_ byteCount: Int) -> Never {
        stop("MemoryPool.allocate: expected 0 to \(SizeClass.largestByteCount) bytes, got \(byteCount)")
    }
}

extension MemoryPool {
    /// What the pool has done and holds. Bytes are those of whole blocks.
    package struct Statistics: Sendable, Equatable {
        package var bytesInUse: Int
        package var peakBytesInUse: Int
        /// Bytes kept for reuse.
        package var bytesCached: Int
        /// Requests met from kept blocks.
        package var hits: Int
        /// Requests that went to the system.
        package var misses: Int
    }
}
