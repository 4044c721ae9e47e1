import Synchronization

/// The small free blocks one thread keeps for itself, so that most requests take no lock.
struct ThreadCache: ~Copyable {
    /// Blocks up to 64 KB are kept here; for larger ones a lock is nothing beside the work done on them.
    static let largestByteCount = 1 << 16
    private static let classCount = SizeClass(holding: largestByteCount).index + 1
    /// What a thread keeps at most, if the pool's limit allows it.
    private static let largestShare = 1 << 20

    private let lists: UnsafeMutablePointer<FreeList>
    private var capacity = 0
    private var generation = -1
    // Written by the owner alone, read by `statistics`: plain loads and stores are enough.
    let requestCount = Atomic<Int>(0)
    let byteCount = Atomic<Int>(0)

    private init() {
        lists = .allocate(capacity: Self.classCount)
        lists.initialize(repeating: FreeList(), count: Self.classCount)
    }

    deinit { lists.deallocate() }

    mutating func take(_ sizeClass: SizeClass) -> UnsafeMutableRawPointer? {
        guard sizeClass.index < Self.classCount, let block = lists[sizeClass.index].pop() else { return nil }
        add(-sizeClass.byteCount, to: byteCount)
        return block
    }

    /// Keeps the block; false when it belongs on the shared shelves.
    mutating func give(_ block: UnsafeMutableRawPointer, _ sizeClass: SizeClass) -> Bool {
        guard sizeClass.index < Self.classCount else { return false }
        let size = sizeClass.byteCount
        if byteCount.load(ordering: .relaxed) + size > capacity {
            // Room for the next ones too, or every further block would take the lock.
            flush(downTo: capacity / 2)
            if size > capacity / 2 { return false }
        }
        lists[sizeClass.index].push(block)
        add(size, to: byteCount)
        return true
    }

    /// Empties the cache if the pool was trimmed or its limit changed since this thread last looked.
    @inline(__always)
    mutating func notice(generation current: Int) {
        if generation != current { startAgain(generation: current) }
    }

    @inline(never)
    private mutating func startAgain(generation current: Int) {
        generation = current
        capacity = min(Self.largestShare, MemoryPool.limit / 8)
        flush(downTo: 0)
    }

    private mutating func flush(downTo target: Int) {
        let limit = MemoryPool.limit
        for index in stride(from: Self.classCount - 1, through: 0, by: -1) {
            let sizeClass = SizeClass(index: index)
            while byteCount.load(ordering: .relaxed) > target, let block = take(sizeClass) {
                CentralCache.give(block, sizeClass, limit: limit)
            }
        }
    }

    func countRequest() { add(1, to: requestCount) }

    @inline(__always)
    private func add(_ amount: Int, to counter: borrowing Atomic<Int>) {
        counter.store(counter.load(ordering: .relaxed) &+ amount, ordering: .relaxed)
    }
}

// MARK: - One for each thread

extension ThreadCache {
    /// All living caches, and the requests counted by those of ended threads.
    private struct Registry: @unchecked Sendable {
        // Unchecked: reached through the mutex alone. Of a cache that another thread owns, only the atomics are read.
        var caches: [UnsafeMutablePointer<ThreadCache>] = []
        var retiredRequestCount = 0
    }

    private static let registry = Mutex(Registry())

    private static let key = ThreadKey()

    /// The calling thread's cache.
    static var current: UnsafeMutablePointer<ThreadCache> {
        if let address = key.address { return address.assumingMemoryBound(to: ThreadCache.self) }
        return makeCurrent()
    }

    @inline(never)
    private static func makeCurrent() -> UnsafeMutablePointer<ThreadCache> {
        let cache = UnsafeMutablePointer<ThreadCache>.allocate(capacity: 1)
        cache.initialize(to: ThreadCache())
        key.set(cache) { ThreadCache.retire($0) }
        // Safe: the registry keeps the address; the cache stays this thread's.
        nonisolated(unsafe) let registered = cache
        registry.withLock { $0.caches.append(registered) }
        return cache
    }

    /// Called when a thread ends.
    private static func retire(_ pointer: UnsafeMutableRawPointer?) {
        guard let cache = pointer?.assumingMemoryBound(to: ThreadCache.self) else { return }
        cache.pointee.flush(downTo: 0)
        // Safe: the thread has ended, and the lock keeps `totals` away until the address is out of the registry.
        nonisolated(unsafe) let retired = cache
        registry.withLock {
            $0.caches.removeAll { $0 == retired }
            $0.retiredRequestCount += retired.pointee.requestCount.load(ordering: .relaxed)
        }
        cache.deinitialize(count: 1)
        cache.deallocate()
    }

    /// The requests made by all threads so far, and the bytes that their caches hold.
    static var totals: (requestCount: Int, byteCount: Int) {
        registry.withLock { registry in
            registry.caches.reduce((registry.retiredRequestCount, 0)) { sum, cache in
                (
                    sum.0 + cache.pointee.requestCount.load(ordering: .relaxed),
                    sum.1 + cache.pointee.byteCount.load(ordering: .relaxed)
                )
            }
        }
    }
}
