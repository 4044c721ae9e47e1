import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct IntegerReductions {
        /// A reduction written down plainly; sums and products wrap around in 64 bits.
        private func plain<T: FixedWidthInteger>(_ op: Reduction, _ x: [T]) -> Int64 {
            let wide = x.map { Int64($0) }
            return switch op {
            case .sum: wide.reduce(0, &+)
            case .prod: wide.reduce(1, &*)
            case .sumOfSquares: wide.reduce(0) { $0 &+ $1 &* $1 }
            case .min: wide.min()!
            case .max: wide.max()!
            case .argMin: Int64(wide.firstIndex(of: wide.min()!)!)
            case .argMax: Int64(wide.firstIndex(of: wide.max()!)!)
            case .any: wide.contains { $0 != 0 } ? 1 : 0
            case .all: wide.contains(0) ? 0 : 1
            case .mean, .logSumExp: 0
            }
        }

        private func result<T: ReductionScalar & FixedWidthInteger>(
            _ op: Reduction, _ x: [T], _ outer: Int, _ n: Int, _ inner: Int
        ) -> [Int64] {
            let count = outer * inner
            func run<R: FixedWidthInteger>(_: R.Type) -> [Int64] {
                var out = [R](repeating: 55, count: count)
                out.withUnsafeMutableBytes {
                    reduce(op, x, outer: outer, n: n, inner: inner, into: $0.baseAddress!)
                }
                return out.map { Int64($0) }
            }
            switch op {
            case .min, .max: return run(T.self)
            case .any, .all: return run(UInt8.self)
            default: return run(Int64.self)
            }
        }

        private func check<T: ReductionScalar & FixedWidthInteger>(_: T.Type) {
            for op in Reduction.allCases where op != .mean && op != .logSumExp {
                for (outer, n, inner) in [
                    (1, 1, 1), (2, 7, 1), (3, 100, 1), (1, 4097, 1), (1, 70_000, 1), (2, 5, 9), (1, 130, 70),
                    (3, 33, 3),
                    (1, 9000, 8),
                ] {
                    var state = UInt64(n &* 31 &+ inner) | 1
                    let x = (0..<outer * n * inner).map { _ -> T in
                        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        let value = T(truncatingIfNeeded: state >> 33)
                        if op == .all { return value == 0 ? 1 : value }
                        if op == .any { return 0 }
                        return op == .prod ? value | 1 : value
                    }
                    var variants = [x]
                    if op == .any || op == .all {
                        var other = x
                        other[x.count - 1] = op == .any ? 3 : 0
                        variants.append(other)
                    }
                    for x in variants {
                        let results = result(op, x, outer, n, inner)
                        for i in 0..<outer {
                            for j in 0..<inner {
                                let exact = plain(op, (0..<n).map { x[(i * n + $0) * inner + j] })
                                #expect(results[i * inner + j] == exact, "\(T.self) \(op) [\(outer), \(n), \(inner)]")
                            }
                        }
                    }
                }
            }
        }

        @Test func matchPlainLoops() {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for threads in [1, 2] {
                    setNumThreads(threads)
                    check(Int64.self)
                    check(Int32.self)
                    check(Int16.self)
                    check(Int8.self)
                    check(UInt8.self)
                }
            }
        }

        @Test func meansOfIntegersStop() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var out: Int64 = 0
                reduce(.mean, [Int32(1), 2], outer: 1, n: 2, into: &out)
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("mean of [1, 2, 1] over [1]: Int32 elements; expected floating-point ones"))
        }
    }
}
