import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct BinaryTests {
        static let fixtures = try? ElementwiseFixture.load("elementwise_binary")

        @Test func everyOperationHasAFixture() throws {
            let names = try Set(#require(Self.fixtures).map(\.name))
            #expect(names == Set(BinaryOp.allCases.filter { $0.supports(.float32) }.map { "\($0)" }))
        }

        @Test(arguments: fixtures ?? []) func agreesWithPyTorch(_ fixture: ElementwiseFixture) throws {
            let op = try #require(BinaryOp.allCases.first { "\($0)" == fixture.name })
            withEachTable { table in
                check(op, fixture, Float.self, table)
                check(op, fixture, Double.self, table)
            }
        }

        private func check<T: ElementwiseScalar>(
            _ op: BinaryOp, _ fixture: ElementwiseFixture, _: T.Type, _ table: InstructionSet
        ) {
            let a = fixture.column(0).map { T($0) }
            let b = fixture.column(1).map { T($0) }
            let g = fixture.gradient.map { T($0) }
            let y = evaluate(op, a, b)
            let left = evaluateBackward(op, by: .left, g, a, b)
            let right = evaluateBackward(op, by: .right, g, a, b)
            for (i, row) in fixture.rows.enumerated() {
                let call = "\(table) \(T.self) \(op)(\(a[i]), \(b[i]))"
                #expect(isClose(y[i], row[2], T.tolerance, T.tolerance), "\(call) is \(y[i]), PyTorch: \(row[2])")
                #expect(
                    isClose(left[i], row[3], 4 * T.tolerance, 4 * T.tolerance),
                    "\(call) by the left, times \(g[i]), is \(left[i]), PyTorch: \(row[3])")
                #expect(
                    isClose(right[i], row[4], 4 * T.tolerance, 4 * T.tolerance),
                    "\(call) by the right, times \(g[i]), is \(right[i]), PyTorch: \(row[4])")
            }
        }

        /// The operations that IEEE rounds once, at every length, with arrays and scalars on either side, in place.
        @Test func exactOperations() {
            withEachTable { table in
                exactOperations(Float.self, table)
                exactOperations(Double.self, table)
            }
        }

        private func exactOperations<T: ElementwiseScalar>(_: T.Type, _ table: InstructionSet) {
            let operations: [(BinaryOp, (T, T) -> T)] = [
                (.add, { $0 + $1 }), (.sub, { $0 - $1 }), (.mul, { $0 * $1 }), (.div, { $0 / $1 }),
                (.fmod, { $0.truncatingRemainder(dividingBy: $1) }), (.maximum, { Swift.max($0, $1) }),
            ]
            for (op, exact) in operations {
                for count in Array(0..<70) + [127, 128, 129, 140] {
                    let a = (0..<count).map { (i: Int) -> T in T(i * 7 % 31) * 0.75 - 11 }
                    let b = (0..<count).map { (i: Int) -> T in T(i * 5 % 37) * 1.125 + 0.3 }
                    for (aStep, bStep) in [(1, 1), (1, 0), (0, 1), (0, 0)] where count > 0 || aStep + bStep == 2 {
                        let expected = (0..<count).map { exact(a[$0 * aStep], b[$0 * bStep]) }
                        let y = pinned([T](repeating: -7, count: count + 1))
                        let right = pinned(b, [bStep])
                        binary(op, T.scalarType, shape: [count], pinned(a, [aStep]), right, into: y)
                        #expect(contents(y, count + 1) == expected + [-7], "\(table) \(op) \(count) \(aStep) \(bStep)")
                        if aStep == 1 {
                            let place = pinned(a + [-7])
                            binary(op, T.scalarType, shape: [count], place, right, into: place)
                            #expect(contents(place, count + 1) == expected + [-7], "\(table) \(op) \(count) in place")
                        }
                    }
                }
            }
        }

        /// A matrix with a row, a column and a transposed matrix.
        @Test func broadcasting() {
            withEachTable { table in
                for (rows, columns) in [(3, 5), (70, 3), (5, 900), (33, 65), (1, 7)] {
                    let a = (0..<rows * columns).map { Float($0) }
                    let b = (0..<rows * columns).map { Float($0 % 89) * 0.5 }
                    for (r, c) in [(0, 1), (1, 0), (1, rows), (0, 0)] {
                        let y = pinned(a)
                        binary(
                            .mul, .float32, shape: [rows, columns], pinned(a, [columns, 1]), pinned(b, [r, c]),
                            into: StridedOperand(y.base, .float32, strides: [columns, 1]))
                        let expected = a.indices.map { a[$0] * b[$0 / columns * r + $0 % columns * c] }
                        let same = contents(y, a.count) == expected
                        #expect(same, "\(table) \(rows) \(columns) \(r) \(c)")
                    }
                }
            }
        }

        /// Rows with gaps between them, in planes, in place: kernels take several rows at a time, threads begin inside one.
        @Test func rowsOfPlanes() {
            let threads = numThreads
            defer { setNumThreads(threads) }
            let strides = [[0, 0, 1], [0, 1, 0], [1, 0, 0], [70, 0, 1], [300, 1, 0], [0, 70, 1], [0, 0, 0]]
            withEachTable { table in
                for strides in strides {
                    for count in [1, 3] { checkRows(strides, threads: count, table) }
                }
            }
        }

        private func checkRows(_ strides: [Int], threads: Int, _ table: InstructionSet) {
            let (shape, gaps) = ([4, 300, 70], [23_250, 75, 1])
            let before = (0..<93_000).map { (i: Int) -> Float in Float(i % 1013) }
            let b = (0..<84_000).map { (i: Int) -> Float in Float(i % 89) * 0.5 }
            var expected = before
            for (place, source) in zip(places(shape, gaps), places(shape, strides)) { expected[place] -= b[source] }
            setNumThreads(threads)
            let y = pinned(before)
            let target = StridedOperand(y.base, .float32, strides: gaps)
            binary(.sub, .float32, shape: shape, target, pinned(b, strides), into: target)
            let same = contents(y, before.count) == expected
            #expect(same, "\(table) \(strides), \(threads) threads")
        }

        /// Where the elements of a shape lie, in their order.
        private func places(_ shape: [Int], _ strides: [Int]) -> [Int] {
            var places: [Int] = []
            for plane in 0..<shape[0] {
                for row in 0..<shape[1] {
                    let start = plane * strides[0] + row * strides[1]
                    for column in 0..<shape[2] { places.append(start + column * strides[2]) }
                }
            }
            return places
        }

        @Test func threadsDoNotChangeValues() {
            let a = (0..<200_001).map { Float($0) * 1e-4 }
            let b = (0..<200_001).map { (i: Int) -> Float in Float(i % 97) * 0.05 - 2 }
            let threads = numThreads
            defer { setNumThreads(threads) }
            withEachTable { table in
                setNumThreads(1)
                let one = evaluate(.pow, a, b)
                setNumThreads(3)
                let same = evaluate(.pow, a, b).map(\.bitPattern) == one.map(\.bitPattern)
                #expect(same, "\(table)")
            }
        }

        @Test func wrongOperationStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                _ = evaluate(.shiftLeft, [1, 2] as [Float], [1, 2])
            }
            #expect(wrote(result, "Pinion: shiftLeft: the dtype is float32, expected"))
        }
    }
}
