extension Unpickler {
    /// The value of an opcode that stands for one; nil for other opcodes.
    mutating func constant(_ code: UInt8) throws(FileError) -> PickleValue? {
        switch Unicode.Scalar(code) {
        case "N": return PickleValue.none
        case "\u{88}": return .bool(true)
        case "\u{89}": return .bool(false)
        case "J": return .int(Int(try reader.littleEndian(Int32.self, "integer")))
        case "K": return .int(Int(try reader.byte("integer")))
        case "M": return .int(Int(try reader.littleEndian(UInt16.self, "integer")))
        case "I", "L": return try integerLine()
        case "\u{8A}": return .int(try long(Int(reader.byte("integer"))))
        case "\u{8B}": return .int(try long(count()))
        case "G": return .double(Double(bitPattern: try reader.bigEndian(UInt64.self, "number")))
        case "F":
            guard let value = Double(try line()) else { throw failure("expected a number") }
            return .double(value)
        case "X": return .string(try reader.text(count(), "text"))
        case "\u{8C}": return .string(try reader.text(Int(reader.byte("length")), "text"))
        case "\u{8D}": return .string(try reader.text(wideCount(), "text"))
        case "U": return .string(try reader.take(Int(reader.byte("length")), "text").latin1)
        case "T":
            // Python 2 has one type for both.
            let part = try reader.take(count(), "text")
            let isText = part.withUnsafeBytes { $0.allSatisfy { $0 < 128 } }
            return isText ? .string(part.latin1) : .bytes(part.array)
        case "V", "S":
            let text = try line()
            if text.contains("\\") { throw failure("escapes in text of protocol 0", .unsupported) }
            if code == UInt8(ascii: "V") { return .string(text) }
            guard text.utf8.count >= 2, let quote = text.first, quote == "'" || quote == "\"", text.last == quote else {
                throw failure("text without quotes")
            }
            return .string(String(text.dropFirst().dropLast()))
        case "C": return .bytes(try reader.take(Int(reader.byte("length")), "bytes").array)
        case "B": return .bytes(try reader.take(count(), "bytes").array)
        case "\u{8E}", "\u{96}": return .bytes(try reader.take(wideCount(), "bytes").array)
        default: return nil
        }
    }

    /// The text up to the end of the line.
    mutating func line() throws(FileError) -> String { try reader.take(until: 10, "a line of the pickle").latin1 }

    /// A line that is an index.
    mutating func decimal() throws(FileError) -> Int {
        guard let value = Int(try line()), value >= 0 else { throw failure("expected an index") }
        return value
    }

    private mutating func integerLine() throws(FileError) -> PickleValue {
        let text = try line()
        if text == "00" { return .bool(false) }
        if text == "01" { return .bool(true) }
        guard let value = Int(text.last == "L" ? String(text.dropLast()) : text) else {
            throw failure("expected an integer of 64 bits")
        }
        return .int(value)
    }

    private mutating func count() throws(FileError) -> Int { Int(try reader.littleEndian(UInt32.self, "length")) }

    private mutating func wideCount() throws(FileError) -> Int {
        guard let count = Int(exactly: try reader.littleEndian(UInt64.self, "length")) else {
            throw failure("a length beyond 63 bits")
        }
        return count
    }

    /// An integer of two's complement, lowest byte first.
    private mutating func long(_ count: Int) throws(FileError) -> Int {
        let bytes = try reader.take(count, "integer").array
        let sign: UInt8 = bytes.last.map { $0 >= 128 ? 255 : 0 } ?? 0
        // The legacy format's magic number is the only longer one, and its reader knows it by its bytes.
        if bytes.count > 8 && (bytes[8...].contains { $0 != sign } || bytes[7] >> 7 != sign >> 7) {
            throw failure("an integer of more than 64 bits", .unsupported)
        }
        var value: UInt64 = sign == 0 ? 0 : .max
        for byte in bytes.prefix(8).reversed() { value = value << 8 | UInt64(byte) }
        return Int(truncatingIfNeeded: value)
    }
}
