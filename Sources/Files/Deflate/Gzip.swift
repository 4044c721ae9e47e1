/// Compressed files as gzip writes them (RFC 1952).
public enum Gzip {
    /// What a gzip file stands for: all its members, one after the other, with their checksums checked.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - limit: the most bytes that it may stand for.
    /// - Throws: `FileError` where the file is damaged, cut off, or stands for more.
    public static func decompress(_ bytes: [UInt8], limit: Int = 1 << 32) throws(FileError) -> [UInt8] {
        try decompress(Bytes(bytes), limit: limit).array
    }

    /// The same for bytes that are mapped.
    package static func decompress(_ bytes: Bytes, limit: Int = 1 << 32) throws(FileError) -> Bytes {
        // The last four bytes say how long the last member is: a hint, no more.
        let hint = bytes.count >= 18 ? Int(bytes.integer(at: bytes.count - 4, UInt32.self)) : nil
        let output = ByteBuffer(capacity: Inflate.capacity(for: bytes.count, limit: limit, expected: hint))
        var reader = ByteReader(bytes)
        repeat {
            try skipHeader(&reader)
            let start = output.count
            let end = try Inflate.decompress(bytes, at: reader.offset, into: output, limit: limit)
            try reader.skip(end - reader.offset, "compressed data")
            var sum = CRC32()
            sum.add(UnsafeRawBufferPointer(start: output.base + start, count: output.count - start))
            if try reader.littleEndian(UInt32.self, "checksum") != sum.value {
                throw reader.failure("the checksum does not match what the data decompresses to")
            }
            let count = try reader.littleEndian(UInt32.self, "length")
            if count != UInt32(truncatingIfNeeded: output.count - start) {
                throw reader.failure("the member says \(count) bytes, but has \(output.count - start)")
            }
            // Zeros may pad a file, on tape for instance.
            while reader.left > 0 && bytes[reader.offset] == 0 { try reader.skip(1, "padding") }
        } while reader.left > 0
        return output.bytes
    }

    /// A gzip file of one member that stands for `bytes`.
    public static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.append([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
        writer.append(Deflate.compress(bytes))
        writer.littleEndian(CRC32.of(Bytes(bytes)))
        writer.littleEndian(UInt32(truncatingIfNeeded: bytes.count))
        return writer.bytes
    }

    private static func skipHeader(_ reader: inout ByteReader) throws(FileError) {
        let start = reader.position
        if try reader.bigEndian(UInt16.self, "gzip header") != 0x1F8B {
            throw FileError(.format, "no gzip file: it does not begin with 1F 8B", at: start)
        }
        let method = try reader.byte("gzip header")
        if method != 8 { throw reader.failure("gzip method \(method); only 8, DEFLATE, is defined", .unsupported) }
        let flags = try reader.byte("gzip header")
        if flags & 0xE0 != 0 { throw reader.failure("gzip flags that are not defined", .unsupported) }
        try reader.skip(6, "gzip header")
        if flags & 4 != 0 { try reader.skip(Int(reader.littleEndian(UInt16.self, "extra field")), "extra field") }
        if flags & 8 != 0 { _ = try reader.take(until: 0, "file name") }
        if flags & 16 != 0 { _ = try reader.take(until: 0, "comment") }
        if flags & 2 != 0 {
            let sum = CRC32.of(reader.bytes[start - reader.bytes.origin..<reader.offset])
            if try reader.littleEndian(UInt16.self, "header checksum") != UInt16(truncatingIfNeeded: sum) {
                throw reader.failure("the header's checksum does not match")
            }
        }
    }
}

/// DEFLATE data between a two-byte header and a checksum, as in PNG (RFC 1950).
package enum Zlib {
    package static func decompress(_ bytes: Bytes, limit: Int, expected: Int? = nil) throws(FileError) -> Bytes {
        var reader = ByteReader(bytes)
        let header = try reader.bigEndian(UInt16.self, "zlib header")
        if header >> 8 & 15 != 8 || header % 31 != 0 {
            throw FileError(.format, "no zlib data: its header is wrong", at: bytes.origin)
        }
        if header & 0x20 != 0 { throw FileError(.unsupported, "zlib data with a dictionary", at: bytes.origin) }
        let capacity = Inflate.capacity(for: bytes.count, limit: limit, expected: expected)
        let output = ByteBuffer(capacity: capacity)
        let end = try Inflate.decompress(bytes, at: 2, into: output, limit: limit)
        try reader.skip(end - 2, "compressed data")
        if try reader.bigEndian(UInt32.self, "checksum") != adler32(output.bytes) {
            throw reader.failure("the checksum does not match what the data decompresses to")
        }
        if reader.left > 0 { throw reader.failure("\(reader.left) bytes follow the end of the zlib data") }
        return output.bytes
    }

    package static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.append([0x78, 0x9C])
        writer.append(Deflate.compress(bytes))
        writer.bigEndian(adler32(Bytes(bytes)))
        return writer.bytes
    }

    /// The two sums modulo 65521 of RFC 1950.
    static func adler32(_ bytes: Bytes) -> UInt32 {
        bytes.withUnsafeBytes { bytes in
            var (a, b): (UInt32, UInt32) = (1, 0)
            var start = 0
            while start < bytes.count {
                // So many bytes go without a remainder before the sums leave 32 bits.
                let end = min(start + 5552, bytes.count)
                for i in start..<end {
                    a &+= UInt32(bytes[i])
                    b &+= a
                }
                (a, b, start) = (a % 65521, b % 65521, end)
            }
            return b << 16 | a
        }
    }
}
