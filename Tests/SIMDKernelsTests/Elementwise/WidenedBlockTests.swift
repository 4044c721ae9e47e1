import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct WidenedBlocks {
        /// `a - 2 b + c`, each operand widened exactly and the result rounded once from float32.
        private func combine(_ block: ElementwiseBlock) {
            func value(_ source: Source, _ i: Int) -> Float {
                source.base.load(fromByteOffset: i * source.step * 4, as: Float.self)
            }
            for i in 0..<block.count {
                let sum = value(block.a, i) - 2 * value(block.b, i) + value(block.c, i)
                block.target.storeBytes(of: sum, toByteOffset: i * 4, as: Float.self)
            }
        }

        @Test(arguments: [DType.float16, .bfloat16]) func everyOperandOfAShortBlock(dtype: DType) {
            var random = Congruential()
            withEachTable { table in
                for count in [0, 1, 100, 1024, 1025, 5000] {
                    let operands = (0..<3).map { _ in
                        Elements(dtype, patterns: (0..<count).map { _ in random.next() & 0x3FFF })
                    }
                    for call in ElementwiseCase.all(operands: 3) {
                        let seen = call.seen(operands).map { $0.map { Number(dtype, $0).float } }
                        let expected = (0..<count).map { i in
                            Number.real(Double(seen[0][i] - 2 * seen[1][i] + seen[2][i])).pattern(dtype, from: .float32)
                        }
                        let y = call.run(operands, target: dtype) { shape, x, y in
                            ElementwiseLoop(shape: shape, target: y, x[0], x[1], x[2])
                                .run(computing: dtype, grain: 1000, combine)
                        }
                        let wrong = y.differences(from: Elements(dtype, patterns: expected))
                        #expect(wrong.isEmpty, "\(dtype) \(count) \(call) \(table): \(wrong.prefix(3))")
                    }
                }
            }
        }
    }
}
