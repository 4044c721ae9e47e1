#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Memory that grows as bytes are appended.
package final class ByteBuffer {
    package private(set) var base: UnsafeMutableRawPointer
    package private(set) var capacity: Int
    /// How many bytes are written.
    package var count = 0
    /// Room behind the capacity, so that copies may go a word too far.
    package static let slack = 16

    package init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = UnsafeMutableRawPointer.allocate(byteCount: self.capacity + Self.slack, alignment: 16)
    }

    deinit { base.deallocate() }

    /// Makes room for at least `extra` more bytes, at most `limit` in all.
    package func grow(by extra: Int, limit: Int = .max) {
        guard extra > capacity - count else { return }
        let doubled = min(max(capacity * 2, count + extra), max(limit, count + extra))
        let larger = UnsafeMutableRawPointer.allocate(byteCount: doubled + Self.slack, alignment: 16)
        larger.copyMemory(from: base, byteCount: count)
        base.deallocate()
        (base, capacity) = (larger, doubled)
    }

    package func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        grow(by: bytes.count)
        (base + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    /// What is written; the buffer must not be written any more.
    package var bytes: Bytes { Bytes(UnsafeRawBufferPointer(start: base, count: count), owner: self) }
}
