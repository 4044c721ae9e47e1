import PinionSIMDKernels
import Testing

extension AllKernels {
    @Suite struct IntegerStops {
        private static func divides(_ op: BinaryOp, zeroAt position: Int?, count: Int) -> Bool {
            var y = [Int32](repeating: 7, count: count)
            var b = y
            if let position { b[position] = 0 }
            return y.withUnsafeMutableBytes { y in
                b.withUnsafeBytes { b in
                    let target = StridedOperand(y.baseAddress!, .int32, strides: [1])
                    let divisor = StridedOperand(b.baseAddress!, .int32, strides: [1])
                    return integerBinary(op, .int32, shape: [count], target, divisor, into: target)
                }
            }
        }

        @Test(arguments: [BinaryOp.floorDivide, .remainder, .fmod]) func divisionByZeroIsSeen(op: BinaryOp) {
            for count in [5, 500_000] {
                #expect(Self.divides(op, zeroAt: nil, count: count))
                for position in [0, 3, count - 1] { #expect(!Self.divides(op, zeroAt: position, count: count)) }
            }
        }

        @Test func aFloatingPointDTypeStops() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) {
                    let x = StridedOperand($0.baseAddress!, .float32, strides: [1])
                    _ = integerBinary(.add, .float32, shape: [4], x, x, into: x)
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
