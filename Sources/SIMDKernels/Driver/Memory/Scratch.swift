/// Lends `body` uninitialised memory for its duration.
func withScratch(byteCount: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    let block = MemoryPool.allocate(byteCount: byteCount)
    defer { MemoryPool.deallocate(block, byteCount: byteCount) }
    body(block)
}
