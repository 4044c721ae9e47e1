import PinionOptim

/// The header of a .npy file: a Python dict literal with the type of the elements, their order and the shape.
struct NpyHeader {
    let dtype: DType
    let isSwapped: Bool
    let isFortran: Bool
    let shape: [Int]

    static let names: [(dtype: DType, name: String)] = [
        (.float64, "f8"), (.float32, "f4"), (.float16, "f2"), (.int64, "i8"), (.int32, "i4"), (.int16, "i2"),
        (.int8, "i1"), (.uint8, "u1"), (.bool, "b1"),
    ]

    init(_ bytes: Bytes) throws(FileError) {
        var parser = NpyDictParser(bytes)
        var (descr, order, shape): (String?, Bool?, [Int]?)
        try parser.expect("{")
        while !parser.takes("}") {
            let key = try parser.string()
            try parser.expect(":")
            switch key {
            case "descr" where descr == nil:
                if parser.isNext("[") {
                    throw parser.failure("structured elements; only plain numbers are understood", .unsupported)
                }
                descr = try parser.string()
            case "fortran_order" where order == nil: order = try parser.bool()
            case "shape" where shape == nil: shape = try parser.tuple()
            default: throw parser.failure("expected descr, fortran_order and shape once each, found '\(key)'")
            }
            if !parser.takes(",") {
                try parser.expect("}")
                break
            }
        }
        if !parser.isAtEnd { throw parser.failure("expected the end of the header") }
        guard let descr, let order, let shape else {
            throw FileError(.format, "expected descr, fortran_order and shape", at: bytes.origin)
        }
        let mark = descr.first
        let name = mark.map { "<>=|".contains($0) } ?? false ? String(descr.dropFirst()) : descr
        guard let dtype = Self.names.first(where: { $0.name == name })?.dtype else {
            throw FileError(.unsupported, "elements of the type '\(descr)'", at: bytes.origin)
        }
        (self.dtype, isSwapped, isFortran, self.shape) = (dtype, mark == ">", order, shape)
    }
}

/// The part of Python's literals that a .npy header uses.
private struct NpyDictParser {
    private var reader: ByteReader

    init(_ bytes: Bytes) { reader = ByteReader(bytes) }

    func failure(_ message: String, _ kind: FileError.Kind = .format) -> FileError {
        reader.failure("header: " + message, kind)
    }

    private mutating func skipSpace() {
        while reader.left > 0, [32, 9, 10, 13].contains(reader.bytes[reader.offset]) { advance() }
    }

    private mutating func advance() { reader = ByteReader(reader.bytes, at: reader.offset + 1) }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return reader.left == 0
        }
    }

    mutating func isNext(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        return reader.left > 0 && reader.bytes[reader.offset] == UInt8(ascii: character)
    }

    mutating func takes(_ character: Unicode.Scalar) -> Bool {
        if !isNext(character) { return false }
        advance()
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(FileError) {
        if !takes(character) { throw failure("expected '\(character)'") }
    }

    mutating func string() throws(FileError) -> String {
        let quote: Unicode.Scalar = isNext("\"") ? "\"" : "'"
        try expect(quote)
        return try reader.take(until: UInt8(ascii: quote), "text in the header").latin1
    }

    private mutating func word() -> String {
        skipSpace()
        let start = reader.offset
        while reader.left > 0, !",}) \n".utf8.contains(reader.bytes[reader.offset]) { advance() }
        return reader.bytes[start..<reader.offset].latin1
    }

    mutating func bool() throws(FileError) -> Bool {
        switch word() {
        case "True": return true
        case "False": return false
        default: throw failure("expected True or False")
        }
    }

    mutating func tuple() throws(FileError) -> [Int] {
        try expect("(")
        var sizes: [Int] = []
        while !takes(")") {
            var text = word()
            // Python 2 wrote long integers with an L.
            if text.last == "L" { text.removeLast() }
            guard let size = Int(text), size >= 0 else { throw failure("expected a size, found '\(text)'") }
            sizes.append(size)
            if !takes(",") {
                try expect(")")
                break
            }
        }
        return sizes
    }
}
