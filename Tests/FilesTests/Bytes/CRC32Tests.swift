import PinionFiles
import Testing

@Suite struct CRC32Tests {
    /// The definition: one bit at a time.
    private func reference(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
        }
        return ~register
    }

    /// Around the lengths from which on four parts are summed at a time, and several threads sum.
    @Test func equalsTheDefinition() {
        var random = Seeded(5)
        let bytes = (0..<(3 << 20) + 9).map { _ in UInt8.random(in: 0...255, using: &random) }
        let (part, piece) = (1 << 14, 1 << 20)
        for count in [0, 1, 7, 8, 9, part - 1, part, part + 1, part + 31, 70_001, piece - 1, piece, piece + 1, 3 << 20]
        {
            let slice = bytes[9..<9 + count]
            #expect(CRC32.of(Bytes([UInt8](slice))) == reference(slice), "\(count)")
        }
        #expect(CRC32.of(Bytes(Array("123456789".utf8))) == 0xCBF4_3926)
    }

    @Test func partsMayBeAddedOneAfterTheOther() {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var sum = CRC32()
        bytes.withUnsafeBytes { all in
            for range in [0..<3, 3..<50_000, 50_000..<50_000, 50_000..<200_000] {
                sum.add(UnsafeRawBufferPointer(rebasing: all[range]))
            }
        }
        #expect(sum.value == reference(bytes[...]))
    }
}
