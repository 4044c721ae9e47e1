import PinionSIMDKernels
import PinionTestSupport
import Testing

/// The definitions, each argument in Double.
private func exact(_ op: TernaryOp, _ value: Double, _ a: Double, _ b: Double, _ c: Double) -> Double {
    switch op {
    case .clamp: a.isNaN || b.isNaN || c.isNaN ? .nan : min(max(a, b), c)
    case .lerp: abs(c) < 0.5 ? a + c * (b - a) : b - (b - a) * (1 - c)
    case .addcmul: a + value * b * c
    case .addcdiv: a + value * b / c
    }
}

extension AllKernels {
    @Suite struct TernaryTests {
        @Test(arguments: TernaryOp.allCases) func values(_ op: TernaryOp) {
            withEachTable { table in
                values(op, Float.self, table)
                values(op, Double.self, table)
            }
        }

        private func values<T: ElementwiseScalar>(_ op: TernaryOp, _: T.Type, _ table: InstructionSet) {
            let specials: [T] = [0, 1, -2, 0.5, 0.25, .infinity, .nan]
            for count in [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 343] {
                for (steps, place) in [
                    ([1, 1, 1], 0), ([1, 0, 1], 1), ([1, 1, 0], 2), ([0, 1, 1], 0), ([1, 0, 0], 0),
                ] {
                    let a = (0..<count).map { (i: Int) -> T in count > 300 ? specials[i % 7] : T(i) - 5 }
                    let b = (0..<count).map { (i: Int) -> T in count > 300 ? specials[i / 7 % 7] : T(i % 5) * 0.5 }
                    let c = (0..<count).map { (i: Int) -> T in count > 300 ? specials[i / 49] : T(i % 3) * 0.375 + 0.25
                    }
                    let operands = [pinned(a, [steps[0]]), pinned(b, [steps[1]]), pinned(c, [steps[2]])]
                    let y = steps[place] == 1 ? operands[place] : pinned([T](repeating: 0, count: count))
                    let expected = (0..<count).map {
                        exact(op, 1.5, Double(a[$0 * steps[0]]), Double(b[$0 * steps[1]]), Double(c[$0 * steps[2]]))
                    }
                    ternary(
                        op, value: 1.5, T.scalarType, shape: [count], operands[0], operands[1], operands[2], into: y)
                    let got: [T] = contents(y, count)
                    for i in 0..<count {
                        #expect(
                            isClose(got[i], expected[i], T.tolerance, T.tolerance),
                            "\(table) \(T.self) \(op) \(i) of \(count), \(steps): \(got[i]), not \(expected[i])")
                    }
                }
            }
        }
    }
}
