import PinionSIMDKernels
import Testing

extension AllKernels {
    @Suite struct IntegerStops {
        private static func divide(_ op: BinaryOp, zeroAt position: Int, count: Int) {
            var y = [Int32](repeating: 7, count: count)
            var b = y
            b[position] = 0
            y.withUnsafeMutableBytes { y in
                b.withUnsafeBytes { b in
                    let target = StridedOperand(y.baseAddress!, .int32, strides: [1])
                    let divisor = StridedOperand(b.baseAddress!, .int32, strides: [1])
                    integerBinary(op, .int32, shape: [count], target, divisor, into: target)
                }
            }
        }

        @Test func floorDivideByZeroStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                IntegerStops.divide(.floorDivide, zeroAt: 3, count: 5)
            }
            #expect(wrote(result, "floorDivide: an integer was divided by zero"))
        }

        @Test func remainderByAZeroFarBehindStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                setNumThreads(2)
                IntegerStops.divide(.remainder, zeroAt: 499_999, count: 500_000)
            }
            #expect(wrote(result, "remainder: an integer was divided by zero"))
        }

        @Test func aFloatingPointDTypeStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) {
                    let x = StridedOperand($0.baseAddress!, .float32, strides: [1])
                    integerBinary(.add, .float32, shape: [4], x, x, into: x)
                }
            }
            #expect(wrote(result, "add: there is no integer kernel for float32"))
        }

        @Test func anOperandOfAnotherSizeStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) {
                    let x = StridedOperand($0.baseAddress!, .int16, strides: [1])
                    let y = StridedOperand($0.baseAddress!, .int32, strides: [1])
                    integerUnary(.neg, .int32, shape: [4], x, into: y)
                }
            }
            #expect(wrote(result, "neg: the operand has elements of 2 bytes, expected int32 with 4"))
        }
    }
}
