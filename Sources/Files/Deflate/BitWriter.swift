/// Writes bits, the lowest of a byte first.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var buffer: UInt64 = 0
    private var count: UInt64 = 0

    /// Up to 32 bits.
    mutating func write(_ value: Int, _ bits: Int) {
        buffer |= UInt64(truncatingIfNeeded: value) << count
        count += UInt64(bits)
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: buffer))
            buffer >>= 8
            count -= 8
        }
    }

    mutating func alignToByte() {
        if count > 0 { write(0, Int(8 - count)) }
    }

    /// Whole bytes, at a byte boundary.
    mutating func append(_ slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }
}
