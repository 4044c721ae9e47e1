import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Logic {
        /// Elements with many equal pairs, and for floating-point numbers with zeros of both signs, infinities and NaN.
        private static func elements(_ dtype: DType, _ count: Int, _ random: inout Congruential) -> Elements {
            let special: [UInt64] =
                switch dtype {
                case .float32: [0, 0x8000_0000, 0x7F80_0000, 0xFF80_0000, 0x7FC0_0000, 1, 0x3F80_0000, 0xBF80_0000]
                case .float64: [0, 1 << 63, 0x7FF << 52, 0xFFF << 52, 0x7FF8 << 48, 1, 0x3FF << 52, 0xBFF << 52]
                case .float16: [0, 0x8000, 0x7C00, 0xFC00, 0x7E00, 1, 0x3C00, 0xBC00]
                case .bfloat16: [0, 0x8000, 0x7F80, 0xFF80, 0x7FC0, 1, 0x3F80, 0xBF80]
                case .bool: [0, 1]
                default: [0, 1, 2, .max, .max - 1, 1 << (UInt64(dtype.byteCount) * 8 - 1)]
                }
            let mask = UInt64.max >> (64 - dtype.byteCount * 8)
            return Elements(
                dtype,
                patterns: (0..<count).map { _ in
                    let bits = random.next()
                    return bits & 3 == 0 && dtype != .bool
                        ? bits >> 7 & mask : special[Int(bits >> 9 % UInt64(special.count))] & mask
                })
        }

        private static func counts(_ dtype: DType) -> [Int] {
            let perBlock = Source.scalarBytes / dtype.byteCount
            return [0, 1, 5, perBlock - 1, perBlock, perBlock + 1, 3 * perBlock + 11]
        }

        private static func order(_ dtype: DType, _ a: UInt64, _ b: UInt64, _ op: CompareOp) -> Bool {
            func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
                switch op {
                case .equal: a == b
                case .notEqual: a != b
                case .less: a < b
                case .lessOrEqual: a <= b
                case .greater: a > b
                case .greaterOrEqual: a >= b
                }
            }
            switch (Number(dtype, a), Number(dtype, b)) {
            case (.integer(let a), .integer(let b)): return holds(a, b)
            case (.real(let a), .real(let b)): return holds(a, b)
            default: return false
            }
        }

        private static func isTrue(_ dtype: DType, _ pattern: UInt64) -> Bool {
            switch Number(dtype, pattern) {
            case .integer(let value): value != 0
            case .real(let value): value != 0
            }
        }

        /// In place only where the target's elements are as large as the operands'.
        private static func calls(_ dtype: DType, _ operands: Int) -> [ElementwiseCase] {
            ElementwiseCase.all(operands: operands).filter { $0.inPlace == nil || dtype == .bool }
        }

        @Test(arguments: DType.allCases) func comparisons(dtype: DType) {
            var random = Congruential()
            withEachTable { table in
                for count in Self.counts(dtype) {
                    let a = Self.elements(dtype, count, &random)
                    let b = Self.elements(dtype, count, &random)
                    for op in CompareOp.allCases {
                        for call in Self.calls(dtype, 2) {
                            let seen = call.seen([a, b])
                            let expected = zip(seen[0], seen[1]).map { Self.order(dtype, $0, $1, op) ? UInt64(1) : 0 }
                            let y = call.run([a, b], target: .bool) {
                                compare(op, dtype, shape: $0, $1[0], $1[1], into: $2)
                            }
                            let wrong = y.differences(from: Elements(.bool, patterns: expected))
                            #expect(wrong.isEmpty, "\(op) \(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                        }
                    }
                }
            }
        }

        @Test(arguments: DType.allCases) func logicalOperations(dtype: DType) {
            var random = Congruential(state: 2)
            withEachTable { table in
                for count in Self.counts(dtype) {
                    let a = Self.elements(dtype, count, &random)
                    let b = Self.elements(dtype, count, &random)
                    for op in LogicalOp.allCases {
                        for call in Self.calls(dtype, 2) {
                            let seen = call.seen([a, b])
                            let expected: [UInt64] = zip(seen[0], seen[1]).map {
                                let x = Self.isTrue(dtype, $0)
                                let y = Self.isTrue(dtype, $1)
                                return (op == .and ? x && y : op == .or ? x || y : x != y) ? 1 : 0
                            }
                            let y = call.run([a, b], target: .bool) {
                                logical(op, dtype, shape: $0, $1[0], $1[1], into: $2)
                            }
                            let wrong = y.differences(from: Elements(.bool, patterns: expected))
                            #expect(wrong.isEmpty, "\(op) \(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                        }
                    }
                }
            }
        }

        @Test(arguments: DType.allCases) func predicates(dtype: DType) {
            var random = Congruential(state: 3)
            withEachTable { table in
                for count in Self.counts(dtype) {
                    let x = Self.elements(dtype, count, &random)
                    for op in PredicateOp.allCases {
                        for call in Self.calls(dtype, 1) {
                            let expected: [UInt64] = call.seen([x])[0].map {
                                let truth =
                                    switch (op, Number(dtype, $0)) {
                                    case (.logicalNot, _): !Self.isTrue(dtype, $0)
                                    case (.isNaN, .real(let value)): value.isNaN
                                    case (.isInf, .real(let value)): value.isInfinite
                                    case (.isFinite, .real(let value)): value.isFinite
                                    case (_, .integer): op == .isFinite
                                    }
                                return truth ? 1 : 0
                            }
                            let y = call.run([x], target: .bool) { predicate(op, dtype, shape: $0, $1[0], into: $2) }
                            let wrong = y.differences(from: Elements(.bool, patterns: expected))
                            #expect(wrong.isEmpty, "\(op) \(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                        }
                    }
                }
            }
        }

        @Test(arguments: DType.allCases) func selection(dtype: DType) {
            var random = Congruential(state: 4)
            withEachTable { table in
                for count in Self.counts(dtype) {
                    let mask = Self.elements(.bool, count, &random)
                    let a = Self.elements(dtype, count, &random)
                    let b = Self.elements(dtype, count, &random)
                    for call in ElementwiseCase.all(operands: 3) where call.inPlace != 0 || dtype == .bool {
                        let seen = call.seen([mask, a, b])
                        let expected = seen[0].indices.map { seen[0][$0] != 0 ? seen[1][$0] : seen[2][$0] }
                        let y = call.run([mask, a, b], target: dtype) {
                            select(dtype, shape: $0, $1[0], $1[1], $1[2], into: $2)
                        }
                        #expect(y == Elements(dtype, patterns: expected), "\(dtype) \(count) \(call) \(table)")
                    }
                }
            }
        }

        @Test func doesNotDependOnTheNumberOfThreads() {
            var random = Congruential(state: 5)
            let a = Self.elements(.float32, 300_001, &random)
            let b = Self.elements(.float32, 300_001, &random)
            withEachTable { _ in
                var results: [Elements] = []
                withEachThreadCount { _ in
                    results.append(
                        ElementwiseCase().run([a, b], target: .bool) {
                            compare(.less, .float32, shape: $0, $1[0], $1[1], into: $2)
                        })
                }
                #expect(results[0] == results[1])
            }
        }

        @Test func aTargetThatIsNotBoolStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) {
                    let x = StridedOperand($0.baseAddress!, .float32, strides: [1])
                    compare(.less, .float32, shape: [4], x, x, into: x)
                }
            }
            #expect(wrote(result, "less: the target has elements of 4 bytes, expected bool with 1"))
        }
    }
}
