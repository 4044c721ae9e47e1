/// A JSON value; the entries of an object keep their order.
enum JSON {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// The value of an object's key.
    subscript(key: String) -> JSON? {
        guard case .object(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// An array of integers that are not negative.
    var sizes: [Int]? {
        guard case .array(let values) = self else { return nil }
        var result: [Int] = []
        for value in values {
            guard case .integer(let size) = value, size >= 0 else { return nil }
            result.append(size)
        }
        return result
    }

    /// Reads all of `bytes`, which must be UTF-8.
    static func parse(_ bytes: Bytes) throws(FileError) -> JSON {
        if bytes.utf8 == nil { throw FileError(.format, "the JSON is not UTF-8", at: bytes.origin) }
        var parser = JSONParser(reader: ByteReader(bytes))
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        if parser.reader.left > 0 { throw parser.reader.failure("JSON: expected its end") }
        return value
    }

    /// `text` between quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

private struct JSONParser {
    var reader: ByteReader
    private static let deepest = 64

    private var next: UInt8? { reader.left > 0 ? reader.bytes[reader.offset] : nil }

    private mutating func advance() { reader = ByteReader(reader.bytes, at: reader.offset + 1) }

    mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 9 || byte == 10 || byte == 13 { advance() }
    }

    private mutating func takes(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        if next != UInt8(ascii: character) { return false }
        advance()
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(FileError) {
        if !takes(character) { throw reader.failure("JSON: expected '\(character)'") }
    }

    mutating func value(depth: Int) throws(FileError) -> JSON {
        if depth > Self.deepest { throw reader.failure("JSON: more than \(Self.deepest) levels", .limit) }
        if takes("{") { return try object(depth) }
        if takes("[") { return try array(depth) }
        if next == UInt8(ascii: "\"") { return .string(try string()) }
        return try word()
    }

    private mutating func object(_ depth: Int) throws(FileError) -> JSON {
        var entries: [(key: String, value: JSON)] = []
        var keys: Set<String> = []
        if takes("}") { return .object(entries) }
        repeat {
            skipSpace()
            let position = reader.position
            let key = try string()
            if !keys.insert(key).inserted { throw FileError(.format, "JSON: the key \(key) twice", at: position) }
            try expect(":")
            entries.append((key, try value(depth: depth + 1)))
        } while takes(",")
        try expect("}")
        return .object(entries)
    }

    private mutating func array(_ depth: Int) throws(FileError) -> JSON {
        var values: [JSON] = []
        if takes("]") { return .array(values) }
        repeat { values.append(try value(depth: depth + 1)) } while takes(",")
        try expect("]")
        return .array(values)
    }

    private mutating func word() throws(FileError) -> JSON {
        let start = reader.offset
        while let byte = next, byte > 32, !",]}:".utf8.contains(byte) { advance() }
        let text = reader.bytes[start..<reader.offset].latin1
        switch text {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
            let isNumber = digits.first.map { $0 >= 48 && $0 <= 57 } ?? false
            let isPlain = digits.count == 1 || digits.first != 48 || digits.dropFirst().first == UInt8(ascii: ".")
            if isNumber && isPlain {
                if let value = Int(text) { return .integer(value) }
                if let value = Double(text) { return .number(value) }
            }
            throw FileError(.format, "JSON: expected a value", at: reader.bytes.origin + start)
        }
    }

    private mutating func string() throws(FileError) -> String {
        try expect("\"")
        var units: [UInt8] = []
        while true {
            let byte = try reader.byte("JSON string")
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units += Array(String(try escape()).utf8)
            case 0..<32: throw reader.failure("JSON: a control character in a string")
            default: units.append(byte)
            }
        }
    }

    private mutating func escape() throws(FileError) -> Unicode.Scalar {
        switch Unicode.Scalar(try reader.byte("JSON escape")) {
        case "\"": return "\""
        case "\\": return "\\"
        case "/": return "/"
        case "b": return "\u{8}"
        case "f": return "\u{c}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u":
            var code = UInt32(try hex())
            if code >> 10 == 0x36 {
                // The upper half of a pair.
                let isPair = try reader.take(2, "JSON escape") == "\\u"
                let low = UInt32(try hex())
                if !isPair || low >> 10 != 0x37 { throw reader.failure("JSON: half a surrogate pair") }
                code = 0x10000 + ((code & 0x3FF) << 10 | (low & 0x3FF))
            }
            guard let scalar = Unicode.Scalar(code) else { throw reader.failure("JSON: half a surrogate pair") }
            return scalar
        default: throw reader.failure("JSON: an escape that is not defined")
        }
    }

    private mutating func hex() throws(FileError) -> UInt16 {
        let digits = try reader.take(4, "JSON escape").latin1
        guard digits.utf8.first != UInt8(ascii: "+"), let code = UInt16(digits, radix: 16) else {
            throw reader.failure("JSON: expected four hexadecimal digits")
        }
        return code
    }
}
