import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Attentions {
        private static func shape(
            _ heads: Int, _ queries: Int, _ keys: Int, _ width: Int, _ valueWidth: Int, isCausal: Bool = false
        ) -> AttentionShape {
            AttentionShape(
                heads: heads, queries: queries, keys: keys, width: width, valueWidth: valueWidth, scale: 0.3,
                isCausal: isCausal)
        }

        /// One block and several, lengths that blocks and registers do not divide, nothing at all.
        private static let shapes = [
            shape(3, 5, 7, 3, 2), shape(2, 70, 30, 33, 40), shape(1, 130, 300, 8, 5),
            shape(2, 66, 520, 4, 17, isCausal: true), shape(1, 300, 260, 5, 3, isCausal: true), shape(1, 1, 1, 1, 1),
            shape(2, 3, 0, 4, 2), shape(2, 0, 3, 4, 2), shape(0, 2, 3, 4, 2),
        ]

        private func check<T: AttentionScalar>(_: T.Type, tolerance: Double) {
            for shape in Self.shapes {
                for (masked, dropped) in [(false, false), (true, false), (false, true), (true, true)] {
                    let test = AttentionCase<T>(shape, masked: masked, dropped: dropped)
                    let expected = test.expected()
                    withEachTable { table in
                        for (index, result) in test.results().enumerated() {
                            let largest = max(1, expected[index].map(abs).max() ?? 0)
                            let worst = zip(result, expected[index]).map { abs(Double($0) - $1) }.max() ?? 0
                            #expect(worst <= tolerance * largest, "result \(index) of \(shape) on \(table)")
                        }
                    }
                }
            }
        }

        @Test func floats() { check(Float.self, tolerance: 1e-5) }
        @Test func doubles() { check(Double.self, tolerance: 1e-13) }

        @Test func threadsChangeNothing() {
            let former = numThreads
            defer { setNumThreads(former) }
            let test = AttentionCase<Float>(Self.shapes[2], masked: true)
            let results = [1, 2, 5].map { count in
                setNumThreads(count)
                return test.results()
            }
            #expect(results[0] == results[1] && results[0] == results[2])
        }
    }
}
