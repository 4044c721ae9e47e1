import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct UnaryTests {
        static let fixtures = try? ElementwiseFixture.load("elementwise_unary")

        @Test func everyOperationHasAFixture() throws {
            let names = try Set(#require(Self.fixtures).map(\.name))
            let ops = UnaryOp.allCases.filter { $0.supports(.float32) }
            #expect(names == Set(ops.map { "\($0)" }))
        }

        @Test(arguments: fixtures ?? []) func agreesWithPyTorch(_ fixture: ElementwiseFixture) throws {
            let op = try #require(UnaryOp.allCases.first { "\($0)" == fixture.name })
            withEachTable { table in
                check(op, fixture, Float.self, table)
                check(op, fixture, Double.self, table)
            }
        }

        private func check<T: ElementwiseScalar>(
            _ op: UnaryOp, _ fixture: ElementwiseFixture, _: T.Type, _ table: InstructionSet
        ) {
            let x = fixture.column(0).map { T($0) }
            let y = evaluate(op, x, first: fixture.first, second: fixture.second)
            let saved = op.saves == .output ? fixture.column(1).map { T($0) } : x
            let gradient = evaluateBackward(
                op, fixture.gradient.map { T($0) }, saved: saved, first: fixture.first, second: fixture.second)
            for (i, row) in fixture.rows.enumerated() {
                #expect(
                    isClose(y[i], row[1], T.tolerance, T.tolerance),
                    "\(table) \(T.self) \(fixture)(\(x[i])) is \(y[i]), PyTorch: \(row[1])")
                // PyTorch's slope of hardsigmoid is 1 / 6 rounded to Float.
                let tolerance = op == .hardsigmoid ? 1e-7 : 4 * T.tolerance
                #expect(
                    isClose(gradient[i], row[2], tolerance, tolerance),
                    "\(table) \(T.self) \(fixture) gradient at \(x[i]) is \(gradient[i]), PyTorch: \(row[2])")
            }
        }

        /// Every length around the lane's width and the unrolled step, in place or not: nothing else is touched, and
        /// an element's value does not depend on where it lies.
        @Test(arguments: [UnaryOp.sqrt, .neg, .exp, .sin]) func lengths(_ op: UnaryOp) {
            withEachTable { table in
                lengths(op, Float.self, table)
                lengths(op, Double.self, table)
            }
        }

        private func lengths<T: ElementwiseScalar>(_ op: UnaryOp, _: T.Type, _ table: InstructionSet) {
            let x = (0..<140).map { T($0) * 0.25 }
            let all = evaluate(op, x)
            let roots: [T] = x.map { $0.squareRoot() }
            if op == .sqrt { #expect(all == roots) }
            let negatives: [T] = x.map { -$0 }
            if op == .neg { #expect(all == negatives) }
            for count in 0..<135 {
                let expected: [T] = all.prefix(count) + [-7]
                let y = pinned([T](repeating: -7, count: count + 1))
                unary(op, T.scalarType, pinned(x).base, into: y.base, count: count)
                #expect(contents(y, count + 1) == expected, "\(table) \(op) \(count)")
                let place = pinned(x.prefix(count) + [-7])
                unary(op, T.scalarType, place.base, into: place.base, count: count)
                #expect(contents(place, count + 1) == expected, "\(table) \(op) \(count) in place")
            }
        }

        /// How far GELU and its gradient are off, of values and their slopes at `x`. The product and the sum are rounded
        /// once more than the quotient, whose bound the lanes state.
        private func worstOfGELU(_ x: [Float], _ y: [Float], _ slope: [Float]) -> (y: Double, slope: Double) {
            var worst = (y: 0.0, slope: 0.0)
            for i in x.indices {
                let z = Double(x[i])
                let distribution = erfc(-z / 2.0.squareRoot()) / 2
                let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
                worst.y = max(worst.y, abs(Double(y[i]) - z * distribution) / max(abs(z), 1))
                worst.slope = max(worst.slope, abs(Double(slope[i]) - (distribution + z * density)))
            }
            return worst
        }

        /// The bounds that the distribution function's quotients state, and what is exact behind their limits.
        @Test func geluIsAsExactAsItSays() {
            let x = (-80_000...80_000).map { Float($0) / 10_000 }
            let ones = [Float](repeating: 1, count: x.count)
            let (far, farther, twos): ([Float], [Float], [Float]) = ([6, 100, -6, -100], [7, -7], [2, 2])
            withEachTable { table in
                let worst = worstOfGELU(x, evaluate(.gelu, x), evaluateBackward(.gelu, ones, saved: x))
                #expect(worst.y < 2.4e-7 && worst.slope < 3e-7, "\(table): \(worst)")
            }
            withEachTable { table in
                #expect(evaluate(.gelu, far) == [6, 100, 0, 0], "\(table)")
                #expect(evaluateBackward(.gelu, twos, saved: farther) == [2, 0], "\(table)")
            }
        }

        /// Gradients in place, at every length.
        @Test func backwardLengths() {
            withEachTable { table in
                for count in 0..<70 {
                    let x = (0..<count).map { Float($0) - 20 }
                    let g = (0..<count).map { Float($0 % 7) + 1 }
                    let expected = zip(g, x).map { $0 * 2 * $1 } + [-7]
                    var y = g + [-7]
                    y.withUnsafeMutableBytes {
                        unaryBackward(.square, .float32, $0.baseAddress!, saved: x, into: $0.baseAddress!, count: count)
                    }
                    #expect(y == expected, "\(table) \(count)")
                }
            }
        }

        @Test func threadsDoNotChangeValues() {
            let x = (0..<300_001).map { Float($0) * 1e-4 - 15 }
            let threads = numThreads
            defer { setNumThreads(threads) }
            withEachTable { table in
                setNumThreads(1)
                let one = evaluate(.tanh, x)
                let gradient = evaluateBackward(.gelu, x, saved: x)
                setNumThreads(3)
                let same = evaluate(.tanh, x) == one && evaluateBackward(.gelu, x, saved: x) == gradient
                #expect(same, "\(table)")
            }
        }

        /// The transpose of every second column, and a column broadcast along rows, into either layout.
        @Test func strided() {
            let x = (0..<120).map { Double($0) }
            let y = pinned([Double](repeating: 0, count: 60), [12, 1])
            unary(.square, .float64, shape: [5, 12], pinned(x, [2, 10]), into: y)
            let squares = (0..<60).map { (i: Int) -> Double in
                let place = Double(i / 12 * 2 + i % 12 * 10)
                return place * place
            }
            #expect(contents(y, 60) == squares)
            unaryBackward(
                .square, .float64, shape: [5, 12], pinned([3.0], [0, 0]), saved: pinned(x, [1, 0]), into: y)
            #expect(contents(y, 60) == (0..<60).map { (i: Int) -> Double in Double(i / 12) * 6 })
            let transposed = pinned([Double](repeating: 0, count: 60), [1, 5])
            unary(.neg, .float64, shape: [5, 12], pinned(x, [1, 0]), into: transposed)
            #expect(contents(transposed, 60) == (0..<60).map { (i: Int) -> Double in -Double(i % 5) })
        }

        @Test func wrongDTypeStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var y: [Int32] = [1]
                unary(.exp, .int32, [1] as [Int32], into: &y, count: 1)
            }
            #expect(wrote(result, "Pinion: exp: the dtype is int32, expected a floating-point one\n"))
        }

        @Test func negativeCountStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var y: [Float] = [1]
                unary(.exp, .float32, [1] as [Float], into: &y, count: -1)
            }
            #expect(wrote(result, "Pinion: exp: the count is -1, expected at least 0\n"))
        }
    }
}
