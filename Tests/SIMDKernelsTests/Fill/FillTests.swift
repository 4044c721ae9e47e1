import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Fill {
        private static let counts = [0, 1, 7, 63, 64, 65, 1000, 70_001]

        /// `count` elements as `body` writes them; what lies behind them must stay.
        private func written(_ dtype: DType, _ count: Int, _ body: (UnsafeMutableRawPointer) -> Void) -> [UInt64] {
            var y = Elements(dtype, patterns: [UInt64](repeating: 0x5A5A_5A5A_5A5A_5A5A, count: count + 1))
            y.withMutablePointer(body)
            #expect(y[count] & 0xFF == 0x5A)
            return Array(y.patterns.dropLast())
        }

        @Test(arguments: DType.allCases) func constants(dtype: DType) {
            let value = Elements(dtype, patterns: [0x0123_4567_89AB_CDEF])
            withEachTable { table in
                for count in Self.counts {
                    let y = written(dtype, count) { y in
                        value.withPointer { fill(y, with: $0, dtype, count: count) }
                    }
                    #expect(y.allSatisfy { $0 == value[0] }, "\(dtype) \(count) \(table)")
                }
            }
        }

        @Test(arguments: DType.allCases.filter { $0.isFloatingPoint }) func floatSequences(dtype: DType) {
            withEachTable { table in
                for count in Self.counts {
                    for (start, step) in [(0.0, 1.0), (-3.5, 0.1), (1e6, -1e-3)] {
                        let y = written(dtype, count) { iota($0, dtype, start: start, step: step, count: count) }
                        let wrong = y.indices.first {
                            y[$0] != Number.real(start + step * Double($0)).pattern(dtype, from: .float64)
                        }
                        #expect(wrong == nil, "\(dtype) \(count) \(start) \(step) \(table)")
                    }
                }
            }
        }

        @Test(arguments: DType.allCases.filter { !$0.isFloatingPoint }) func integerSequences(dtype: DType) {
            withEachTable { table in
                for count in Self.counts {
                    for (start, step) in [(Int64(0), Int64(1)), (-5, 3), (.max - 10, 7), (100, -1), (4, 0)] {
                        let y = written(dtype, count) { iota($0, dtype, start: start, step: step, count: count) }
                        let wrong = y.indices.first {
                            y[$0] != IntegerReference.pattern(dtype, start &+ step &* Int64($0))
                        }
                        #expect(wrong == nil, "\(dtype) \(count) \(start) \(step) \(table)")
                    }
                }
            }
        }

        @Test func doesNotDependOnTheNumberOfThreads() {
            withEachTable { _ in
                var results: [[UInt64]] = []
                withEachThreadCount { _ in
                    results.append(
                        written(.float16, 600_001) { iota($0, .float16, start: 0.1, step: 0.1, count: 600_001) })
                }
                #expect(results[0] == results[1])
            }
        }

        @Test func aSequenceOfTheWrongKindStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) {
                    iota($0.baseAddress!, .int32, start: 0.5, step: 1.0, count: 4)
                }
            }
            #expect(wrote(result, "iota: the dtype is int32, expected a floating-point one with a Double start"))
        }
    }
}
