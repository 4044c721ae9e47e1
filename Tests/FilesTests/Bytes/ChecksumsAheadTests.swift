import Testing

@testable import PinionFiles

@Suite struct ChecksumsAheadTests {
    private let memory = [UInt8](unsafeUninitializedCapacity: 5 << 20) { bytes, count in
        for i in bytes.indices { bytes[i] = UInt8(truncatingIfNeeded: i &* 0x9E37_79B9 >> 13) }
        count = bytes.count
    }
    private let ranges = [0..<0, 5..<6, 0..<1 << 20, 3..<(1 << 20) + 8, 0..<5 << 20, 77..<3 << 20]

    @Test func areThoseOfTheStretches() {
        memory.withUnsafeBytes { bytes in
            let ahead = ChecksumsAhead(ranges.map { .init(rebasing: bytes[$0]) })
            defer { ahead.stop() }
            for (index, range) in ranges.enumerated() {
                #expect(ahead.sum(of: index) == CRC32.of(Bytes(Array(memory[range]))), "\(range)")
            }
        }
    }

    /// A save that fails does not wait for what it has no use for.
    @Test func stop() {
        memory.withUnsafeBytes { bytes in
            let whole = UnsafeRawBufferPointer(rebasing: bytes[...])
            let ahead = ChecksumsAhead([UnsafeRawBufferPointer](repeating: whole, count: 100_000))
            #expect(ahead.sum(of: 0) == CRC32.of(Bytes(memory)))
            ahead.stop()
        }
    }
}
