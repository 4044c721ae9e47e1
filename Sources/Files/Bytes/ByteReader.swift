/// Reads bytes one after the other; whatever would read past the end is an error with its position.
package struct ByteReader {
    package let bytes: Bytes
    /// The next byte, counted from the beginning of `bytes`.
    package private(set) var offset: Int

    package init(_ bytes: Bytes, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = min(max(offset, 0), bytes.count)
    }

    /// How many bytes are left.
    package var left: Int { bytes.count - offset }
    /// Where the next byte lies in the file.
    package var position: Int { bytes.origin + offset }

    /// An error at the next byte.
    package func failure(_ message: String, _ kind: FileError.Kind = .format) -> FileError {
        FileError(kind, message, at: position)
    }

    private func check(_ count: Int, _ what: () -> String) throws(FileError) {
        if count < 0 || count > left {
            throw failure("expected \(count) bytes of \(what()), but the data ends after \(left)")
        }
    }

    package mutating func byte(_ what: @autoclosure () -> String) throws(FileError) -> UInt8 {
        try check(1, what)
        offset += 1
        return bytes[offset - 1]
    }

    package mutating func littleEndian<T: FixedWidthInteger>(
        _ type: T.Type, _ what: @autoclosure () -> String
    ) throws(FileError) -> T {
        try check(MemoryLayout<T>.size, what)
        offset += MemoryLayout<T>.size
        return bytes.integer(at: offset - MemoryLayout<T>.size, type)
    }

    package mutating func bigEndian<T: FixedWidthInteger>(
        _ type: T.Type, _ what: @autoclosure () -> String
    ) throws(FileError) -> T {
        try littleEndian(type, what()).byteSwapped
    }

    package mutating func take(_ count: Int, _ what: @autoclosure () -> String) throws(FileError) -> Bytes {
        try check(count, what)
        offset += count
        return bytes[offset - count..<offset]
    }

    package mutating func skip(_ count: Int, _ what: @autoclosure () -> String) throws(FileError) {
        _ = try take(count, what())
    }

    /// The bytes up to `end`, which is read too.
    package mutating func take(until end: UInt8, _ what: @autoclosure () -> String) throws(FileError) -> Bytes {
        var next = offset
        while next < bytes.count && bytes[next] != end { next += 1 }
        if next == bytes.count { throw failure("\(what()) does not end") }
        defer { offset = next + 1 }
        return bytes[offset..<next]
    }

    /// `count` bytes of UTF-8.
    package mutating func text(_ count: Int, _ what: @autoclosure () -> String) throws(FileError) -> String {
        let start = position
        let part = try take(count, what())
        guard let text = part.utf8 else { throw FileError(.format, "\(what()) is not UTF-8", at: start) }
        return text
    }
}

extension Bytes {
    /// The bytes as text, where they are UTF-8.
    package var utf8: String? { withUnsafeBytes { String(validating: $0, as: UTF8.self) } }

    /// The bytes as text in which every byte is a character.
    package var latin1: String {
        withUnsafeBytes { bytes in
            var text = ""
            text.unicodeScalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
            return text
        }
    }
}
