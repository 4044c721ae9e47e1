/// Decompresses DEFLATE data (RFC 1951).
package enum Inflate {
    /// The most bytes that one compressed byte can stand for.
    package static let largestRatio = 1032

    /// Appends what the data that begins at `start` stands for to `output`, and returns the offset of the byte after it.
    /// - Throws: `FileError` where the data is damaged, cut off, or stands for more than `limit` bytes.
    package static func decompress(
        _ bytes: Bytes, at start: Int = 0, into output: ByteBuffer, limit: Int
    ) throws(FileError) -> Int {
        try bytes.withUnsafeBytes { (memory) throws(FileError) in
            var run = InflateRun(memory, at: start, into: output, limit: limit, origin: bytes.origin)
            return try run.run()
        }
    }

    /// What the data stands for, which must be all of `bytes`.
    package static func decompress(_ bytes: Bytes, limit: Int, expected: Int? = nil) throws(FileError) -> Bytes {
        let output = ByteBuffer(capacity: capacity(for: bytes.count, limit: limit, expected: expected))
        let end = try decompress(bytes, into: output, limit: limit)
        if end != bytes.count {
            throw FileError(
                .format, "\(bytes.count - end) bytes follow the end of the compressed data", at: bytes.origin + end)
        }
        return output.bytes
    }

    /// How much memory to begin with: no more than the compressed bytes can stand for, whatever a header says.
    static func capacity(for count: Int, limit: Int, expected: Int?) -> Int {
        let (most, isHuge) = count.multipliedReportingOverflow(by: largestRatio)
        return min(expected ?? count * 4, limit, isHuge ? limit : most)
    }
}

/// One pass over compressed data.
private struct InflateRun {
    private var reader: BitReader
    private let memory: UnsafeRawBufferPointer
    private let output: ByteBuffer
    /// Where this stream's output begins: matches do not reach before it.
    private let begin: Int
    private let limit: Int
    private let origin: Int

    init(_ memory: UnsafeRawBufferPointer, at start: Int, into output: ByteBuffer, limit: Int, origin: Int) {
        reader = BitReader(memory, at: start)
        self.memory = memory
        self.output = output
        begin = output.count
        self.limit = limit
        self.origin = origin
    }

    mutating func run() throws(FileError) -> Int {
        var isLast = false
        while !isLast {
            reader.refill()
            isLast = reader.take(1) == 1
            let kind = reader.take(2)
            if reader.count < 0 { throw truncated() }
            switch kind {
            case 0: try stored()
            case 1:
                guard let literals = DeflateTables.fixedLiterals, let distances = DeflateTables.fixedDistances else {
                    throw damaged("the fixed code is no code")
                }
                try compressed(literals, distances)
            case 2:
                let (literals, distances) = try dynamicTables()
                try compressed(literals, distances)
            default: throw damaged("block type 3, which DEFLATE does not have")
            }
        }
        return reader.alignToByte()
    }

    private func damaged(_ message: String) -> FileError {
        FileError(.format, "damaged compressed data: \(message)", at: origin + reader.offset)
    }

    private func truncated() -> FileError {
        FileError(.format, "the compressed data is cut off", at: origin + memory.count)
    }

    private func makeRoom(_ count: Int) throws(FileError) {
        if count > limit - output.count {
            throw FileError(
                .limit, "the compressed data stands for more than the \(limit) bytes allowed",
                at: origin + reader.offset)
        }
        output.grow(by: count, limit: limit)
    }

    private mutating func stored() throws(FileError) {
        let start = reader.alignToByte()
        if memory.count - start < 4 { throw truncated() }
        let count = Int(memory[start]) | Int(memory[start + 1]) << 8
        let complement = Int(memory[start + 2]) | Int(memory[start + 3]) << 8
        if count ^ complement != 0xFFFF { throw damaged("a stored block's length and its complement do not match") }
        if memory.count - start - 4 < count { throw truncated() }
        try makeRoom(count)
        output.append(UnsafeRawBufferPointer(rebasing: memory[start + 4..<start + 4 + count]))
        reader.skip(to: start + 4 + count)
    }

