import PinionKernelInterface

/// Products of every edge of the tile, packed and strided, in a plain loop of Double.
func checkGemm(_ kernels: GemmKernels, _ checks: inout Checks) {
    checks.group("gemm float") { checkBlocks(kernels.float, tolerance: 1e-5, { Float($0) }, { Double($0) }, &$0) }
    checks.group("gemm double") { checkBlocks(kernels.double, tolerance: 1e-14, { $0 }, { $0 }, &$0) }
    checks.group("dots float") { checkDots(kernels.float, tolerance: 1e-5, { Float($0) }, { Double($0) }, &$0) }
    checks.group("dots double") { checkDots(kernels.double, tolerance: 1e-14, { $0 }, { $0 }, &$0) }
    checks.group("gemm int32") { checkIntegers(kernels.int32, &$0) }
    checks.group("gemm int64") { checkIntegers(kernels.int64, &$0) }
}

private func checkBlocks<T>(
    _ kernels: FloatingGemmKernels<T>, tolerance: Double, _ make: (Double) -> T, _ wide: (T) -> Double,
    _ checks: inout Checks
) {
    var numbers = Sequence64(seed: 1)
    let (rows, columns) = (kernels.blocking.tileRows, kernels.blocking.tileColumns)
    for m in [1, 2, 3, 5, rows - 1, rows, rows + 1, 2 * rows + 3] {
        for n in [1, 3, 4, 7, columns - 1, columns, columns + 1, 2 * columns + 5] {
            for k in [1, 2, 7, 33] {
                let a = Array(m * k) { make(numbers.next(-1, 1)) }
                let b = Array(k * n) { make(numbers.next(-1, 1)) }
                var sums = [Double](repeating: 0, count: m * n)
                for i in 0..<m {
                    for j in 0..<n {
                        for p in 0..<k { sums[i * n + j] += wide(a[i * k + p]) * wide(b[p * n + j]) }
                    }
                }
                let rowPanels = (m + rows - 1) / rows
                let columnPanels = (n + columns - 1) / columns
                var packedA = [T](repeating: make(0), count: rowPanels * rows * k)
                var packedB = [T](repeating: make(0), count: columnPanels * columns * k)
                kernels.packRows(m, k, a, k, 1, &packedA)
                kernels.packColumns(n, k, b, 1, n, &packedB)
                var c = [T](repeating: make(-7), count: m * n)
                packedA.withUnsafeBufferPointer { packedA in
                    packedB.withUnsafeBufferPointer { packedB in
                        let operands = BlockOperands(
                            a: packedA.baseAddress!, aRow: 1, aColumn: rows, aPanel: rows * k,
                            b: packedB.baseAddress!, bRow: columns, bPanel: columns * k)
                        kernels.packedBlock(m, n, k, operands, &c, n, Epilogue())
                    }
                }
                for i in 0..<m * n { checks.expect(wide(c[i]), near: sums[i], within: tolerance, i) }
                a.withUnsafeBufferPointer { a in
                    packedB.withUnsafeBufferPointer { packedB in
                        let operands = BlockOperands(
                            a: a.baseAddress!, aRow: k, aColumn: 1, aPanel: rows * k,
                            b: packedB.baseAddress!, bRow: columns, bPanel: columns * k)
                        kernels.stridedBlock(m, n, k, operands, &c, n, Epilogue(accumulates: true, activation: .relu))
                    }
                }
                for i in 0..<m * n {
                    checks.expect(wide(c[i]), near: max(0, 2 * sums[i]), within: 2 * tolerance, i)
                }
                // Rows of A in several pieces, from the last row to the first.
                let pieces = k == 33 ? 3 : k
                let offsets = (0..<pieces * m).map { (m - 1 - $0 % m) * k + $0 / m * (k / pieces) }
                a.withUnsafeBufferPointer { a in
                    packedB.withUnsafeBufferPointer { packedB in
                        offsets.withUnsafeBufferPointer { offsets in
                            let operands = BlockOperands(
                                a: a.baseAddress!, aRow: 0, aColumn: 1, aPanel: 0, b: packedB.baseAddress!,
                                bRow: columns, bPanel: columns * k, aOffsets: offsets.baseAddress!, aPieces: pieces,
                                aOffsetRow: m)
                            kernels.gatheredTimesPacked(m, n, k / pieces, operands, &c, n, Epilogue())
                        }
                    }
                }
                for i in 0..<m {
                    for j in 0..<n {
                        checks.expect(wide(c[i * n + j]), near: sums[(m - 1 - i) * n + j], within: tolerance, i)
                    }
                }
                var y = [T](repeating: make(0), count: n)
                kernels.rowTimesMatrix(n, k, a, 1, b, n, &y, false)
                for j in 0..<n { checks.expect(wide(y[j]), near: sums[j], within: tolerance, j) }
                var transposed = b
                for p in 0..<k {
                    for j in 0..<n { transposed[j * k + p] = b[p * n + j] }
                }
                kernels.dotRows(n, k, a, transposed, k, &y, 1, false)
                for j in 0..<n { checks.expect(wide(y[j]), near: sums[j], within: tolerance, j) }
                kernels.dotGathered(n, k, a, transposed, (0..<n).map { $0 * k }, &y, 1, true)
                for j in 0..<n { checks.expect(wide(y[j]), near: 2 * sums[j], within: 2 * tolerance, j) }
                kernels.rowTimesGathered(n, k, a, (0..<k).map { $0 * n }, b, &y, make(1))
                for j in 0..<n { checks.expect(wide(y[j]), near: 1 + sums[j], within: tolerance, j) }
            }
        }
    }
}

