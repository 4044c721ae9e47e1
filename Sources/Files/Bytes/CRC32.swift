import PinionSIMDKernels

/// The checksum of zip and gzip: the remainder of the reflected polynomial 0xEDB88320.
package struct CRC32 {
    private var state: UInt32 = 0xFFFF_FFFF

    package init() {}

    /// The sum of what was added.
    package var value: UInt32 { ~state }

    package static func of(_ bytes: Bytes) -> UInt32 {
        var sum = CRC32()
        bytes.withUnsafeBytes { sum.add($0) }
        return sum.value
    }

    /// Pieces of this size are summed on several threads.
    static let piece = 1 << 20

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        let count = (bytes.count + Self.piece - 1) / Self.piece
        if count <= 1 {
            state = Self.next(state, bytes)
            return
        }
        func part(_ i: Int) -> UnsafeRawBufferPointer {
            let start = i * Self.piece
            return UnsafeRawBufferPointer(start: base + start, count: min(Self.piece, bytes.count - start))
        }
        // The register is linear: what a piece makes of a register of 0 is added to the former one, moved on.
        let sums = [UInt32](unsafeUninitializedCapacity: count) { sums, initialized in
            let target = sums
            parallelFor(0..<count, grain: 1) { range in
                for i in range { target[i] = Self.next(0, part(i)) }
            }
            initialized = count
        }
        let whole = CRCShift(byteCount: Self.piece)
        for (i, sum) in sums.enumerated() {
            let size = part(i).count
            let shift = size == Self.piece ? whole : CRCShift(byteCount: size)
            state = shift.moved(state) ^ sum
        }
    }

    /// The register after `bytes`.
    private static func next(_ state: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            guard let table = table.baseAddress, let base = bytes.baseAddress else { return state }
            if bytes.count < 1 << 14 { return slow(state, base, bytes.count, table) }
            // Four quarters at a time: each step of one waits for the former, so that the processor has time for four.
            let quarter = bytes.count / 32 * 8
            var (a, b, c, d) = (state, 0 as UInt32, 0 as UInt32, 0 as UInt32)
            for i in stride(from: 0, to: quarter, by: 8) {
                a = step(a, base + i, table)
                b = step(b, base + quarter + i, table)
                c = step(c, base + 2 * quarter + i, table)
                d = step(d, base + 3 * quarter + i, table)
            }
            let shift = CRCShift(byteCount: quarter)
            let all = shift.moved(shift.moved(shift.moved(a) ^ b) ^ c) ^ d
            return slow(all, base + 4 * quarter, bytes.count - 4 * quarter, table)
        }
    }

    private static func slow(
        _ state: UInt32, _ base: UnsafeRawPointer, _ count: Int, _ table: UnsafePointer<UInt32>
    ) -> UInt32 {
        var crc = state
        var i = 0
        while i + 8 <= count {
            crc = step(crc, base + i, table)
            i += 8
        }
        while i < count {
            crc = crc >> 8 ^ table[Int((crc ^ UInt32(base.load(fromByteOffset: i, as: UInt8.self))) & 255)]
            i += 1
        }
        return crc
    }

    /// The register after eight bytes.
    @inline(__always)
    private static func step(
        _ crc: UInt32, _ bytes: UnsafeRawPointer, _ table: UnsafePointer<UInt32>
    ) -> UInt32 {
        let word = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) ^ UInt64(crc)
        let low =
            table[1792 + Int(word & 255)] ^ table[1536 + Int(word >> 8 & 255)]
            ^ table[1280 + Int(word >> 16 & 255)] ^ table[1024 + Int(word >> 24 & 255)]
        let high =
            table[768 + Int(word >> 32 & 255)] ^ table[512 + Int(word >> 40 & 255)]
            ^ table[256 + Int(word >> 48 & 255)] ^ table[Int(word >> 56)]
        return low ^ high
    }

    /// Table k holds the sum of a byte followed by k zeros.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 2048)
        for i in 0..<256 {
            var crc = UInt32(i)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ CRCShift.polynomial : crc >> 1 }
            tables[i] = crc
        }
        for i in 256..<2048 {
            let former = tables[i - 256]
            tables[i] = former >> 8 ^ tables[Int(former & 255)]
        }
        return tables
    }()
}

/// What a number of zero bytes makes of the register: the product with a power of x, modulo the polynomial.
private struct CRCShift {
    static let polynomial: UInt32 = 0xEDB8_8320

    private let power: UInt32

    init(byteCount: Int) {
        // x^(8n) by repeated squaring; the highest bit stands for 1, the next for x.
        var (power, square, left) = (1 << 31 as UInt32, 1 << 30 as UInt32, byteCount * 8)
        while left > 0 {
            if left & 1 == 1 { power = Self.product(square, power) }
            square = Self.product(square, square)
            left >>= 1
        }
        self.power = power
    }

    func moved(_ state: UInt32) -> UInt32 { Self.product(power, state) }

    private static func product(_ a: UInt32, _ b: UInt32) -> UInt32 {
        var (result, b, bit) = (0 as UInt32, b, 1 << 31 as UInt32)
        while bit != 0 {
            if a & bit != 0 { result ^= b }
            b = b & 1 == 1 ? b >> 1 ^ polynomial : b >> 1
            bit >>= 1
        }
        return result
    }
}
