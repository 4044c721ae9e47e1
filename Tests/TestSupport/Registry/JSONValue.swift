/// A value of a JSON text; integers are told apart from other numbers.
package enum JSONValue: Sendable, Equatable, CustomStringConvertible {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The value written in `text`; nil where it is not JSON.
    package init?(_ text: some StringProtocol) {
        var reader = JSONReader(bytes: Array(text.utf8))
        guard let value = reader.value(), reader.isAtEnd else { return nil }
        self = value
    }

    /// A member of an object; nil also for null.
    package subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
        return value
    }

    package var description: String {
        switch self {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .int(let int): "\(int)"
        case .double(let double): "\(double)"
        case .string(let string): string
        case .array(let elements): "\(elements)"
        case .object(let members): "\(members)"
        }
    }

    package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    package var string: String? { if case .string(let string) = self { string } else { nil } }
    package var int: Int? { if case .int(let int) = self { int } else { nil } }
    package var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

    /// A number, also "inf", "-inf" and "nan", which JSON has no numbers for.
    package var double: Double? {
        switch self {
        case .double(let double): double
        case .int(let int): Double(int)
        case .string(let string): Double(string)
        default: nil
        }
    }
}

/// Reads the JSON that Python's `json.dumps` writes.
private struct JSONReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ text: StaticString) -> Bool {
        guard bytes.count - position >= text.utf8CodeUnitCount else { return false }
        let matches = text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + $0.count]) }
        if matches { position += text.utf8CodeUnitCount }
        return matches
    }

    private mutating func skipSpaces() { while let next, next == 32 || next == 10 { position += 1 } }

    mutating func value() -> JSONValue? {
        skipSpaces()
        defer { skipSpaces() }
        switch next {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "n"): return take("null") ? .null : nil
        case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
        default: return number()
        }
    }

    private mutating func number() -> JSONValue? {
        let start = position
        while let next,
            next == UInt8(ascii: "-") || next == UInt8(ascii: "+") || next == UInt8(ascii: ".")
                || (next >= UInt8(ascii: "0") && next <= UInt8(ascii: "9")) || next == UInt8(ascii: "e")
        {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return Int(text).map { .int($0) } ?? Double(text).map { .double($0) }
    }

    private mutating func array() -> JSONValue? {
        guard take("[") else { return nil }
        var elements: [JSONValue] = []
        skipSpaces()
        if take("]") { return .array([]) }
        while let element = value() {
            elements.append(element)
            if take("]") { return .array(elements) }
            guard take(",") else { return nil }
        }
        return nil
    }

    private mutating func object() -> JSONValue? {
        guard take("{") else { return nil }
        var members: [String: JSONValue] = [:]
        skipSpaces()
        if take("}") { return .object([:]) }
        while true {
            skipSpaces()
            guard let key = string(), take(":"), let member = value() else { return nil }
            members[key] = member
            if take("}") { return .object(members) }
            guard take(",") else { return nil }
        }
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text: [UInt16] = []
        var plain: [UInt8] = []
        func flushed() -> [UInt16] { Array(String(decoding: plain, as: UTF8.self).utf16) }
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text + flushed(), as: UTF16.self) }
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            text += flushed()
            plain = []
            guard let escape = next else { return nil }
            position += 1
            switch escape {
            case UInt8(ascii: "u"):
                let digits = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
                guard let unit = UInt16(digits, radix: 16) else { return nil }
                position += 4
                text.append(unit)
            case UInt8(ascii: "n"): text.append(10)
            case UInt8(ascii: "t"): text.append(9)
            case UInt8(ascii: "r"): text.append(13)
            case UInt8(ascii: "b"): text.append(8)
            case UInt8(ascii: "f"): text.append(12)
            default: text.append(UInt16(escape))
            }
        }
        return nil
    }
}
