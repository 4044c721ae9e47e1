import PinionFiles

/// Finds the fields of comma-separated text.
struct CSVScanner {
    private let memory: UnsafeRawBufferPointer
    private let separator: UInt8
    /// The separator in each of eight bytes.
    private let separators: UInt64
    private var position = 0

    init(_ memory: UnsafeRawBufferPointer, separator: UInt8) {
        (self.memory, self.separator) = (memory, separator)
        separators = UInt64(separator) &* 0x0101_0101_0101_0101
        // The mark that some programs put before UTF-8.
        if memory.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func skipLine() {
        while position < memory.count && memory[position] != 10 { position += 1 }
        position = min(position + 1, memory.count)
    }

    /// All fields from here on and the number in a row; empty lines are passed over.
    mutating func fields() throws(FileError) -> (fields: [CSVField], width: Int) {
        var (fields, width, row): ([CSVField], Int, Int) = ([], 0, 0)
        fields.reserveCapacity(memory.count / 6)
        while position < memory.count {
            let (start, before) = (position, fields.count)
            if isLineEnd {
                endLine()
                continue
            }
            while true {
                fields.append(try field())
                guard position < memory.count, memory[position] == separator else { break }
                position += 1
            }
            endLine()
            row += 1
            let found = fields.count - before
            if width == 0 { width = found }
            if found != width {
                throw FileError(.format, "row \(row) has \(found) fields, the first one has \(width)", at: start)
            }
        }
        return (fields, width)
    }

    private var isLineEnd: Bool {
        memory[position] == 10
            || (memory[position] == 13 && (position + 1 == memory.count || memory[position + 1] == 10))
    }

    private mutating func endLine() {
        if position < memory.count && memory[position] == 13 { position += 1 }
        if position < memory.count && memory[position] == 10 { position += 1 }
    }

    /// The field from here to a separator or a line's end.
    private mutating func field() throws(FileError) -> CSVField {
        if position < memory.count && memory[position] == 34 { return try quoted() }
        let start = position
        position = boundary(from: start)
        // A carriage return at the end of a line is part of that.
        let isLast = position == memory.count || memory[position] == 10
        let end = isLast && position > start && memory[position - 1] == 13 ? position - 1 : position
        return CSVField(start: start, end: end, hasQuotes: false)
    }

    /// The next separator or line's end, eight bytes at a time.
    private func boundary(from start: Int) -> Int {
        var i = start
        while i + 8 <= memory.count {
            let word = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            let hits = zeroBytes(word ^ separators) | zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
            if hits != 0 { return i + hits.trailingZeroBitCount / 8 }
            i += 8
        }
        while i < memory.count && memory[i] != separator && memory[i] != 10 { i += 1 }
        return i
    }

    private mutating func quoted() throws(FileError) -> CSVField {
        let start = position + 1
        var hasQuotes = false
        position = start
        while position < memory.count {
            if memory[position] == 34 {
                guard position + 1 < memory.count, memory[position + 1] == 34 else { break }
                hasQuotes = true
                position += 1
            }
            position += 1
        }
        if position >= memory.count { throw FileError(.format, "the quote is not closed", at: start - 1) }
        let field = CSVField(start: start, end: position, hasQuotes: hasQuotes)
        position += 1
        if position < memory.count && memory[position] != separator && !isLineEnd {
            throw FileError(.format, "text follows the closing quote", at: position)
        }
        return field
    }
}

/// The highest bit of each byte that is 0, and perhaps of others above the lowest such byte.
@inline(__always) private func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
