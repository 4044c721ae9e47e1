import Foundation
import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct MathAccuracy {
        @Test(arguments: mathReferences) func float(_ row: MathReference) {
            let dense = linearSweep(row.range.lowerBound, row.range.upperBound, count: 200_000).map { Float($0) }
            let x = floatSweep(step: 4001) + dense
            let exact = reference(x) { row.double(Double($0)) }
            withEachTable { table in
                let error = largestError(evaluate(row.function, x), exact, x: x)
                print("\(row.function) Float \(table) \(error)")
                #expect(error.ulp <= (table == .baseline ? row.floatBaseline : row.float))
            }
        }

        @Test func binaryFloat() {
            var generator = Congruential()
            let a = floatSweep(step: 9973)
            var b = Array(floatSweep(step: 9949).prefix(a.count))
            b.shuffle(using: &generator)
            // Bases and exponents whose power is neither 0 nor infinite, and points of the plane.
            let base = linearSweep(1e-3, 40, count: 200_000).map { Float($0) }
            var exponent = linearSweep(-25, 25, count: 200_000).map { Float($0) }
            exponent.shuffle(using: &generator)
            let x = a + base
            let y = Array(b.prefix(a.count)) + exponent
            let pow = x.indices.map { Foundation.pow(Double(x[$0]), Double(y[$0])) }
            let atan2 = x.indices.map { Foundation.atan2(Double(x[$0]), Double(y[$0])) }
            let hypot = x.indices.map { Foundation.hypot(Double(x[$0]), Double(y[$0])) }
            withEachTable { table in
                let atan2Bound = table == .baseline ? 1.7 : 1.3
                for (function, exact, bound) in [
                    (BinaryOp.pow, pow, 0.51), (.atan2, atan2, atan2Bound), (.hypot, hypot, 0.51),
                ] {
                    let error = largestError(evaluate(function, x, y), exact, x: x, y: y)
                    print("\(function) Float \(table) \(error)")
                    #expect(error.ulp <= bound)
                }
            }
        }

        #if arch(x86_64)
        @Test func binaryDouble() {
            var generator = Congruential()
            let x = doubleSweep(count: 50_000) + linearSweep(1e-3, 1000, count: 100_000)
            var y = doubleSweep(count: 49_999) + linearSweep(-90, 90, count: 100_001)
            y.shuffle(using: &generator)
            let pow = x.indices.map { Foundation.pow(Float80(x[$0]), Float80(y[$0])) }
            let atan2 = x.indices.map { Foundation.atan2(Float80(x[$0]), Float80(y[$0])) }
            let hypot = x.indices.map { Foundation.hypot(Float80(x[$0]), Float80(y[$0])) }
            withEachTable { table in
                for (function, exact) in [(BinaryOp.pow, pow), (.atan2, atan2), (.hypot, hypot)] {
                    let error = largestError(evaluate(function, x, y), exact, x: x, y: y)
                    print("\(function) Double \(table) \(error)")
                    #expect(error.ulp <= 1.2)
                }
            }
        }

        @Test(arguments: mathReferences) func double(_ row: MathReference) {
            let x =
                doubleSweep(count: 100_000)
                + linearSweep(row.range.lowerBound, row.range.upperBound, count: 100_000)
            let exact = reference(x) { row.float80(Float80($0)) }
            withEachTable { table in
                let error = largestError(evaluate(row.function, x), exact, x: x)
                print("\(row.function) Double \(table) \(error)")
                #expect(error.ulp <= (table == .baseline ? row.wideBaseline : row.wide))
            }
        }
        #endif
    }
}