    private mutating func dynamicTables() throws(FileError) -> (HuffmanTable, HuffmanTable) {
        reader.refill()
        let literalCount = reader.take(5) + 257
        let distanceCount = reader.take(5) + 1
        let codeCount = reader.take(4) + 4
        if literalCount > 286 || distanceCount > 30 { throw damaged("a block with too many symbols") }
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for i in 0..<codeCount {
            reader.refill()
            codeLengths[DeflateTables.codeLengthOrder[i]] = UInt8(reader.take(3))
        }
        if reader.count < 0 { throw truncated() }
        guard
            let codes = HuffmanTable(
                lengths: codeLengths[...], symbols: DeflateTables.codeLengthEntries, bits: 7, isStrict: true)
        else { throw damaged("the code of code lengths is no prefix code") }

        var lengths: [UInt8] = []
        let total = literalCount + distanceCount
        while lengths.count < total {
            reader.refill()
            let entry = codes.entries[Int(reader.buffer & 127)]
            reader.drop(Int(entry & 31))
            let symbol = Int(entry >> 16)
            var repeats = 1
            var value = UInt8(truncatingIfNeeded: symbol)
            if symbol == 16 {
                guard let last = lengths.last else { throw damaged("a repeated code length without one before it") }
                (value, repeats) = (last, 3 + reader.take(2))
            } else if symbol >= 17 {
                (value, repeats) = (0, symbol == 17 ? 3 + reader.take(3) : 11 + reader.take(7))
            }
            if reader.count < 0 { throw truncated() }
            if repeats > total - lengths.count { throw damaged("more code lengths than symbols") }
            lengths.append(contentsOf: repeatElement(value, count: repeats))
        }
        if lengths[256] == 0 { throw damaged("a block without a code for its end") }
        guard
            let literals = HuffmanTable(
                lengths: lengths[..<literalCount], symbols: DeflateTables.literalEntries,
                bits: DeflateTables.literalBits)
        else { throw damaged("the code of literals and lengths is no prefix code") }
        guard
            let distances = HuffmanTable(
                lengths: lengths[literalCount...], symbols: DeflateTables.distanceEntries,
                bits: DeflateTables.distanceBits)
        else { throw damaged("the code of distances is no prefix code") }
        return (literals, distances)
    }

    private mutating func compressed(_ literals: HuffmanTable, _ distances: HuffmanTable) throws(FileError) {
        let failure = literals.entries.withUnsafeBufferPointer { literalTable in
            distances.entries.withUnsafeBufferPointer { distanceTable -> FileError? in
                do throws(FileError) {
                    try symbols(literalTable, literals.bits, distanceTable, distances.bits)
                    return nil
                } catch { return error }
            }
        }
        if let failure { throw failure }
    }

    /// One symbol from a table; its entry says what it is.
    @inline(__always)
    private mutating func symbol(_ table: UnsafeBufferPointer<UInt32>, _ bits: Int) -> UInt32 {
        var entry = table[Int(truncatingIfNeeded: reader.buffer & (1 &<< UInt64(bits) &- 1))]
        if entry >> 5 & 7 == HuffmanTable.Kind.further {
            let index = reader.buffer &>> UInt64(bits) & (1 &<< UInt64(entry >> 8 & 31) &- 1)
            entry = table[Int(entry >> 16) &+ Int(truncatingIfNeeded: index)]
        }
        reader.drop(Int(entry & 31))
        return entry
    }

    private mutating func symbols(
        _ literals: UnsafeBufferPointer<UInt32>, _ literalBits: Int, _ distances: UnsafeBufferPointer<UInt32>,
        _ distanceBits: Int
    ) throws(FileError) {
        var count = output.count
        defer { output.count = count }
        while true {
            // 56 bits are enough for a length and a distance with their extra bits: 15 + 5 + 15 + 13.
            reader.refill()
            let entry = symbol(literals, literalBits)
            let kind = entry >> 5 & 7
            if kind == HuffmanTable.Kind.literal {
                if reader.count < 0 { throw truncated() }
                if count == output.capacity || count >= limit {
                    output.count = count
                    try makeRoom(1)
                }
                output.base.storeBytes(of: UInt8(truncatingIfNeeded: entry >> 16), toByteOffset: count, as: UInt8.self)
                count &+= 1
                continue
            }
            if kind == HuffmanTable.Kind.endOfBlock {
                if reader.count < 0 { throw truncated() }
                return
            }
            guard kind == HuffmanTable.Kind.base else {
                throw reader.count < 15 ? truncated() : damaged("a code that stands for nothing")
            }
            let length = Int(entry >> 16) &+ reader.take(Int(entry >> 8 & 31))
            let second = symbol(distances, distanceBits)
            guard second >> 5 & 7 == HuffmanTable.Kind.base else {
                throw reader.count < 15 ? truncated() : damaged("a distance that stands for nothing")
            }
            let distance = Int(second >> 16) &+ reader.take(Int(second >> 8 & 31))
            if reader.count < 0 { throw truncated() }
            if distance > count &- begin { throw damaged("a distance of \(distance) beyond the beginning") }
            if length > output.capacity &- count || length > limit &- count {
                output.count = count
                try makeRoom(length)
            }
            copyMatch(at: output.base + count, distance, length)
            count &+= length
        }
    }

    /// Repeats what lies `distance` before; may write up to seven bytes too many, for which the buffer has room.
    @inline(__always)
    private func copyMatch(at target: UnsafeMutableRawPointer, _ distance: Int, _ length: Int) {
        let source = target - distance
        var i = 0
        if distance >= 8 {
            while i < length {
                target.storeBytes(
                    of: source.loadUnaligned(fromByteOffset: i, as: UInt64.self), toByteOffset: i, as: UInt64.self)
                i &+= 8
            }
        } else {
            while i < length {
                target.storeBytes(of: source.load(fromByteOffset: i, as: UInt8.self), toByteOffset: i, as: UInt8.self)
                i &+= 1
            }
        }
    }
}
