import PinionKernelInterface

/// Rows of many lengths against plain loops of Double.
func checkReductions(_ kernels: ReductionKernels, _ checks: inout Checks) {
    checks.group("reductions float") { checkRows(kernels.float, 1e-5, { Float($0) }, { Double($0) }, &$0) }
    checks.group("reductions double") { checkRows(kernels.double, 1e-13, { $0 }, { $0 }, &$0) }
}

@_silgen_name("log") private func libraryLog(_: Double) -> Double
@_silgen_name("exp") private func libraryExp(_: Double) -> Double

private func reference(_ op: Reduction, _ x: ArraySlice<Double>) -> Double {
    var (sum, product, squares, exponentials) = (0.0, 1.0, 0.0, 0.0)
    var (low, high) = (x.startIndex, x.startIndex)
    var (some, every) = (false, true)
    for i in x.indices {
        sum += x[i]
        product *= x[i]
        squares += x[i] * x[i]
        exponentials += libraryExp(x[i])
        if x[i] < x[low] { low = i }
        if x[i] > x[high] { high = i }
        some = some || x[i] != 0
        every = every && x[i] != 0
    }
    return switch op {
    case .sum: sum
    case .mean: sum / Double(x.count)
    case .prod: product
    case .min: x[low]
    case .max: x[high]
    case .sumOfSquares: squares
    case .logSumExp: libraryLog(exponentials)
    case .argMin: Double(low - x.startIndex)
    case .argMax: Double(high - x.startIndex)
    case .any: some ? 1 : 0
    case .all: every ? 1 : 0
    }
}

private func checkRows<T>(
    _ kernels: ReductionEntries<T>, _ tolerance: Double, _ make: (Double) -> T, _ wide: (T) -> Double,
    _ checks: inout Checks
) {
    var numbers = Sequence64(seed: 4)
    // Short rows go a register's worth at a time, and the last one by one.
    let rows = 19
    for n in [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 33, 100, 1000] {
        let x = Array(rows * n) { make(numbers.next(-1, 1)) }
        let exact = x.map(wide)
        for op in Reduction.allCases {
            var out = [UInt64](repeating: 0, count: rows)
            out.withUnsafeMutableBytes { out in
                kernels.rows(op, x, rows, n, n, out.baseAddress!)
                for i in 0..<rows {
                    let result: Double =
                        switch op {
                        case .argMin, .argMax: Double(out.loadUnaligned(fromByteOffset: i * 8, as: Int64.self))
                        case .any, .all: Double(out[i])
                        default:
                            wide(out.loadUnaligned(fromByteOffset: i * MemoryLayout<T>.stride, as: T.self))
                        }
                    let expected = reference(op, exact[i * n..<(i + 1) * n])
                    checks.expect(result, near: expected, within: tolerance, n)
                }
            }
        }
    }
}
