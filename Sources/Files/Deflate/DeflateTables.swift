/// The numbers of RFC 1951.
enum DeflateTables {
    /// The shortest match of length codes 257 to 285.
    static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    static let lengthExtras = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    /// The smallest distance of distance codes 0 to 29.
    static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    static let distanceExtras = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    /// The order in which the lengths of the code-length code are written.
    static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    static let fixedLiteralLengths: [UInt8] =
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
        + [UInt8](repeating: 8, count: 8)
    static let fixedDistanceLengths = [UInt8](repeating: 5, count: 32)

    /// Entries of decoding tables by symbol; symbols that stand for nothing are invalid.
    static let literalEntries: [UInt32] =
        (0..<256).map { HuffmanTable.entry(HuffmanTable.Kind.literal, value: $0) }
        + [HuffmanTable.entry(HuffmanTable.Kind.endOfBlock, value: 0)]
        + zip(lengthBases, lengthExtras).map { HuffmanTable.entry(HuffmanTable.Kind.base, value: $0, extra: $1) }
        + [0, 0]
    static let distanceEntries: [UInt32] =
        zip(distanceBases, distanceExtras).map { HuffmanTable.entry(HuffmanTable.Kind.base, value: $0, extra: $1) }
        + [0, 0]
    static let codeLengthEntries: [UInt32] = (0..<19).map { HuffmanTable.entry(HuffmanTable.Kind.literal, value: $0) }

    static let literalBits = 11
    static let distanceBits = 9
    static let fixedLiterals = HuffmanTable(
        lengths: fixedLiteralLengths[...], symbols: literalEntries, bits: literalBits)
    static let fixedDistances = HuffmanTable(
        lengths: fixedDistanceLengths[...], symbols: distanceEntries, bits: distanceBits)
}