/// Rows of two segments, all numbers of rows of a tile, overlapping rows of B.
private func checkDots<T>(
    _ kernels: FloatingGemmKernels<T>, tolerance: Double, _ make: (Double) -> T, _ wide: (T) -> Double,
    _ checks: inout Checks
) {
    var numbers = Sequence64(seed: 3)
    for m in 1...17 {
        for n in [1, 2, 3, 7] {
            let a = Array(m * 80) { make(numbers.next(-1, 1)) }
            let b = Array(160) { make(numbers.next(-1, 1)) }
            let offsets = (0..<n).map { $0 * 5 }
            var c = [T](repeating: make(2), count: m * n)
            a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                    offsets.withUnsafeBufferPointer { offsets in
                        let operands = DotOperands(
                            a: a.baseAddress!, aRow: 80, aStep: 48, b: b.baseAddress!, bOffsets: offsets.baseAddress!,
                            bStep: 64, segments: 2, length: 32)
                        kernels.rowDots(m, n, operands, &c, n)
                    }
                }
            }
            for i in 0..<m {
                for j in 0..<n {
                    var sum = 2.0
                    for p in 0..<32 {
                        sum += wide(a[i * 80 + p]) * wide(b[offsets[j] + p])
                        sum += wide(a[i * 80 + 48 + p]) * wide(b[offsets[j] + 64 + p])
                    }
                    checks.expect(wide(c[i * n + j]), near: sum, within: 8 * tolerance, i * n + j)
                }
            }
        }
    }
}

private func checkIntegers<T: FixedWidthInteger>(_ product: IntegerGemmKernel<T>, _ checks: inout Checks) {
    var numbers = Sequence64(seed: 2)
    for (m, n, k) in [(1, 1, 1), (3, 5, 7), (8, 33, 9)] {
        let a = Array(m * k) { T(truncatingIfNeeded: numbers.next()) }
        let b = Array(k * n) { T(truncatingIfNeeded: numbers.next()) }
        var c = [T](repeating: 3, count: m * n)
        product(m, n, k, a, k, 1, b, n, 1, &c, n, true)
        for i in 0..<m {
            for j in 0..<n {
                var sum: T = 3
                for p in 0..<k { sum = sum &+ a[i * k + p] &* b[p * n + j] }
                checks.expect(c[i * n + j] == sum, i * n + j)
            }
        }
    }
}
