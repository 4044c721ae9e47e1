import PinionOptim

/// A zip file, read through its central directory.
///
/// Entries may neither overlap nor have the same name, so that a file never stands for more than its bytes can.
package struct ZipReader {
    package struct Entry {
        package let name: String
        /// 0 for stored, 8 for DEFLATE.
        let method: UInt16
        /// Nil where the file says 0, as PyTorch writes when it is told to leave checksums out.
        let crc: UInt32?
        package let size: Int
        /// Where the compressed data lies.
        let data: Range<Int>

        package var isCompressed: Bool { method != 0 }
    }

    private let bytes: Bytes
    package let entries: [Entry]
    private let places: [String: Int]

    package init(_ bytes: Bytes) throws(FileError) {
        self.bytes = bytes
        let end = try ZipEnd(bytes)
        var reader = ByteReader(try bytes.part(end.offset, count: end.size, "the central directory"))
        var entries: [Entry] = []
        var headers: [(start: Int, entry: Int)] = []
        var places: [String: Int] = [:]
        while reader.left > 0 {
            let position = reader.position
            let record = try ZipRecord(&reader)
            if places.updateValue(entries.count, forKey: record.name) != nil {
                throw FileError(.format, "two entries \(record.name)", at: position)
            }
            headers.append((record.offset, entries.count))
            entries.append(try Self.entry(record, bytes, at: position))
        }
        if entries.count != end.count {
            throw FileError(
                .format, "\(entries.count) entries in the central directory, which says \(end.count)",
                at: bytes.origin + end.offset)
        }
        headers.sort { $0 < $1 }
        for (i, header) in headers.enumerated() {
            let next = i + 1 < headers.count ? headers[i + 1].start : end.offset
            let entry = entries[header.entry]
            if entry.data.upperBound > next {
                throw FileError(
                    .format, "the entry \(entry.name) overlaps what follows", at: bytes.origin + entry.data.lowerBound)
            }
        }
        (self.entries, self.places) = (entries, places)
    }

    /// The entry of a name.
    package subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

    /// The decompressed data, with its checksum checked.
    package func data(of entry: Entry) throws(FileError) -> Bytes {
        let data = try unpacked(entry)
        try data.check(entry.crc, "the entry \(entry.name)")
        return data
    }

    /// The data as a tensor, with its checksum checked unless the tensor lies over the file; see `Bytes.tensor`.
    package func tensor(
        of entry: Entry, _ dtype: DType, _ layout: Layout, sharing: Bool, isSwapped: Bool, _ name: String
    ) throws(FileError) -> Tensor {
        let contents = try contents(of: entry, sharing: sharing)
        return try contents.bytes.tensor(
            dtype, layout, sharing: contents.sharing, isSwapped: isSwapped, sum: contents.sum, name)
    }

    /// The decompressed data, what its checksum must be if it was not looked at, and whether a tensor may lie over it.
    ///
    /// What was decompressed is ours already, and checked.
    func contents(
        of entry: Entry, sharing: Bool
    ) throws(FileError) -> (bytes: Bytes, sum: UInt32?, sharing: Bool) {
        if entry.isCompressed { return (try data(of: entry), nil, true) }
        return (try unpacked(entry), entry.crc, sharing)
    }

    /// The decompressed data; the checksum is not looked at.
    private func unpacked(_ entry: Entry) throws(FileError) -> Bytes {
        let part = bytes[entry.data]
        let data = entry.method == 0 ? part : try Inflate.decompress(part, limit: entry.size, expected: entry.size)
        if data.count != entry.size {
            throw FileError(
                .format, "the entry \(entry.name) has \(data.count) bytes, not \(entry.size)", at: part.origin)
        }
        return data
    }

    /// Finds an entry's data behind its local header, whose own sizes may be empty.
    private static func entry(_ record: ZipRecord, _ bytes: Bytes, at position: Int) throws(FileError) -> Entry {
        if record.flags & 1 != 0 {
            throw FileError(.unsupported, "the entry \(record.name) is encrypted", at: position)
        }
        if record.method != 0 && record.method != 8 {
            throw FileError(.unsupported, "the entry \(record.name) by method \(record.method)", at: position)
        }
        if record.method == 0 && record.size != record.packedSize {
            throw FileError(.format, "the stored entry \(record.name) has two sizes", at: position)
        }
        if record.method == 8 && record.size / Inflate.largestRatio > record.packedSize {
            throw FileError(
                .limit, "the entry \(record.name) says \(record.size) bytes, more than \(record.packedSize) stand for",
                at: position)
        }
        var local = ByteReader(bytes, at: record.offset)
        let isInside = record.offset <= bytes.count && local.left >= 30
        let mark = isInside ? try local.littleEndian(UInt32.self, "local header") : 0
        if mark != 0x0403_4B50 {
            throw FileError(.format, "the entry \(record.name) does not lie where it should", at: position)
        }
        try local.skip(22, "local header")
        let nameLength = Int(try local.littleEndian(UInt16.self, "local header"))
        let extraLength = Int(try local.littleEndian(UInt16.self, "local header"))
        if try local.take(nameLength, "name").array != Array(record.name.utf8) {
            throw local.failure("the entry \(record.name) has another name in its own header")
        }
        try local.skip(extraLength, "extra fields")
        _ = try bytes.part(local.offset, count: record.packedSize, "the entry \(record.name)")
        return Entry(
            name: record.name, method: record.method, crc: record.crc == 0 ? nil : record.crc, size: record.size,
            data: local.offset..<local.offset + record.packedSize)
    }
}

