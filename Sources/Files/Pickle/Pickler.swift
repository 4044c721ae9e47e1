/// Writes pickles of protocol 2 with the opcodes that `torch.load(weights_only=True)` knows.
package struct Pickler {
    private var writer = ByteWriter()
    /// What was written before is referred to by its number.
    private var memo: [Memorable: Int] = [:]

    private enum Memorable: Hashable {
        case text(String)
        case global(String)
    }

    private init() {}

    /// The pickle of a value.
    package static func write(_ value: PickleValue) throws(FileError) -> [UInt8] {
        var pickler = Pickler()
        pickler.writer.append([0x80, 2])
        try pickler.put(value, depth: 0)
        pickler.code(".")
        return pickler.writer.bytes
    }

    private mutating func code(_ opcode: Unicode.Scalar) { writer.byte(UInt8(ascii: opcode)) }

    private mutating func put(_ value: PickleValue, depth: Int) throws(FileError) {
        if depth > PickleExtent.deepest {
            throw FileError(.value, "values inside each other more than \(PickleExtent.deepest) levels deep")
        }
        switch value {
        case .none: code("N")
        case .bool(let flag): writer.byte(flag ? 0x88 : 0x89)
        case .int(let number): put(number)
        case .double(let number):
            code("G")
            writer.bigEndian(number.bitPattern)
        case .string(let text): try put(text)
        case .bytes(let bytes):
            // Protocol 2 has no bytes of its own; Python writes the same.
            let text = Bytes(bytes).latin1
            try put(.call("_codecs.encode", [.string(text), .string("latin1")], at: 0), depth: depth + 1)
        case .list(let values):
            code("]")
            try put(values, then: "e", depth)
        case .tuple(let values): try putTuple(values, depth)
        case .set(let values): try put(.call("__builtin__.set", [.list(values)], at: 0), depth: depth + 1)
        case .dict(let entries):
            code("}")
            if entries.isEmpty { return }
            code("(")
            for (key, value) in entries {
                try put(key, depth: depth + 1)
                try put(value, depth: depth + 1)
            }
            code("u")
        case .global(let name): put(global: name)
        case .persistent(let id, at: _):
            try putTuple(id, depth)
            code("Q")
        case .call(let name, let arguments, at: _):
            put(global: name)
            try putTuple(arguments, depth)
            code("R")
        }
    }

    /// Values after a mark, which `end` takes into what lies before it.
    private mutating func put(
        _ values: [PickleValue], then end: Unicode.Scalar, _ depth: Int
    ) throws(FileError) {
        if values.isEmpty { return }
        code("(")
        for value in values { try put(value, depth: depth + 1) }
        code(end)
    }

    private mutating func putTuple(_ values: [PickleValue], _ depth: Int) throws(FileError) {
        switch values.count {
        case 0: code(")")
        case 1...3:
            for value in values { try put(value, depth: depth + 1) }
            writer.byte(UInt8(0x84 + values.count))
        default: try put(values, then: "t", depth)
        }
    }

    private mutating func put(_ number: Int) {
        if let small = UInt8(exactly: number) {
            code("K")
            writer.byte(small)
        } else if let small = UInt16(exactly: number) {
            code("M")
            writer.littleEndian(small)
        } else if let small = Int32(exactly: number) {
            code("J")
            writer.littleEndian(small)
        } else {
            writer.append([0x8A, 8])
            writer.littleEndian(Int64(number))
        }
    }

    private mutating func put(_ text: String) throws(FileError) {
        if recall(.text(text)) { return }
        guard let count = UInt32(exactly: text.utf8.count) else {
            throw FileError(.value, "a text of \(text.utf8.count) bytes")
        }
        code("X")
        writer.littleEndian(count)
        writer.text(text)
        remember(.text(text))
    }

    private mutating func put(global name: String) {
        if recall(.global(name)) { return }
        code("c")
        let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.startIndex
        writer.text(String(name[..<dot]) + "\n" + String(name[dot...].dropFirst()) + "\n")
        remember(.global(name))
    }

    private mutating func recall(_ value: Memorable) -> Bool {
        guard let number = memo[value] else { return false }
        putIndex(number, short: "h", long: "j")
        return true
    }

    private mutating func remember(_ value: Memorable) {
        memo[value] = memo.count
        putIndex(memo.count - 1, short: "q", long: "r")
    }

    private mutating func putIndex(_ number: Int, short: Unicode.Scalar, long: Unicode.Scalar) {
        if let small = UInt8(exactly: number) {
            code(short)
            writer.byte(small)
        } else {
            code(long)
            writer.littleEndian(UInt32(truncatingIfNeeded: number))
        }
    }
}
