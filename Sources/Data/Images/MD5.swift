import PinionFiles

/// The MD5 sum of bytes (RFC 1321), as published beside datasets: against damage, not against an enemy.
enum MD5 {
    /// The integer part of 2³² times the absolute sine of 1, 2, … 64.
    private static let sines: [UInt32] = [
        0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
        0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
        0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
        0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
        0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
        0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
        0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
        0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
    ]

    /// The sum as 32 hexadecimal digits.
    static func sum(_ bytes: Bytes) -> String {
        var state: SIMD4<UInt32> = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
        bytes.withUnsafeBytes { memory in
            let whole = memory.count / 64 * 64
            sines.withUnsafeBufferPointer { sines in
                for start in stride(from: 0, to: whole, by: 64) { add(memory, start, sines, to: &state) }
                // The rest, a bit 1, zeros, and the number of bits.
                var tail = [UInt8](memory[whole...]) + [0x80]
                tail += [UInt8](repeating: 0, count: (120 - tail.count % 64) % 64)
                tail += (0..<8).map { UInt8(truncatingIfNeeded: (memory.count * 8) >> ($0 * 8)) }
                tail.withUnsafeBytes { tail in
                    for start in stride(from: 0, to: tail.count, by: 64) { add(tail, start, sines, to: &state) }
                }
            }
        }
        return (0..<16).map { i in
            let byte = state[i / 4] >> UInt32(i % 4 * 8) & 255
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func add(
        _ memory: UnsafeRawBufferPointer, _ start: Int, _ sines: UnsafeBufferPointer<UInt32>,
        to state: inout SIMD4<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        // Inlined four times, each with constant shifts.
        @inline(__always) func round(
            _ number: Int, _ shifts: SIMD4<UInt32>, _ step: Int, _ first: Int,
            _ mix: (UInt32, UInt32, UInt32) -> UInt32
        ) {
            for i in 0..<16 {
                let offset = start + (step * i + first) % 16 * 4
                let word = UInt32(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
                let turned = a &+ mix(b, c, d) &+ sines[number * 16 + i] &+ word
                let shift = shifts[i % 4]
                (a, d, c, b) = (d, c, b, b &+ (turned &<< shift | turned &>> (32 &- shift)))
            }
        }
        round(0, [7, 12, 17, 22], 1, 0) { $0 & $1 | ~$0 & $2 }
        round(1, [5, 9, 14, 20], 5, 1) { $2 & $0 | ~$2 & $1 }
        round(2, [4, 11, 16, 23], 3, 5) { $0 ^ $1 ^ $2 }
        round(3, [6, 10, 15, 21], 7, 0) { $1 ^ ($0 | ~$2) }
        state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
    }
}
