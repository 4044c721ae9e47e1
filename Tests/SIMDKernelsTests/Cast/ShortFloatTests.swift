import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct ShortFloats {
        private static let all = (0..<65536).map { UInt64($0) }

        private func cast(_ x: Elements, to dtype: DType) -> Elements {
            var y = Elements(dtype, zeros: x.count)
            x.withPointer { x_ in
                y.withMutablePointer { PinionSIMDKernels.cast(x_, from: x.dtype, into: $0, to: dtype, count: x.count) }
            }
            return y
        }

        @Test(arguments: [DType.float16, .bfloat16]) func everyPatternToFloatAndBack(_ dtype: DType) {
            let x = Elements(dtype, patterns: Self.all)
            let exact = Elements(.float32, patterns: Self.all.map { Number(dtype, $0).pattern(.float32, from: dtype) })
            withEachTable { table in
                let wide = cast(x, to: .float32)
                #expect(wide.differences(from: exact).isEmpty, "\(dtype) \(table)")
                #expect(cast(wide, to: dtype).differences(from: x).isEmpty, "\(dtype) \(table)")
            }
        }

        /// Around every boundary between two neighbours: the middle goes to the even one, its neighbours to theirs.
        @Test(arguments: [DType.float16, .bfloat16]) func roundsToNearestEven(_ dtype: DType) {
            var x: [UInt64] = []
            var rounded: [UInt64] = []
            for pattern in Self.all {
                guard case .real(let low) = Number(dtype, pattern), low.isFinite else { continue }
                guard case .real(var high) = Number(dtype, pattern + 1) else { continue }
                if high.isInfinite {
                    // The exponent goes on: half a unit above the largest number, everything is infinity.
                    guard case .real(let below) = Number(dtype, pattern - 1) else { continue }
                    high = low + (low - below)
                }
                let middle = Float(low + (high - low) / 2)
                let outward = middle.sign == .minus ? middle.nextDown : middle.nextUp
                let inward = middle.sign == .minus ? middle.nextUp : middle.nextDown
                x += [inward, middle, outward].map { UInt64($0.bitPattern) }
                rounded += [pattern, pattern & 1 == 0 ? pattern : pattern + 1, pattern + 1]
            }
            let source = Elements(.float32, patterns: x)
            let expected = Elements(dtype, patterns: rounded)
            withEachTable { table in
                let wrong = cast(source, to: dtype).differences(from: expected)
                #expect(wrong.isEmpty, "\(dtype) \(table): \(wrong.prefix(5).map { String(x[$0], radix: 16) })")
            }
        }

        @Test(arguments: [DType.float16, .bfloat16]) func nansBecomeQuietAndKeepTheirSign(_ dtype: DType) {
            let nans: [UInt64] = [0x7F80_0001, 0xFF80_0001, 0x7FFF_FFFF, 0xFFC0_0000, 0x7FA0_1000]
            let x = Elements(.float32, patterns: nans).repeated(200)
            let quiet: UInt64 = dtype == .float16 ? 0x7E00 : 0x7FC0
            withEachTable { table in
                for (i, pattern) in cast(x, to: dtype).patterns.enumerated() {
                    #expect(pattern & quiet == quiet && pattern >> 15 == x[i] >> 31, "\(dtype) \(table)")
                }
            }
        }
    }
}
