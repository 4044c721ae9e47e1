import PinionKernelInterface

/// Transposes of every element size and rows of a window, element by element.
func checkCopies(_ kernels: CopyKernels, _ checks: inout Checks) {
    checks.group("transpose of 1 byte") { checkTranspose(kernels.bytes1, UInt8.self, &$0) }
    checks.group("transpose of 2 bytes") { checkTranspose(kernels.bytes2, UInt16.self, &$0) }
    checks.group("transpose of 4 bytes") { checkTranspose(kernels.bytes4, UInt32.self, &$0) }
    checks.group("transpose of 8 bytes") { checkTranspose(kernels.bytes8, UInt64.self, &$0) }
    checks.group("window rows of float") { checkWindowRows(kernels.float, &$0) }
    checks.group("window rows of double") { checkWindowRows(kernels.double, &$0) }
    checks.group("adding window rows of float") { checkAddRows(kernels.float, &$0) }
    checks.group("adding window rows of double") { checkAddRows(kernels.double, &$0) }
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

/// Rows of every length up to two of the widest registers, with steps of one, two and three.
private func checkWindowRows<T: BinaryFloatingPoint>(_ kernels: WindowEntries<T>, _ checks: inout Checks) {
    let source = (0..<400).map { T($0) }
    for length in 1...33 {
        for (before, behind) in [(0, 0), (1, 0), (0, 2), (min(length, 17), 0)] {
            for step in 1...3 {
                let (count, first) = (max(0, length - before - behind), 5)
                var target = [T](repeating: -1, count: 3 * length + 16)
                source.withUnsafeBufferPointer {
                    guard let base = $0.baseAddress else { return }
                    kernels.rows(3, length, before, count, base + first, 100, step, &target, length)
                }
                for i in 0..<3 {
                    for j in 0..<length {
                        let isInside = before..<before + count ~= j
                        let expected = isInside ? source[first + i * 100 + (j - before) * step] : 0
                        checks.expect(target[i * length + j] == expected, j)
                    }
                }
            }
        }
    }
}

/// The same of rows that are added; whole numbers, so that sums are exact.
private func checkAddRows<T: BinaryFloatingPoint>(_ kernels: WindowEntries<T>, _ checks: inout Checks) {
    let source = (0..<300).map { T($0) }
    for count in 1...67 {
        for step in 1...3 {
            // A row ends with its last element, and the next begins behind it.
            let length = (count - 1) * step + 1
            let start = (0..<3 * length + 1).map { T(7 * $0) }
            var target = start
            kernels.addRows(3, count, 2, source, 100, &target, length, step)
            checks.expect(target[3 * length] == start[3 * length], count)
            for i in 0..<3 {
                for j in 0..<length {
                    let added = j % step == 0 ? 2 * source[i * 100 + j / step] : 0
                    checks.expect(target[i * length + j] == start[i * length + j] + added, j)
                }
            }
        }
    }
}
