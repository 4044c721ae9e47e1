/// Reads bits, the lowest of a byte first, through a buffer of 64.
struct BitReader {
    private let bytes: UnsafeRawBufferPointer
    /// The next byte that is not in the buffer.
    private var next: Int
    /// The bits that are read but not used; those beyond `count` are not to be relied on.
    private(set) var buffer: UInt64 = 0
    /// How many bits are in the buffer; negative after more were used than there are.
    private(set) var count = 0

    init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        self.bytes = bytes
        next = start
    }

    /// The byte in which the next bit lies.
    var offset: Int { next - max(count, 0) >> 3 }

    /// Fills the buffer to at least 56 bits, or with all that are left.
    @inline(__always)
    mutating func refill() {
        if next + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
            buffer |= word &<< UInt64(truncatingIfNeeded: count)
            next &+= (63 &- count) &>> 3
            count |= 56
        } else {
            while count <= 56 && next < bytes.count {
                buffer |= UInt64(bytes[next]) &<< UInt64(truncatingIfNeeded: count)
                next += 1
                count += 8
            }
        }
    }

    /// Takes up to 32 bits from the buffer; zeros where it has no more, with a negative count.
    @inline(__always)
    mutating func take(_ bits: Int) -> Int {
        let value = buffer & ((1 &<< UInt64(truncatingIfNeeded: bits)) &- 1)
        drop(bits)
        return Int(truncatingIfNeeded: value)
    }

    @inline(__always)
    mutating func drop(_ bits: Int) {
        buffer &>>= UInt64(truncatingIfNeeded: bits)
        count &-= bits
    }

    /// Goes to the next whole byte, and gives its offset; the buffer is empty then.
    mutating func alignToByte() -> Int {
        let start = next - count >> 3
        (buffer, count, next) = (0, 0, start)
        return start
    }

    mutating func skip(to offset: Int) { (buffer, count, next) = (0, 0, offset) }
}
