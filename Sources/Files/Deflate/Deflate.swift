/// Compresses by DEFLATE (RFC 1951): matches by chains of hashes, each block in whichever form is shortest.
package enum Deflate {
    package static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var writer = BitWriter()
        var matcher = Matcher(bytes)
        repeat {
            let start = matcher.position
            let tokens = matcher.tokens(upTo: 1 << 15)
            write(tokens, bytes[start..<matcher.position], isLast: matcher.position == bytes.count, to: &writer)
        } while matcher.position < bytes.count
        writer.alignToByte()
        return writer.bytes
    }

    private static let fixedLiterals = HuffmanCode(lengths: DeflateTables.fixedLiteralLengths)
    private static let fixedDistances = HuffmanCode(lengths: DeflateTables.fixedDistanceLengths)

    /// The index of the last base that is not above `value`.
    private static func symbol(_ value: Int, _ bases: [Int]) -> Int {
        var (low, high) = (0, bases.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if bases[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    private static let lengthSymbols = (0...258).map { symbol($0, DeflateTables.lengthBases) }

    private static func write(_ tokens: [Token], _ source: ArraySlice<UInt8>, isLast: Bool, to writer: inout BitWriter)
    {
        var literals = [Int](repeating: 0, count: 286)
        var distances = [Int](repeating: 0, count: 30)
        literals[256] = 1
        for token in tokens {
            if token.length == 0 {
                literals[token.value] += 1
            } else {
                literals[257 + lengthSymbols[token.length]] += 1
                distances[symbol(token.value, DeflateTables.distanceBases)] += 1
            }
        }
        let literalCode = HuffmanCode(frequencies: literals, limit: 15)
        // Without matches the code of distances still has a symbol, as some readers ask.
        let used = distances.allSatisfy { $0 == 0 } ? [1] + distances.dropFirst() : distances
        let distanceCode = HuffmanCode(frequencies: used, limit: 15)
        let header = CodeLengths(literalCode.lengths, distanceCode.lengths)
        let dynamic = header.cost + literalCode.cost(literals) + distanceCode.cost(distances)
        let fixed = fixedLiterals.cost(literals) + fixedDistances.cost(distances)
        let stored = (source.count + 4 + source.count / 65535 * 5) * 8

        if stored < min(dynamic, fixed) {
            writeStored(source, isLast: isLast, to: &writer)
            return
        }
        writer.write(isLast ? 1 : 0, 1)
        if fixed <= dynamic {
            writer.write(1, 2)
            write(tokens, fixedLiterals, fixedDistances, to: &writer)
        } else {
            writer.write(2, 2)
            header.write(to: &writer)
            write(tokens, literalCode, distanceCode, to: &writer)
        }
    }

    private static func writeStored(_ source: ArraySlice<UInt8>, isLast: Bool, to writer: inout BitWriter) {
        var rest = source
        repeat {
            let part = rest.prefix(65535)
            rest = rest.dropFirst(part.count)
            writer.write(isLast && rest.isEmpty ? 1 : 0, 3)
            writer.alignToByte()
            writer.write(part.count | (part.count ^ 0xFFFF) << 16, 32)
            writer.append(part)
        } while !rest.isEmpty
    }

    private static func write(
        _ tokens: [Token], _ literals: HuffmanCode, _ distances: HuffmanCode, to writer: inout BitWriter
    ) {
        for token in tokens {
            if token.length == 0 {
                literals.write(token.value, to: &writer)
                continue
            }
            let length = lengthSymbols[token.length]
            literals.write(257 + length, to: &writer)
            writer.write(token.length - DeflateTables.lengthBases[length], DeflateTables.lengthExtras[length])
            let distance = symbol(token.value, DeflateTables.distanceBases)
            distances.write(distance, to: &writer)
            writer.write(token.value - DeflateTables.distanceBases[distance], DeflateTables.distanceExtras[distance])
        }
        literals.write(256, to: &writer)
    }
}

/// The lengths of a block's two codes as its header holds them: runs of 0 and repetitions are shortened.
private struct CodeLengths {
    private let literalCount: Int
    private let distanceCount: Int
    private var symbols: [(symbol: Int, extra: Int, bits: Int)] = []
    private let code: HuffmanCode
    private let codeCount: Int

    init(_ literals: [UInt8], _ distances: [UInt8]) {
        literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
        distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
        let lengths = literals[..<literalCount] + distances[..<distanceCount]
        var frequencies = [Int](repeating: 0, count: 19)
        var i = lengths.startIndex
        while i < lengths.endIndex {
            let value = lengths[i]
            var run = 1
            while i + run < lengths.endIndex && lengths[i + run] == value && run < 138 { run += 1 }
            if value == 0 && run >= 3 {
                symbols.append(run < 11 ? (17, run - 3, 3) : (18, run - 11, 7))
            } else if i > lengths.startIndex && lengths[i - 1] == value && run >= 3 {
                run = min(run, 6)
                symbols.append((16, run - 3, 2))
            } else {
                run = 1
                symbols.append((Int(value), 0, 0))
            }
            i += run
        }
        for symbol in symbols { frequencies[symbol.symbol] += 1 }
        // A code of a single symbol would be incomplete, which readers refuse here.
        if frequencies.count(where: { $0 > 0 }) < 2 { frequencies[frequencies[0] > 0 ? 1 : 0] += 1 }
        let code = HuffmanCode(frequencies: frequencies, limit: 7)
        self.code = code
        codeCount = max(4, (DeflateTables.codeLengthOrder.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    }

    /// The bits that the header takes.
    var cost: Int { 14 + 3 * codeCount + symbols.reduce(0) { $0 + Int(code.lengths[$1.symbol]) + $1.bits } }

    func write(to writer: inout BitWriter) {
        writer.write(literalCount - 257, 5)
        writer.write(distanceCount - 1, 5)
        writer.write(codeCount - 4, 4)
        for symbol in DeflateTables.codeLengthOrder[..<codeCount] { writer.write(Int(code.lengths[symbol]), 3) }
        for (symbol, extra, bits) in symbols {
            code.write(symbol, to: &writer)
            writer.write(extra, bits)
        }
    }
}
