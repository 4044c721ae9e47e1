/// Reduction of huge arguments by pi / 2 (Payne and Hanek): x * 2 / pi modulo 4 from the bits of 2 / pi that matter.
enum PayneHanek {
    /// Word `index` of the binary expansion of 2 / pi, 64 bits each; the two words before the point are 0.
    private static func word(_ index: Int) -> UInt64 {
        switch index {
        case 2: 0xA2F9_836E_4E44_1529
        case 3: 0xFC27_57D1_F534_DDC0
        case 4: 0xDB62_9599_3C43_9041
        case 5: 0xFE51_63AB_DEBB_C561
        case 6: 0xB724_6E3A_424D_D2E0
        case 7: 0x0649_2EEA_09D1_921C
        case 8: 0xFE1D_EB1C_B129_A73E
        case 9: 0xE882_35F5_2EBB_4484
        case 10: 0xE99C_7026_B45F_7E41
        case 11: 0x3991_D639_8353_39F4
        case 12: 0x9C84_5F8B_BDF9_283B
        case 13: 0x1FF8_97FF_DE05_980F
        case 14: 0xEF2F_118B_5A0A_6D1F
        case 15: 0x6D36_7ECF_27CB_09B7
        case 16: 0x4F46_3F66_9E5F_EA2D
        case 17: 0x7527_BAC7_EBE5_F17B
        case 18: 0x3D07_39F7_8A52_92EA
        case 19: 0x6BFB_5FB1_1F8D_5D08
        case 20: 0x5603_3046_FC7B_6BAB
        default: 0
        }
    }

    /// x = quadrant * pi / 2 + high + low modulo 2 pi, for finite |x| >= 1; NaN for the rest.
    static func reduce(_ x: Double) -> (quadrant: Int64, high: Double, low: Double) {
        let bits = Int64(bitPattern: x.bitPattern)
        let biased = Int((bits >> 52) & 0x7FF)
        guard biased < 0x7FF else { return (0, .nan, .nan) }
        let mantissa = UInt64(truncatingIfNeeded: bits & 0xF_FFFF_FFFF_FFFF) | 0x10_0000_0000_0000
        // |x| = mantissa * 2^shift. The product is wanted from weight 2 down: bit 62 of the top word is weight 1.
        let shift = biased - 1075
        let start = 128 + shift - 2
        let index = start >> 6
        let offset = UInt64(truncatingIfNeeded: start & 63)
        let w0 = aligned(index, offset)
        let w1 = aligned(index + 1, offset)
        let w2 = aligned(index + 2, offset)
        let p2 = mantissa.multipliedFullWidth(by: w2).high
        let p1 = mantissa.multipliedFullWidth(by: w1)
        let (middle, carry) = p1.low.addingReportingOverflow(p2)
        var top = (mantissa &* w0) &+ p1.high &+ (carry ? 1 : 0)
        var next = middle
        // Round to the nearest quadrant, the fraction signed.
        var quadrant = Int64(truncatingIfNeeded: top >> 62)
        top &<<= 2
        top |= next >> 62
        next &<<= 2
        let negative = top >> 63 != 0
        if negative {
            quadrant += 1
            top = ~top
            next = ~next
        }
        // A fraction in [0, 1/2], normalised, as the sum of three doubles without a common bit, times pi / 2.
        let zeros = UInt64(truncatingIfNeeded: top.leadingZeroBitCount & 63)
        if zeros != 0 {
            top = (top &<< zeros) | (next &>> (64 &- zeros))
            next = next &<< zeros
        }
        let scale = Double(bitPattern: (1023 &- zeros) &<< 52)
        let a = Double(top >> 34) * 0x1p-30
        let b = Double(((top & 0x3_FFFF_FFFF) << 14) | (next >> 50)) * 0x1p-78
        let c = Double((next >> 18) & 0xFFFF_FFFF) * 0x1p-110
        // pi / 2 is 0x1.921fb4p0 (23 bits, exact times `a`) and the rest in two parts.
        let lead = b + c
        let first = a * 0x1.921fb4p0
        let second = a * 0x1.4442d184698p-24 + (lead * 1.57079632679489661923 + a * 0x1.3198a2e037073p-69)
        let sum = (first + second) * scale
        let rest = (second - ((first + second) - first)) * scale
        let flip = negative != (x < 0)
        return (x < 0 ? -quadrant : quadrant, flip ? -sum : sum, flip ? -rest : rest)
    }

    /// 64 bits from bit `offset` of word `index` on.
    private static func aligned(_ index: Int, _ offset: UInt64) -> UInt64 {
        offset == 0 ? word(index) : (word(index) &<< offset) | (word(index + 1) &>> (64 - offset))
    }
}
