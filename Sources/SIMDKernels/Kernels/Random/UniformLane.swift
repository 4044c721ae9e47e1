/// A register of numbers made from the generator's words.
protocol UniformLane: FusedLane {
    /// Words that one number takes.
    static var wordsPerElement: Int { get }
    /// Numbers in [0, 1).
    static func unit(_ words: UnsafePointer<UInt32>) -> Self
}

extension FloatLane: UniformLane {
    @inline(__always) static var wordsPerElement: Int { 1 }

    /// The low 24 bits of a word each.
    @inline(__always) static func unit(_ words: UnsafePointer<UInt32>) -> Self {
        let low = unsafeBitCast(WordVector.load(words) & 0xFF_FFFF, to: FloatVectorBits.self)
        return Self(raw: convert(low)) * Self(0x1p-24)
    }
}

extension DoubleLane: UniformLane {
    @inline(__always) static var wordsPerElement: Int { 2 }

    /// The low 53 bits of a 64-bit number each. The first word, which is the high one, lies low in memory.
    @inline(__always) static func unit(_ words: UnsafePointer<UInt32>) -> Self {
        // Both parts as mantissas of numbers near 2^84 and 2^52; all sums are exact.
        let pairs = UnsafeRawPointer(words).loadUnaligned(as: Bits.self)
        let high = pairs & 0x1F_FFFF
        let low = pairs &>> 32 & 0xFFFF_FFFF
        let highPart = Self(bits: high | 0x4530_0000_0000_0000) - Self(0x1p84 + 0x1p52)
        let lowPart = Self(bits: low | 0x4330_0000_0000_0000)
        return (highPart + lowPart) * Self(0x1p-53)
    }
}
