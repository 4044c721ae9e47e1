/// The engine's memory: 64-byte aligned blocks.
package enum MemoryPool {
    package static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
        .allocate(byteCount: byteCount, alignment: 64)
    }

    package static func deallocate(_ block: UnsafeMutableRawPointer, byteCount: Int) { block.deallocate() }
}
