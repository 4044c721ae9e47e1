import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    /// Drivers over transposed, broadcast and gapped operands.
    @Suite struct IntegerStrides {
        private static let rows = 37
        private static let columns = 53

        /// Element (i, j) of each operand lies where its strides say.
        private struct Grid {
            var values: [Int32]
            var strides: [Int]

            init(_ strides: [Int], _ random: inout Congruential) {
                self.strides = strides
                let count = 1 + (rows - 1) * strides[0] + (columns - 1) * strides[1]
                values = (0..<count).map { _ in Int32(truncatingIfNeeded: random.next() % 19) - 9 }
            }

            subscript(i: Int, j: Int) -> Int32 { values[i * strides[0] + j * strides[1]] }

            func operand(_ base: UnsafeRawPointer) -> StridedOperand { StridedOperand(base, .int32, strides: strides) }
        }

        private static let layouts: [[Int]] = [
            [columns, 1], [1, rows], [0, 1], [1, 0], [0, 0], [2 * columns, 2], [3, 3 * rows],
        ]

        @Test func everyPairOfLayouts() {
            var random = Congruential()
            let shape = [Self.rows, Self.columns]
            withEachTable { table in
                for left in Self.layouts {
                    for right in Self.layouts {
                        let a = Grid(left, &random)
                        let b = Grid(right, &random)
                        var y = [Int32](repeating: 0, count: Self.rows * Self.columns)
                        var less = [UInt8](repeating: 7, count: y.count)
                        y.withUnsafeMutableBytes { y in
                            less.withUnsafeMutableBytes { less in
                                a.values.withUnsafeBytes { aBytes in
                                    b.values.withUnsafeBytes { bBytes in
                                        let x = (a.operand(aBytes.baseAddress!), b.operand(bBytes.baseAddress!))
                                        // A transposed target too.
                                        let target = StridedOperand(y.baseAddress!, .int32, strides: [1, Self.rows])
                                        let mask = StridedOperand(
                                            less.baseAddress!, .bool, strides: [Self.columns, 1])
                                        #expect(integerBinary(.mul, .int32, shape: shape, x.0, x.1, into: target))
                                        compare(.less, .int32, shape: shape, x.0, x.1, into: mask)
                                        integerTernary(
                                            .addcmul, .int32, shape: shape, target, x.0, x.1, into: target, value: 2)
                                        select(.int32, shape: shape, mask, target, x.1, into: target)
                                    }
                                }
                            }
                        }
                        var wrong = 0
                        for i in 0..<Self.rows {
                            for j in 0..<Self.columns {
                                let isLess = a[i, j] < b[i, j]
                                let expected = isLess ? 3 * a[i, j] * b[i, j] : b[i, j]
                                if less[i * Self.columns + j] != (isLess ? 1 : 0) || y[j * Self.rows + i] != expected {
                                    wrong += 1
                                }
                            }
                        }
                        #expect(wrong == 0, "\(left) \(right) \(table)")
                    }
                }
            }
        }
    }
}
