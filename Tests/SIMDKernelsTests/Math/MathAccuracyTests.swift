import PinionSIMDKernels
import PinionTestSupport
import Testing

private func apply(_ function: MathFunction, _ x: [Float]) -> [Float] {
    var y = [Float](repeating: 0, count: x.count)
    y.withUnsafeMutableBufferPointer {
        Kernels.current.math.unaryFloat(function, x, $0.baseAddress!, x.count)
    }
    return y
}

private func apply(_ function: MathFunction, _ x: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: x.count)
    y.withUnsafeMutableBufferPointer {
        Kernels.current.math.unaryDouble(function, x, $0.baseAddress!, x.count)
    }
    return y
}

extension AllKernels {
    @Suite struct MathAccuracy {
        @Test func everyFunctionHasARow() {
            #expect(Set(mathReferences.map(\.function)) == Set(MathFunction.allCases))
        }

        @Test(arguments: mathReferences) func float(_ row: MathReference) {
            let dense = linearSweep(row.range.lowerBound, row.range.upperBound, count: 200_000).map { Float($0) }
            let x = floatSweep(step: 4001) + dense
            let exact = reference(x) { row.double(Double($0)) }
            withEachTable { table in
                let error = largestError(apply(row.function, x), exact, x: x)
                print("\(row.function) Float \(table) \(error)")
                #expect(error.ulp <= (table == .baseline ? row.floatBaseline : row.float))
            }
        }

        #if arch(x86_64)
        @Test(arguments: mathReferences) func double(_ row: MathReference) {
            let x =
                doubleSweep(count: 100_000)
                + linearSweep(row.range.lowerBound, row.range.upperBound, count: 100_000)
            let exact = reference(x) { row.float80(Float80($0)) }
            withEachTable { table in
                let error = largestError(apply(row.function, x), exact, x: x)
                print("\(row.function) Double \(table) \(error)")
                #expect(error.ulp <= (table == .baseline ? row.wideBaseline : row.wide))
            }
        }
        #endif
    }
}
