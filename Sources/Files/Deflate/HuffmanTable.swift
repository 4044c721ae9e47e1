/// A table that decodes one symbol of a Huffman code by one look-up, two for long codes.
struct HuffmanTable {
    /// What an entry stands for.
    enum Kind {
        static let invalid: UInt32 = 0
        static let literal: UInt32 = 1
        static let base: UInt32 = 2
        static let endOfBlock: UInt32 = 3
        static let further: UInt32 = 4
    }

    /// Bits 0-4: the code's length; 5-7: the kind; 8-12: extra bits, or the bits of a further table; 16-31: the value.
    private(set) var entries: [UInt32]
    let bits: Int

    static func entry(_ kind: UInt32, value: Int, extra: Int = 0) -> UInt32 {
        kind << 5 | UInt32(extra) << 8 | UInt32(value) << 16
    }

    /// A table for symbols with these code lengths, or nil when they are no prefix code. A code of a single symbol of
    /// one bit, or of none, may be incomplete, as zlib allows.
    init?(lengths: ArraySlice<UInt8>, symbols: [UInt32], bits: Int, isStrict: Bool = false) {
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths { counts[Int(length)] += 1 }
        let longest = (1..<16).last { counts[$0] > 0 } ?? 0
        var left = 1
        for length in 1..<16 {
            left = left * 2 - counts[length]
            if left < 0 { return nil }
        }
        if left > 0 && (longest > 1 || isStrict) { return nil }

        self.bits = bits
        entries = [UInt32](repeating: 0, count: 1 << bits)
        var next = [Int](repeating: 0, count: 17)
        for length in 1..<16 { next[length + 1] = (next[length] + counts[length]) << 1 }

        // Codes longer than the table's bits share a further table with those that begin alike.
        var furtherBits = [UInt8](repeating: 0, count: longest > bits ? 1 << bits : 0)
        var codes: [(code: Int, length: Int, entry: UInt32)] = []
        codes.reserveCapacity(lengths.count)
        for (symbol, length) in lengths.enumerated() where length > 0 {
            let length = Int(length)
            let code = Int(UInt16(next[length]).bitReversed >> UInt16(16 - length))
            next[length] += 1
            codes.append((code, length, symbols[symbol] | UInt32(length)))
            if length > bits {
                let start = code & (1 << bits - 1)
                furtherBits[start] = max(furtherBits[start], UInt8(length - bits))
            }
        }
        for (start, count) in furtherBits.enumerated() where count > 0 {
            entries[start] = Self.entry(Kind.further, value: entries.count, extra: Int(count)) | UInt32(bits)
            entries.append(contentsOf: repeatElement(0, count: 1 << Int(count)))
        }
        for (code, length, entry) in codes {
            if length <= bits {
                for i in stride(from: code, to: 1 << bits, by: 1 << length) { entries[i] = entry }
            } else {
                let further = entries[code & (1 << bits - 1)]
                let (start, end) = (Int(further >> 16), Int(further >> 16) + 1 << Int(further >> 8 & 31))
                for i in stride(from: start + code >> bits, to: end, by: 1 << (length - bits)) { entries[i] = entry }
            }
        }
    }
}

extension UInt16 {
    /// The bits in the opposite order.
    var bitReversed: UInt16 {
        var x = self.byteSwapped
        x = (x & 0x0F0F) << 4 | x >> 4 & 0x0F0F
        x = (x & 0x3333) << 2 | x >> 2 & 0x3333
        return (x & 0x5555) << 1 | x >> 1 & 0x5555
    }
}
