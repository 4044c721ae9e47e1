/// The sizes in which blocks are kept: multiples of 64 bytes up to 512, then four steps to each doubling.
///
/// A block is at most a quarter larger than what was asked for (rounded up to a cache line).
struct SizeClass: Equatable {
    /// The class's place among all classes, from the smallest.
    let index: Int

    /// Enough classes for 2^48 bytes, what a process can address.
    static let count = 164
    static let largestByteCount = 1 << 48

    @inline(__always) init(index: Int) { self.index = index }

    /// The smallest class that holds `byteCount` bytes, 0 to `largestByteCount`.
    @inline(__always)
    init(holding byteCount: Int) {
        // With l cache lines and v = l - 1, the three leading bits of v and their position name the class.
        let v = UInt(bitPattern: max(byteCount, 1) - 1) >> 6
        if v < 8 {
            index = Int(v)
        } else {
            let shift = UInt.bitWidth - 3 - v.leadingZeroBitCount
            index = shift * 4 + Int(v >> UInt(shift))
        }
    }

    @inline(__always)
    var byteCount: Int {
        if index < 8 { return (index + 1) * 64 }
        return (index % 4 + 5) << (index / 4 - 1) * 64
    }
}
