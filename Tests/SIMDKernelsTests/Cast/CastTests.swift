import PinionSIMDKernels
import PinionTestSupport
import Testing

private func cast(_ x: Elements, to dtype: DType) -> Elements {
    // One more element than there is, to see that nothing is written behind the end.
    var y = Elements(dtype, patterns: [UInt64](repeating: 0x5A5A_5A5A_5A5A_5A5A, count: x.count + 1))
    x.withPointer { x_ in y.withMutablePointer { cast(x_, from: x.dtype, into: $0, to: dtype, count: x.count) } }
    #expect(y[x.count] & 0xFF == 0x5A)
    return Elements(dtype, patterns: Array(y.patterns.dropLast()))
}

extension AllKernels {
    @Suite struct Cast {
        private static let fixture = Result { try Fixture.rows("casts", in: .module) }

        @Test func matchesPyTorch() throws {
            let rows = try Self.fixture.get()
            #expect(rows.count == DType.allCases.count * DType.allCases.count)
            try withEachTable { table in
                for row in rows {
                    let from = try #require(DType(name: row[0]))
                    let to = try #require(DType(name: row[1]))
                    let x = Elements(from, hexadecimal: row[2])
                    let expected = Elements(to, hexadecimal: row[3])
                    // Once as they are and once so often that every value meets vector code and tails.
                    for count in [x.count, x.count * 17 + 5] {
                        let wrong = cast(x.repeated(count), to: to).differences(from: expected.repeated(count))
                        #expect(wrong.isEmpty, "\(from) to \(to), \(table): \(wrong.prefix(5).map { $0 % x.count })")
                    }
                }
            }
        }

        @Test(arguments: DType.allCases) func everyCountMatchesANaiveConversion(from: DType) {
            var generator = SystemRandomNumberGenerator()
            withEachTable { table in
                for to in DType.allCases {
                    for count in Array(0...70) + [127, 300, 1000] {
                        let x = Elements(
                            from,
                            patterns: (0..<count).map { _ in
                                let bits = UInt64.random(in: 0 ... .max, using: &generator)
                                // Small integers are what is converted most; bits at random are mostly huge.
                                let bounded = bits & 1 == 0 ? bits >> 1 : bits >> 2 & 0x3FF
                                return from == .bool ? bounded & 1 : bounded & UInt64.max >> (64 - from.byteCount * 8)
                            })
                        let expected = Elements(
                            to, patterns: x.patterns.map { Number(from, $0).pattern(to, from: from) })
                        let wrong = cast(x, to: to).differences(from: expected)
                        #expect(wrong.isEmpty, "\(from) to \(to), \(count), \(table): \(wrong.prefix(5))")
                    }
                }
            }
        }

        @Test func doesNotDependOnTheNumberOfThreads() {
            let former = numThreads
            defer { setNumThreads(former) }
            let x = Elements(.float32, patterns: (0..<300_001).map { UInt64($0) * 2_654_435_761 & 0xFFFF_FFFF })
            withEachTable { _ in
                setNumThreads(1)
                let one = cast(x, to: .float16)
                setNumThreads(3)
                #expect(cast(x, to: .float16) == one)
            }
        }

        @Test func aNegativeCountStops() async {
            await #expect(processExitsWith: .failure) {
                withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { memory in
                    PinionSIMDKernels.cast(
                        UnsafeRawPointer(memory.baseAddress!), from: .float32, into: memory.baseAddress!, to: .int8,
                        count: -1)
                }
            }
        }
    }
}
