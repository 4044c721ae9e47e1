/// Writes a zip file entry by entry; zip64 fields appear where they are needed.
package final class ZipWriter {
    private let file: AtomicFile
    private var directory = ByteWriter()
    private var count = 0
    /// Where the data of stored entries begins: at a multiple of this, by an extra field as PyTorch writes it.
    private let alignment: Int

    package init(_ file: AtomicFile, alignment: Int = 1) {
        self.file = file
        self.alignment = alignment
    }

    package func add(_ name: String, _ bytes: [UInt8]) throws(FileError) {
        try add(name, bytes, UnsafeRawBufferPointer(start: nil, count: 0))
    }

    /// An entry of `head` and `body`, one after the other; `checksum` is that of both, where it is known.
    package func add(
        _ name: String, _ head: [UInt8], _ body: UnsafeRawBufferPointer, isCompressed: Bool = false,
        checksum: UInt32? = nil
    ) throws(FileError) {
        guard let nameLength = UInt16(exactly: name.utf8.count) else {
            throw FileError(
                .value, "a name of \(name.utf8.count) bytes, more than a zip file holds: \(name.prefix(40))…")
        }
        let checksum = checksum ?? Self.checksum(head, body)
        let size = head.count + body.count
        let packed = isCompressed ? Deflate.compress(head + body) : nil
        let packedSize = packed?.count ?? size
        let offset = file.count
        let isWide = max(size, packedSize) >= 0xFFFF_FFFF

        var common = ByteWriter()
        // Names are UTF-8 (bit 11); 1 January 1980, as a date must be there.
        for field in [isWide ? 45 : 20, 0x800, isCompressed ? 8 : 0, 0, 0x21] as [UInt16] { common.littleEndian(field) }
        common.littleEndian(checksum)
        common.littleEndian(isWide ? UInt32.max : UInt32(packedSize))
        common.littleEndian(isWide ? UInt32.max : UInt32(size))
        common.littleEndian(nameLength)

        var extra = ByteWriter()
        if isWide {
            for field in [1, 16] as [UInt16] { extra.littleEndian(field) }
            for field in [size, packedSize] { extra.littleEndian(UInt64(field)) }
        }
        if alignment > 1 && !isCompressed {
            let start = offset + 30 + name.utf8.count + extra.count + 4
            let padding = (alignment - start % alignment) % alignment
            extra.text("FB")
            extra.littleEndian(UInt16(padding))
            extra.append(repeatElement(UInt8(ascii: "Z"), count: padding))
        }
        var local = ByteWriter()
        local.littleEndian(0x0403_4B50 as UInt32)
        local.append(common.bytes)
        local.littleEndian(UInt16(extra.count))
        local.text(name)
        local.append(extra.bytes)
        try file.write(local.bytes)
        if let packed {
            try file.write(packed)
        } else {
            try file.write(head)
            try file.write(body)
        }
        addRecord(name, common.bytes, isWide ? [size, packedSize] : [], offset)
    }

    private static func checksum(_ head: [UInt8], _ body: UnsafeRawBufferPointer) -> UInt32 {
        var sum = CRC32()
        head.withUnsafeBytes { sum.add($0) }
        sum.add(body)
        return sum.value
    }

    private func addRecord(_ name: String, _ common: [UInt8], _ sizes: [Int], _ offset: Int) {
        let isFar = offset >= 0xFFFF_FFFF
        let wide = sizes + (isFar ? [offset] : [])
        directory.littleEndian(0x0201_4B50 as UInt32)
        directory.littleEndian(45 as UInt16)
        directory.append(common)
        directory.littleEndian(UInt16(wide.isEmpty ? 0 : 4 + 8 * wide.count))
        directory.zeros(10)
        directory.littleEndian(isFar ? UInt32.max : UInt32(offset))
        directory.text(name)
        if !wide.isEmpty {
            for field in [1, UInt16(8 * wide.count)] as [UInt16] { directory.littleEndian(field) }
            for field in wide { directory.littleEndian(UInt64(field)) }
        }
        count += 1
    }

    /// Writes the directory and makes the file appear.
    package func finish() throws(FileError) {
        let (start, size) = (file.count, directory.count)
        try file.write(directory.bytes)
        var end = ByteWriter()
        end.littleEndian(0x0606_4B50 as UInt32)
        end.littleEndian(44 as UInt64)
        for field in [45, 45, 0, 0, 0, 0] as [UInt16] { end.littleEndian(field) }
        for field in [count, count, size, start] { end.littleEndian(UInt64(field)) }
        end.littleEndian(0x0706_4B50 as UInt32)
        end.littleEndian(0 as UInt32)
        end.littleEndian(UInt64(start + size))
        end.littleEndian(1 as UInt32)
        end.littleEndian(0x0605_4B50 as UInt32)
        end.littleEndian(0 as UInt32)
        for _ in 0..<2 { end.littleEndian(UInt16(min(count, 0xFFFF))) }
        for field in [size, start] { end.littleEndian(UInt32(min(field, 0xFFFF_FFFF))) }
        end.littleEndian(0 as UInt16)
        try file.write(end.bytes)
        try file.commit()
    }
}
