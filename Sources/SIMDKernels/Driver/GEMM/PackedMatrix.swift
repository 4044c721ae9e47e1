/// op(B)[k, n] in the micro-kernel's order, to be multiplied by many A: weights, between two optimizer steps.
///
/// Panel of columns by panel of columns, each over all of k. It belongs to the kernel table it was packed for.
package final class PackedMatrix<Scalar: GemmScalar>: @unchecked Sendable {
    // Unchecked: the storage is written in `init` only.
    package let k: Int
    package let n: Int
    /// The table whose tile the panels fit.
    let table: KernelTable
    let storage: UnsafeMutablePointer<Scalar>
    let byteCount: Int

    /// Packs op(B).
    package init(k: Int, n: Int, _ source: MatrixOperand<Scalar>) {
        if k < 0 || n < 0 { stop("PackedMatrix: sizes must not be negative, got [\(k), \(n)]") }
        source.check("B", rows: k, columns: n, "PackedMatrix")
        let table = Kernels.current
        let kernels = Scalar.gemmKernels(table)
        self.k = k
        self.n = n
        self.table = table
        byteCount = packedCount(k: k, n: n, kernels) * MemoryLayout<Scalar>.stride
        storage = MemoryPool.allocate(byteCount: max(byteCount, 64)).assumingMemoryBound(to: Scalar.self)
        packWhole(source, kernels)
    }

    private func packWhole(_ source: MatrixOperand<Scalar>, _ kernels: FloatingGemmKernels<Scalar>) {
        let width = kernels.blocking.tileColumns
        parallelFor(0..<(n + width - 1) / width, grain: packingGrain(width * k)) { range in
            let first = range.lowerBound * width
            let part = source.advanced(row: 0, column: first)
            kernels.packColumns(
                min(n, range.upperBound * width) - first, k, part.base, part.columnStride, part.rowStride,
                storage + first * k)
        }
    }

    /// The instruction set of the kernels whose tile the panels fit.
    package var instructionSet: InstructionSet { table.instructionSet }

    /// C[m, n] = A[m, k] · B with an epilogue, by the kernels that B was packed for, whatever has been chosen since.
    ///
    /// From two rows and two columns on the sums are those of `gemm` with B not packed, bit for bit.
    package func multiply(
        m: Int, _ a: MatrixOperand<Scalar>, into c: UnsafeMutablePointer<Scalar>, ldc: Int,
        epilogue: Epilogue<Scalar> = Epilogue()
    ) {
        checkProduct(m: m, n: n, k: k, a, nil, ldc: ldc)
        if m == 0 || n == 0 { return }
        let product = Product(m: m, n: n, k: k, a: a, c: c, ldc: ldc, epilogue: epilogue, table)
        if product.isTrivial { return product.writeWithoutSums() }
        let blocking = product.kernels.blocking
        let panels = PackedPanels(whole: storage, k: k, depth: product.isSmall ? k : blocking.depth, blocking)
        product.multiplyPanels(panels, firstColumn: 0, columns: n)
    }

    deinit { MemoryPool.deallocate(storage, byteCount: max(byteCount, 64)) }
}

/// Elements of op(B)[k, n] once packed: whole panels.
func packedCount<Scalar>(k: Int, n: Int, _ kernels: FloatingGemmKernels<Scalar>) -> Int {
    let width = kernels.blocking.tileColumns
    return (n + width - 1) / width * width * k
}

/// Panels of so many elements for a thread at a time: about 100 microseconds of copying, which is what waking it costs.
private func packingGrain(_ panelCount: Int) -> Int { max(1, 262_144 / max(1, panelCount)) }

/// Packs op(B)[k, n] block of k by block of k, panel of columns by panel of columns.
func packColumns<Scalar>(
    k: Int, n: Int, _ source: MatrixOperand<Scalar>, _ kernels: FloatingGemmKernels<Scalar>,
    into target: UnsafeMutablePointer<Scalar>
) {
    let width = kernels.blocking.tileColumns
    let panels = (n + width - 1) / width
    let blocks = KBlocks(k, depth: kernels.blocking.depth)
    parallelFor(0..<panels, grain: packingGrain(width * k)) { range in
        let first = range.lowerBound * width
        let count = min(n, range.upperBound * width) - first
        for index in 0..<blocks.count {
            let block = blocks[index]
            let part = source.advanced(row: block.start, column: first)
            kernels.packColumns(
                count, block.length, part.base, part.columnStride, part.rowStride,
                target + block.start * panels * width + first * block.length)
        }
    }
}
