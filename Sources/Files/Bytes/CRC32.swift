/// The checksum of zip and gzip: the remainder of the reflected polynomial 0xEDB88320.
package struct CRC32 {
    private var state: UInt32 = 0xFFFF_FFFF

    package init() {}

    /// The sum of what was added.
    package var value: UInt32 { ~state }

    package static func of(_ bytes: Bytes) -> UInt32 {
        var sum = CRC32()
        bytes.withUnsafeBytes { sum.add($0) }
        return sum.value
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        state = Self.tables.withUnsafeBufferPointer { table in
            var crc = state
            var i = 0
            while i + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) ^ UInt64(crc)
                crc =
                    table[1792 + Int(word & 255)] ^ table[1536 + Int(word >> 8 & 255)]
                    ^ table[1280 + Int(word >> 16 & 255)] ^ table[1024 + Int(word >> 24 & 255)]
                crc ^=
                    table[768 + Int(word >> 32 & 255)] ^ table[512 + Int(word >> 40 & 255)]
                    ^ table[256 + Int(word >> 48 & 255)] ^ table[Int(word >> 56)]
                i += 8
            }
            while i < bytes.count {
                crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[i])) & 255)]
                i += 1
            }
            return crc
        }
    }

    /// Table k holds the sum of a byte followed by k zeros.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 2048)
        for i in 0..<256 {
            var crc = UInt32(i)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
            tables[i] = crc
        }
        for i in 256..<2048 {
            let former = tables[i - 256]
            tables[i] = former >> 8 ^ tables[Int(former & 255)]
        }
        return tables
    }()
}
