import PinionKernelInterface

/// Arithmetic that wraps around, and comparisons, element by element.
func checkIntegers(_ kernels: IntegerKernels, _ logic: LogicKernels, _ checks: inout Checks) {
    checks.group("int8") { check(Int8.self, .int8, kernels, logic, &$0) }
    checks.group("int16") { check(Int16.self, .int16, kernels, logic, &$0) }
    checks.group("int32") { check(Int32.self, .int32, kernels, logic, &$0) }
    checks.group("int64") { check(Int64.self, .int64, kernels, logic, &$0) }
    checks.group("uint8") { check(UInt8.self, .uint8, kernels, logic, &$0) }
}

/// The quotient rounded towards negative infinity.
private func floorQuotient<T: FixedWidthInteger>(_ a: T, _ b: T) -> T {
    let (quotient, rest) = (a.dividedReportingOverflow(by: b).partialValue, a.remainderReportingOverflow(dividingBy: b))
    return rest.partialValue != 0 && (rest.partialValue < 0) != (b < 0) ? quotient &- 1 : quotient
}

private func check<T: FixedWidthInteger>(
    _: T.Type, _ dtype: DType, _ kernels: IntegerKernels, _ logic: LogicKernels, _ checks: inout Checks
) {
    var numbers = Sequence64(seed: 6)
    let count = 1003
    let a = Array(count) { T(truncatingIfNeeded: numbers.next() >> (numbers.next() % 30)) }
    let b = Array(count) { max(T(truncatingIfNeeded: numbers.next() >> (numbers.next() % 30)), 1) }
    var y = [T](repeating: 0, count: count)
    var truth = [UInt8](repeating: 7, count: count)
    let operations: [(BinaryOp, (T, T) -> T)] = [
        (.add, { $0 &+ $1 }), (.sub, { $0 &- $1 }), (.mul, { $0 &* $1 }), (.floorDivide, { floorQuotient($0, $1) }),
        (.remainder, { $0 &- floorQuotient($0, $1) &* $1 }), (.minimum, { $0 < $1 ? $0 : $1 }),
        (.maximum, { $0 > $1 ? $0 : $1 }), (.bitwiseAnd, { $0 & $1 }), (.bitwiseOr, { $0 | $1 }),
        (.bitwiseXor, { $0 ^ $1 }),
    ]
    a.withUnsafeBytes { first in
        b.withUnsafeBytes { second in
            let (left, right) = (Source(first.baseAddress!), Source(second.baseAddress!))
            for (op, expected) in operations {
                checks.expect(kernels.binary(op, dtype, left, right, &y, count), Int(op.rawValue))
                for i in 0..<count { checks.expect(y[i] == expected(a[i], b[i]), Int(op.rawValue) * 10000 + i) }
            }
            logic.compare(.less, dtype, left, right, &truth, count)
            for i in 0..<count { checks.expect(truth[i] == (a[i] < b[i] ? 1 : 0), i) }
        }
    }
}
