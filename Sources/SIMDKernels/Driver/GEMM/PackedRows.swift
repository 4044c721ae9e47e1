/// Rows of B that are not packed: at a stride, or at offsets.
struct RowsOfB<Scalar> {
    var base: UnsafePointer<Scalar>
    var stride = 0
    var offsets: UnsafePointer<Int>?
}

/// Rows of op(A)[m, k] in panels of the tile's height, block of k by block of k, for products with several B.
struct PackedRows<Scalar: GemmScalar> {
    let m: Int
    let blocks: KBlocks
    /// Panels in a block.
    let panelCount: Int
    private let kernels: FloatingGemmKernels<Scalar>

    /// - Parameters:
    ///   - depth: the most products summed before C is written, where it is not the kernels'.
    ///   - unit: what blocks of k are multiples of.
    init(m: Int, k: Int, depth: Int? = nil, unit: Int = 1) {
        self.m = m
        kernels = Scalar.gemmKernels(Kernels.current)
        blocks = KBlocks(k, depth: depth ?? kernels.blocking.depth, unit: unit)
        panelCount = (m + kernels.blocking.tileRows - 1) / kernels.blocking.tileRows
    }

    private var paddedRows: Int { panelCount * kernels.blocking.tileRows }
    var elementCount: Int { paddedRows * blocks.k }
    /// Elements of memory for a product with n columns.
    func scratchCount(n: Int) -> Int { packedCount(k: blocks.length, n: n, kernels) }

    func pack(_ a: MatrixOperand<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
        pack(a, panels: 0..<panelCount, into: target)
    }

    /// Some panels of each block.
    func pack(_ a: MatrixOperand<Scalar>, panels: Range<Int>, into target: UnsafeMutablePointer<Scalar>) {
        let first = panels.lowerBound * kernels.blocking.tileRows
        let count = min(m, panels.upperBound * kernels.blocking.tileRows) - first
        for index in 0..<blocks.count {
            let block = blocks[index]
            let source = a.advanced(row: first, column: block.start)
            kernels.packRows(
                count, block.length, source.base, source.rowStride, source.columnStride,
                target + offset(row: first, block))
        }
    }

    /// Rows of several matrices [m, k] that follow each other, group by group, on all threads.
    func pack(filters w: UnsafePointer<Scalar>, groups: Int, into target: UnsafeMutablePointer<Scalar>) {
        let grain = max(1, (1 << 16) / (kernels.blocking.tileRows * blocks.k))
        parallelFor(0..<groups * panelCount, grain: grain) { range in
            for task in range {
                let (group, panel) = task.quotientAndRemainder(dividingBy: panelCount)
                let filters = MatrixOperand(w + group * m * blocks.k, leadingDimension: blocks.k)
                pack(filters, panels: panel..<panel + 1, into: target + group * elementCount)
            }
        }
    }

    /// Where a block's rows from `row` on begin, the first of a panel.
    private func offset(row: Int, _ block: (start: Int, length: Int)) -> Int {
        block.start * paddedRows + row * block.length
    }

    /// A block's rows from `row` on, the first of a panel, beside what the kernels are to read of B.
    func operands(
        _ packed: UnsafePointer<Scalar>, row: Int, _ block: (start: Int, length: Int), b: UnsafePointer<Scalar>,
        bRow: Int, bPanel: Int, bOffsets: UnsafePointer<Int>? = nil
    ) -> BlockOperands<Scalar> {
        let height = kernels.blocking.tileRows
        return BlockOperands(
            a: packed + offset(row: row, block), aRow: 1, aColumn: height, aPanel: height * block.length, b: b,
            bRow: bRow, bPanel: bPanel, bOffsets: bOffsets)
    }

    /// The products of some rows, from the first of a panel on, with one block of k, in parts that stay in the cache.
    ///
    /// - Parameters:
    ///   - epilogue: what follows the last block of k.
    ///   - c: the first of `rows`.
    func multiply(
        _ packed: UnsafePointer<Scalar>, rows: Range<Int>, block index: Int, _ b: RowsOfB<Scalar>, columns: Int,
        _ epilogue: Epilogue<Scalar>, into c: UnsafeMutablePointer<Scalar>, ldc: Int
    ) {
        let block = blocks[index]
        let product = b.offsets == nil ? kernels.packedBlock : kernels.packedTimesGathered
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: kernels.blocking.rows) {
            var last = epilogue.advanced(row: first - rows.lowerBound, column: 0)
            if index < blocks.count - 1 { last = Epilogue() }
            last.accumulates = index > 0
            let operands = operands(
                packed, row: first, block, b: b.base, bRow: b.stride, bPanel: kernels.blocking.tileColumns,
                bOffsets: b.offsets)
            product(
                min(kernels.blocking.rows, rows.upperBound - first), columns, block.length, operands,
                c + (first - rows.lowerBound) * ldc, ldc, last)
        }
    }

    /// C[m, n] = A · op(B).
    func multiply(
        _ packed: UnsafePointer<Scalar>, _ b: MatrixOperand<Scalar>, n: Int, into c: UnsafeMutablePointer<Scalar>,
        ldc: Int, scratch: UnsafeMutablePointer<Scalar>
    ) {
        let width = kernels.blocking.tileColumns
        for index in 0..<blocks.count {
            let block = blocks[index]
            let source = b.advanced(row: block.start, column: 0)
            kernels.packColumns(n, block.length, source.base, source.columnStride, source.rowStride, scratch)
            for first in stride(from: 0, to: m, by: kernels.blocking.rows) {
                let operands = operands(
                    packed, row: first, block, b: UnsafePointer(scratch), bRow: width, bPanel: width * block.length)
                kernels.packedBlock(
                    min(kernels.blocking.rows, m - first), n, block.length, operands, c + first * ldc, ldc,
                    Epilogue(accumulates: index > 0))
            }
        }
    }
}
