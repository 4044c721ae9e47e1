import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Integers {
        private static let dtypes: [DType] = [.int64, .int32, .int16, .int8, .uint8, .bool]
        private static let divisions: Set<BinaryOp> = [.floorDivide, .remainder, .fmod]

        private static func patterns(_ dtype: DType, _ text: Substring) -> [UInt64] {
            text.split(separator: " ").map { IntegerReference.pattern(dtype, Int64($0) ?? 0) }
        }

        /// Operands in which every value meets every value, the last operand's changing fastest.
        private static func grid(_ values: [UInt64], _ operands: Int, isDivision: Bool) -> [[UInt64]] {
            let last = isDivision ? values.filter { $0 != 0 } : values
            switch operands {
            case 1: return [values]
            case 2: return [values.flatMap { a in last.map { _ in a } }, values.flatMap { _ in last }]
            default:
                return [
                    values.flatMap { a in values.flatMap { _ in values.map { _ in a } } },
                    values.flatMap { _ in values.flatMap { b in values.map { _ in b } } },
                    values.flatMap { _ in values.flatMap { _ in values } },
                ]
            }
        }

        private func result(
            _ name: Substring, _ dtype: DType, _ operands: [Elements], _ call: ElementwiseCase = ElementwiseCase()
        ) throws -> Elements {
            switch operands.count {
            case 1:
                let op = try #require(UnaryOp.allCases.first { "\($0)" == name })
                return call.run(operands, target: dtype) {
                    integerUnary(op, dtype, shape: $0, $1[0], into: $2, first: 2, second: 100)
                }
            case 2:
                let op = try #require(BinaryOp.allCases.first { "\($0)" == name })
                return call.run(operands, target: dtype) {
                    _ = integerBinary(op, dtype, shape: $0, $1[0], $1[1], into: $2)
                }
            default:
                let op = try #require(TernaryOp.allCases.first { "\($0)" == name })
                return call.run(operands, target: dtype) {
                    integerTernary(op, dtype, shape: $0, $1[0], $1[1], $1[2], into: $2, value: 3)
                }
            }
        }

        @Test func matchesPyTorch() throws {
            let rows = try Fixture.rows("integers", in: .module)
            #expect(rows.count > 100)
            try withEachTable { table in
                for row in rows {
                    let dtype = try #require(DType(name: row[1]))
                    let isDivision = Self.divisions.contains { "\($0)" == row[0] }
                    let columns = Self.grid(
                        Self.patterns(dtype, row[3]), try #require(Int(row[2])), isDivision: isDivision)
                    let operands = columns.map { Elements(dtype, patterns: $0) }
                    let expected = Elements(dtype, patterns: Self.patterns(dtype, row[4]))
                    let wrong = try result(row[0], dtype, operands).differences(from: expected)
                    #expect(
                        wrong.isEmpty,
                        "\(row[0]) \(dtype) \(table): \(wrong.prefix(3).map { i in operands.map { $0[i] } })")
                }
            }
        }

        private func random(_ dtype: DType, _ count: Int, _ random: inout Congruential, nonzero: Bool) -> Elements {
            Elements(
                dtype,
                patterns: (0..<count).map { _ in
                    let bits = random.next()
                    // Half of them small, so that quotients and shifts are not all trivial.
                    let value =
                        Int64(truncatingIfNeeded: bits & 1 == 0 ? bits : bits >> 8 % 41) &- (bits & 2 == 0 ? 20 : 0)
                    let pattern = IntegerReference.pattern(dtype, value)
                    return nonzero && pattern == 0 ? 1 : pattern
                })
        }

        @Test(arguments: dtypes) func everyCountMatchesTheDefinition(dtype: DType) throws {
            var generator = Congruential()
            let perBlock = Source.scalarBytes / dtype.byteCount
            try withEachTable { table in
                for count in [0, 1, 3, perBlock - 1, perBlock, perBlock + 1, 5 * perBlock + 7] {
                    let a = random(dtype, count, &generator, nonzero: false)
                    let b = random(dtype, count, &generator, nonzero: false)
                    let c = random(dtype, count, &generator, nonzero: true)
                    for op in UnaryOp.allCases where op.supports(dtype) {
                        for call in ElementwiseCase.all(operands: 1) {
                            let seen = call.seen([a])
                            let expected = seen[0].map {
                                IntegerReference.unary(op, dtype, IntegerReference.value(dtype, $0))
                            }
                            let wrong = try result("\(op)", dtype, [a], call).differences(
                                from: Elements(dtype, patterns: expected.map { IntegerReference.pattern(dtype, $0) }))
                            #expect(wrong.isEmpty, "\(op) \(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                        }
                    }
                    for op in BinaryOp.allCases where op.supports(dtype) {
                        let right = Self.divisions.contains(op) ? c : op == .pow ? small(b) : b
                        for call in ElementwiseCase.all(operands: 2) {
                            let seen = call.seen([a, right])
                            let expected = seen[0].indices.map {
                                IntegerReference.binary(
                                    op, dtype, IntegerReference.value(dtype, seen[0][$0]),
                                    IntegerReference.value(dtype, seen[1][$0]))
                            }
                            let wrong = try result("\(op)", dtype, [a, right], call).differences(
                                from: Elements(dtype, patterns: expected.map { IntegerReference.pattern(dtype, $0) }))
                            #expect(wrong.isEmpty, "\(op) \(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                        }
                    }
                    for op in [TernaryOp.clamp, .addcmul] where op.supports(dtype) {
                        for call in ElementwiseCase.all(operands: 3) {
                            let seen = call.seen([a, b, c]).map { $0.map { IntegerReference.value(dtype, $0) } }
                            let expected = seen[0].indices.map {
                                IntegerReference.ternary(op, 3, seen[0][$0], seen[1][$0], seen[2][$0])
                            }
                            let wrong = try result("\(op)", dtype, [a, b, c], call).differences(
                                from: Elements(dtype, patterns: expected.map { IntegerReference.pattern(dtype, $0) }))
                            #expect(wrong.isEmpty, "\(op) \(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                        }
                    }
                }
            }
        }

        /// Exponents that the reference can count to.
        private func small(_ x: Elements) -> Elements {
            Elements(x.dtype, patterns: x.patterns.map { $0 & 0x3F })
        }

        /// Every pair of bytes, and of int16 every dividend with the divisors around every power of two.
        @Test(arguments: [DType.int8, .uint8, .int16]) func divisionIsExact(dtype: DType) throws {
            let mask: UInt64 = dtype == .int16 ? 0xFFFF : 0xFF
            var divisors = Array(UInt64(1)...255)
            if dtype == .int16 {
                divisors = [10, 1000, 0x7FFF, 0x8000, 0x8001, 0xFFFD, 0xFFFF]
                for k in 0..<15 { divisors += [1 << k, (1 << k) + 1, 0xFFFF - (1 << k)] }
            }
            let a = Elements(dtype, patterns: divisors.flatMap { _ in 0...mask })
            let b = Elements(dtype, patterns: divisors.flatMap { divisor in (0...mask).map { _ in divisor } })
            try withEachTable { table in
                for op in [BinaryOp.floorDivide, .remainder, .fmod] {
                    let y = try result("\(op)", dtype, [a, b])
                    let wrong = (0..<a.count).first {
                        let exact = IntegerReference.binary(
                            op, dtype, IntegerReference.value(dtype, a[$0]), IntegerReference.value(dtype, b[$0]))
                        return y[$0] != IntegerReference.pattern(dtype, exact)
                    }
                    #expect(wrong == nil, "\(op) \(dtype) \(table): \(wrong.map { (a[$0], b[$0]) } ?? (0, 0))")
                }
            }
        }

        @Test func doesNotDependOnTheNumberOfThreads() throws {
            var generator = Congruential()
            let a = random(.int32, 200_003, &generator, nonzero: false)
            let b = random(.int32, 200_003, &generator, nonzero: true)
            try withEachTable { _ in
                var results: [Elements] = []
                try withEachThreadCount { _ in results.append(try result("floorDivide", .int32, [a, b])) }
                #expect(results[0] == results[1])
            }
        }
    }
}
