import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Reductions {
        static let lengths = [
            0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 100, 127, 129, 255, 257, 1000, 1023, 1025, 4095,
            4096, 4097, 8200, 32767, 32768, 32769, 70001,
        ]

        private func checkRows<T: ReductionScalar & BinaryFloatingPoint>(_: T.Type) {
            for n in Self.lengths {
                for op in Reduction.allCases where n > 0 || !op.needsElements {
                    for outer in [1, 3] {
                        var numbers = Numbers(seed: n * 16 + Int(op.rawValue))
                        var x: [T] = numbers.array(outer * n)
                        // Near 1, where a product neither vanishes nor overflows.
                        if op == .prod { x = x.map { 1 + $0 / 64 } }
                        let results = reduced(op, x, outer: outer, n: n)
                        for row in 0..<outer {
                            let values = Array(x[row * n..<(row + 1) * n])
                            let exact = wideReduction(op, values)
                            let right =
                                abs(results[row] - exact) <= allowedError(op, values) || results[row] == exact
                                || (results[row].isNaN && exact.isNaN)
                            #expect(right, "\(T.self) \(op) of \(n): \(results[row]), exactly \(exact)")
                        }
                    }
                }
            }
        }

        @Test func rowsMatchPlainSums() {
            withEachTable { _ in
                checkRows(Float.self)
                checkRows(Double.self)
            }
        }

        /// Short rows are taken several at a time, where there are enough.
        private func checkShortRows<T: ReductionScalar & BinaryFloatingPoint>(_: T.Type) {
            for n in [1, 2, 7, 8, 10, 16, 31, 64, 65] {
                var numbers = Numbers(seed: n)
                let x: [T] = numbers.array(37 * n)
                for op in [Reduction.sum, .mean, .prod, .sumOfSquares] {
                    let alone = (0..<37).map { reduced(op, Array(x[$0 * n..<($0 + 1) * n]), outer: 1, n: n)[0] }
                    #expect(reduced(op, x, outer: 37, n: n) == alone, "\(T.self) \(op) of \(n)")
                }
            }
        }

        @Test func shortRowsAreWhatTheyAreAlone() {
            withEachTable { _ in
                checkShortRows(Float.self)
                checkShortRows(Double.self)
            }
        }

        @Test func theErrorOfASumDoesNotGrow() {
            var numbers = Numbers(seed: 5)
            let x: [Float] = numbers.array(10_000_000).map { abs($0) }
            let naive = plainSum(x)
            withEachTable { _ in
                for n in [10_000, 100_000, 1_000_000, 10_000_000] {
                    let exact = x[..<n].reduce(0.0) { $0 + Double($1) }
                    for (op, factor) in [(Reduction.sum, 1.0), (.mean, Double(n))] {
                        let got = Double(reduced(op, Array(x[..<n]), outer: 1, n: n)[0]) * factor
                        #expect(abs(got / exact - 1) < 4e-7, "\(op) of \(n)")
                    }
                }
                // What the bound is there to keep away.
                let exact = x.reduce(0.0) { $0 + Double($1) }
                #expect(abs(Double(naive) / exact - 1) > 4e-5)
            }
        }

        private func plainSum(_ x: [Float]) -> Float { x.reduce(0, +) }

        @Test func doNotDependOnTheNumberOfThreads() {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for (outer, n) in [(1, 1_000_003), (3, 300_001), (1000, 777), (40_000, 9)] {
                    var numbers = Numbers(seed: n)
                    let x: [Float] = numbers.array(outer * n)
                    for op in Reduction.allCases {
                        let results = [1, 2, 3].map { threads in
                            setNumThreads(threads)
                            return reduced(op, x, outer: outer, n: n).map { Double($0).bitPattern }
                        }
                        #expect(results[0] == results[1] && results[0] == results[2], "\(op) of [\(outer), \(n)]")
                    }
                }
            }
        }

        /// An index far behind the first chunk, and a tie that the first of two chunks must win.
        @Test func extremaAreFoundWhereverTheyAre() {
            withEachTable { _ in findExtrema() }
        }

        private func findExtrema() {
            for n in [5, 100, 5000, 100_000] {
                for place in [0, 1, n / 2, n - 2, n - 1] {
                    var numbers = Numbers(seed: n + place)
                    var x: [Float] = numbers.array(n)
                    x[place] = 2
                    x[n - 1] = 2
                    #expect(reduced(.argMax, x, outer: 1, n: n) == [Wide(place)])
                    #expect(reduced(.max, x, outer: 1, n: n) == [2])
                    #expect(reduced(.argMin, x.map { -$0 }, outer: 1, n: n) == [Wide(place)])
                    x[place] = .nan
                    #expect(reduced(.argMax, x, outer: 1, n: n) == [Wide(place)])
                    #expect(reduced(.argMin, x, outer: 1, n: n) == [Wide(place)])
                    #expect(reduced(.max, x, outer: 1, n: n)[0].isNaN)
                    #expect(reduced(.min, x, outer: 1, n: n)[0].isNaN)
                    #expect(reduced(.logSumExp, x, outer: 1, n: n)[0].isNaN)
                    var zeros = [Double](repeating: 0, count: n)
                    #expect(reduced(.any, zeros, outer: 1, n: n) == [0])
                    zeros[place] = .nan
                    #expect(reduced(.any, zeros, outer: 1, n: n) == [1])
                    let onlyNaNIsZero = zeros.map { (v: Double) -> Double in v.isNaN ? 0 : 1 }
                    #expect(reduced(.all, onlyNaNIsZero, outer: 1, n: n) == [0])
                    let ones = zeros.map { (v: Double) -> Double in v.isNaN ? v : 1 }
                    #expect(reduced(.all, ones, outer: 1, n: n) == [1])
                }
            }
        }

        /// The values are made by make_reductions.py with PyTorch.
        @Test func specialValuesMatchPyTorch() throws {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/reductions", withExtension: "txt"))
            let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            #expect(lines.count > 100)
            withEachTable { _ in
                for line in lines {
                    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
                    guard let op = Reduction.allCases.first(where: { "\($0)" == fields[0] }),
                        let exact = Double(fields[2])
                    else { continue }
                    let x = fields[1].split(separator: " ").compactMap { Double($0) }
                    for result in [
                        Double(reduced(op, x, outer: 1, n: x.count)[0]),
                        Double(reduced(op, x.map { Float($0) }, outer: 1, n: x.count)[0]),
                    ] {
                        let right = result == exact || abs(result - exact) < 1e-6 * abs(exact)
                        #expect(right || (result.isNaN && exact.isNaN), "\(line): \(result)")
                    }
                }
            }
        }

        @Test func nothingToChooseFromStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var out: [Float] = [0, 0]
                reduce(.max, [Float](repeating: 0, count: 1), outer: 2, n: 0, into: &out)
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("max of [2, 0, 1] over [1]: no elements to choose from"))
        }
    }
}