/// Where the central directory lies.
private struct ZipEnd {
    var count: Int
    var size: Int
    var offset: Int

    init(_ bytes: Bytes) throws(FileError) {
        // The record is the last thing in the file but for a comment of at most 65535 bytes.
        var start = bytes.count - 22
        let first = max(0, start - 65535)
        while start >= first {
            let isEnd =
                bytes.integer(at: start, UInt32.self) == 0x0605_4B50
                && start + 22 + Int(bytes.integer(at: start + 20, UInt16.self)) == bytes.count
            if isEnd { break }
            start -= 1
        }
        if start < first {
            throw FileError(
                .format, "no zip file, or cut off: its end record is missing", at: bytes.origin + bytes.count)
        }
        count = Int(bytes.integer(at: start + 10, UInt16.self))
        size = Int(bytes.integer(at: start + 12, UInt32.self))
        offset = Int(bytes.integer(at: start + 16, UInt32.self))
        let disks = bytes.integer(at: start + 4, UInt32.self)
        if disks != 0 && disks != 0xFFFF_FFFF {
            throw FileError(.unsupported, "a zip file of several parts", at: bytes.origin + start)
        }
        guard start >= 20, bytes.integer(at: start - 20, UInt32.self) == 0x0706_4B50 else { return }
        let place = bytes.integer(at: start - 12, UInt64.self)
        guard let place = Int(exactly: place), place <= bytes.count - 56,
            bytes.integer(at: place, UInt32.self) == 0x0606_4B50
        else {
            throw FileError(.format, "the zip64 end record is missing", at: bytes.origin + start)
        }
        func field(_ offset: Int) throws(FileError) -> Int {
            guard let value = Int(exactly: bytes.integer(at: place + offset, UInt64.self)) else {
                throw FileError(.format, "a number beyond 63 bits in the zip64 end record", at: bytes.origin + place)
            }
            return value
        }
        (count, size, offset) = (try field(32), try field(40), try field(48))
    }
}

/// An entry of the central directory.
private struct ZipRecord {
    let flags: UInt16
    let method: UInt16
    let crc: UInt32
    private(set) var packedSize: Int
    private(set) var size: Int
    private(set) var offset: Int
    let name: String

    init(_ reader: inout ByteReader) throws(FileError) {
        if try reader.littleEndian(UInt32.self, "central directory") != 0x0201_4B50 {
            throw reader.failure("expected an entry of the central directory")
        }
        try reader.skip(4, "central directory")
        flags = try reader.littleEndian(UInt16.self, "central directory")
        method = try reader.littleEndian(UInt16.self, "central directory")
        try reader.skip(4, "central directory")
        crc = try reader.littleEndian(UInt32.self, "central directory")
        packedSize = Int(try reader.littleEndian(UInt32.self, "central directory"))
        size = Int(try reader.littleEndian(UInt32.self, "central directory"))
        let nameLength = Int(try reader.littleEndian(UInt16.self, "central directory"))
        let extraLength = Int(try reader.littleEndian(UInt16.self, "central directory"))
        let commentLength = Int(try reader.littleEndian(UInt16.self, "central directory"))
        try reader.skip(8, "central directory")
        offset = Int(try reader.littleEndian(UInt32.self, "central directory"))
        name = try reader.text(nameLength, "an entry's name")
        var extra = ByteReader(try reader.take(extraLength, "extra fields"))
        try reader.skip(commentLength, "comment")
        while extra.left >= 4 {
            let kind = try extra.littleEndian(UInt16.self, "extra field")
            let length = Int(try extra.littleEndian(UInt16.self, "extra field"))
            var field = ByteReader(try extra.take(length, "extra field"))
            if kind != 1 { continue }
            // Only what does not fit its place in the record is here, in this order.
            if size == 0xFFFF_FFFF { size = try Self.wide(&field) }
            if packedSize == 0xFFFF_FFFF { packedSize = try Self.wide(&field) }
            if offset == 0xFFFF_FFFF { offset = try Self.wide(&field) }
        }
    }

    private static func wide(_ field: inout ByteReader) throws(FileError) -> Int {
        guard let value = Int(exactly: try field.littleEndian(UInt64.self, "zip64 field")) else {
            throw field.failure("a number beyond 63 bits")
        }
        return value
    }
}
