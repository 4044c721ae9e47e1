import PinionKernelInterface

/// Transposes of every element size, element by element.
func checkCopies(_ kernels: CopyKernels, _ checks: inout Checks) {
    checks.group("transpose of 1 byte") { checkTranspose(kernels.bytes1, UInt8.self, &$0) }
    checks.group("transpose of 2 bytes") { checkTranspose(kernels.bytes2, UInt16.self, &$0) }
    checks.group("transpose of 4 bytes") { checkTranspose(kernels.bytes4, UInt32.self, &$0) }
    checks.group("transpose of 8 bytes") { checkTranspose(kernels.bytes8, UInt64.self, &$0) }
}

private func checkTranspose<T: FixedWidthInteger>(_ kernels: CopyEntries, _: T.Type, _ checks: inout Checks) {
    var numbers = Sequence64(seed: 5)
    var scratch = [UInt64](repeating: 0, count: CopyEntries.scratchBytes / 8)
    for (rows, columns) in [(1, 1), (3, 5), (4, 4), (16, 16), (17, 33), (70, 9)] {
        let source = Array(rows * columns) { T(truncatingIfNeeded: numbers.next()) }
        var target = [T](repeating: 0, count: rows * columns)
        kernels.transpose(rows, columns, source, columns, &target, rows, &scratch)
        for i in 0..<rows {
            for j in 0..<columns { checks.expect(target[j * rows + i] == source[i * columns + j], i) }
        }
    }
}
