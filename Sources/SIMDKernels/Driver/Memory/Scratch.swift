/// Lends `body` uninitialised memory from the pool for its duration; it may be called from any thread.
@inline(__always)
func withScratch<Result>(byteCount: Int, _ body: (UnsafeMutableRawPointer) throws -> Result) rethrows -> Result {
    let block = MemoryPool.allocate(byteCount: byteCount)
    defer { MemoryPool.deallocate(block, byteCount: byteCount) }
    return try body(block)
}
