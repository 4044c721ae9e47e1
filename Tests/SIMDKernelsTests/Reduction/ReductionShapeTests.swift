import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    /// Columns and strided views, against rows picked out one element after another.
    @Suite struct ReductionShapes {
        private func check<T: ReductionScalar & BinaryFloatingPoint>(
            _ op: Reduction, _ sizes: [Int], _ strides: [Int], over dims: [Int], _: T.Type, start: Int = 0
        ) {
            let span = zip(sizes, strides).reduce(start + 1) { $0 + max(0, ($1.0 - 1) * $1.1) }
            var numbers = Numbers(seed: span + Int(op.rawValue))
            var x: [T] = numbers.array(span)
            if op == .prod { x = x.map { 1 + $0 / 64 } }
            if op == .any || op == .all { x = x.map { abs($0) < 0.3 ? 0 : $0 } }
            // Ties.
            if op == .argMin || op == .argMax { x = x.map { ($0 * 8).rounded() } }
            let kept = sizes.indices.filter { !dims.contains($0) }
            let results = strided(op, x, sizes, strides, dims, start, kept.reduce(1) { $0 * sizes[$1] })
            for (number, outside) in places(kept.map { sizes[$0] }).enumerated() {
                let origin = start + zip(outside, kept).reduce(0) { $0 + $1.0 * strides[$1.1] }
                let values = places(dims.sorted().map { sizes[$0] }).map { inside in
                    x[origin + zip(inside, dims.sorted()).reduce(0) { $0 + $1.0 * strides[$1.1] }]
                }
                let exact = wideReduction(op, values)
                let right = abs(results[number] - exact) <= allowedError(op, values) || results[number] == exact
                #expect(right, "\(T.self) \(op) \(sizes) \(strides) over \(dims): \(results[number]), exactly \(exact)")
            }
        }

        private func places(_ sizes: [Int]) -> [[Int]] {
            sizes.reduce([[]]) { places, size in places.flatMap { place in (0..<size).map { place + [$0] } } }
        }

        private func strided<T: ReductionScalar & BinaryFloatingPoint>(
            _ op: Reduction, _ x: [T], _ sizes: [Int], _ strides: [Int], _ dims: [Int], _ start: Int, _ count: Int
        ) -> [Wide] {
            results(op, T.self, count) { out in
                x.withUnsafeBufferPointer {
                    reduce(op, $0.baseAddress! + start, sizes: sizes, strides: strides, over: dims, into: out)
                }
            }
        }

        @Test func columns() {
            withEachTable { _ in
                for op in Reduction.allCases {
                    for (outer, n, inner) in [
                        (1, 1, 9), (1, 7, 8), (2, 8, 16), (1, 129, 17), (3, 33, 31), (1, 300, 67), (2, 1025, 13),
                        (1, 20, 1100), (1, 8193, 9), (1, 17000, 8), (4, 5, 3), (1, 200, 2),
                    ] {
                        check(op, [outer, n, inner], [n * inner, inner, 1], over: [1], Float.self)
                        check(op, [outer, n, inner], [n * inner, inner, 1], over: [1], Double.self)
                    }
                }
            }
        }

        @Test func stridedViews() {
            withEachTable { _ in
                for op in Reduction.allCases {
                    check(op, [], [], over: [], Float.self)
                    check(op, [4, 5], [5, 1], over: [], Float.self)
                    check(op, [4, 5, 6], [30, 6, 1], over: [0, 1, 2], Float.self)
                    check(op, [4, 5, 6], [1, 4, 20], over: [0, 1, 2], Float.self)
                    check(op, [4, 5, 6], [30, 6, 1], over: [0, 2], Double.self)
                    check(op, [4, 5, 60], [300, 60, 1], over: [0, 1], Float.self)
                    check(op, [4, 5, 60], [300, 60, 1], over: [0], Double.self)
                    check(op, [40, 50], [1, 40], over: [0], Float.self)
                    check(op, [40, 50], [1, 40], over: [1], Float.self)
                    check(op, [40, 50], [200, 3], over: [1], Float.self)
                    check(op, [40, 50], [0, 1], over: [0], Float.self)
                    check(op, [40, 50], [-50, -1], over: [1], Double.self, start: 1999)
                    check(op, [3, 4, 5, 20], [800, 1, 160, 8], over: [1, 3], Float.self)
                }
            }
        }

        @Test func doNotDependOnTheNumberOfThreads() {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for (outer, n, inner) in [(1, 1000, 1000), (3, 20_000, 40), (50, 60, 100), (1, 100_000, 3)] {
                    var numbers = Numbers(seed: n)
                    let x: [Float] = numbers.array(outer * n * inner)
                    for op in Reduction.allCases {
                        let results = [1, 2, 3].map { threads in
                            setNumThreads(threads)
                            return reduced(op, x, outer: outer, n: n, inner: inner).map { Double($0).bitPattern }
                        }
                        #expect(
                            results[0] == results[1] && results[0] == results[2], "\(op) [\(outer), \(n), \(inner)]")
                    }
                }
            }
        }

        @Test func columnsKeepNaNAndInfinities() {
            withEachTable { _ in checkColumns() }
        }

        private func checkColumns() {
            for width in [8, 19, 40] {
                for n in [1, 5, 20, 200] {
                    var x = [Float](repeating: 1, count: n * width)
                    x[(n / 2) * width + 1] = .nan
                    x[(n - 1) * width + 1] = .nan
                    for row in 0..<n { x[row * width + 2] = -.infinity }
                    x[(n - 1) * width + 3] = .infinity
                    #expect(reduced(.max, x, outer: 1, n: n, inner: width)[1].isNaN)
                    #expect(reduced(.min, x, outer: 1, n: n, inner: width)[1].isNaN)
                    #expect(reduced(.argMax, x, outer: 1, n: n, inner: width)[1] == Wide(n / 2))
                    #expect(reduced(.argMin, x, outer: 1, n: n, inner: width)[1] == Wide(n / 2))
                    #expect(reduced(.argMax, x, outer: 1, n: n, inner: width)[3] == Wide(n - 1))
                    #expect(reduced(.argMax, x, outer: 1, n: n, inner: width)[0] == 0)
                    let logs = reduced(.logSumExp, x, outer: 1, n: n, inner: width)
                    #expect(logs[1].isNaN && logs[2] == -.infinity && logs[3] == .infinity)
                    let onlyNaN = x.map { (v: Float) -> Float in v.isNaN ? v : 0 }
                    #expect(reduced(.any, onlyNaN, outer: 1, n: n, inner: width)[1] == 1)
                    let all = reduced(.all, x, outer: 1, n: n, inner: width)
                    #expect(all.allSatisfy { $0 == 1 })
                }
            }
        }

        @Test func nothingAtAll() {
            #expect(reduced(.sum, [Float](), outer: 2, n: 0, inner: 3) == [0, 0, 0, 0, 0, 0])
            #expect(reduced(.prod, [Float](), outer: 1, n: 0, inner: 2) == [1, 1])
            #expect(reduced(.mean, [Double](), outer: 1, n: 0, inner: 1)[0].isNaN)
            #expect(reduced(.logSumExp, [Double](), outer: 1, n: 0, inner: 1) == [-Wide.infinity])
            #expect(reduced(.any, [Double](), outer: 1, n: 0) == [0])
            #expect(reduced(.all, [Double](), outer: 1, n: 0) == [1])
        }

        @Test func wrongDimensionsStop() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var out: Float = 0
                reduce(.sum, [Float(1), 2], sizes: [1, 2], strides: [2, 1], over: [1, 2], into: &out)
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("sum of [1, 2] over [1, 2]: the reduced dimensions must be different ones below 2"))
        }
    }
}
