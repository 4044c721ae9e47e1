extension Product {
    /// Packs B, some columns at a time, and multiplies.
    func multiplyBlocked(_ b: MatrixOperand<Scalar>) {
        let width = kernels.blocking.tileColumns
        // At most 8 MB of panels: they should find room in the last-level cache.
        let most = max(width, (8 << 20) / (MemoryLayout<Scalar>.stride * k) / width * width)
        let chunks = (n + most - 1) / most
        let columns = ((n + chunks - 1) / chunks + width - 1) / width * width
        let byteCount = packedCount(k: k, n: min(n, columns), kernels) * MemoryLayout<Scalar>.stride
        withScratch(byteCount: byteCount) { scratch in
            let panels = scratch.assumingMemoryBound(to: Scalar.self)
            var first = 0
            while first < n {
                let count = min(columns, n - first)
                packColumns(k: k, n: count, b.advanced(row: 0, column: first), kernels, into: panels)
                multiplyPanels(panels, firstColumn: first, columns: count)
                first += count
            }
        }
    }

    /// C's columns from `firstColumn` on, from panels packed block of k by block of k.
    func multiplyPanels(_ panels: UnsafeMutablePointer<Scalar>, firstColumn: Int, columns: Int) {
        multiplyPanels(
            PackedPanels(panels, k: k, columns: columns, kernels.blocking), firstColumn: firstColumn, columns: columns)
    }

    /// C's columns from `firstColumn` on, from packed panels: blocks of rows and of columns, each a task that runs
    /// over all of k, so that no two threads add to the same element.
    func multiplyPanels(_ panels: PackedPanels<Scalar>, firstColumn: Int, columns: Int) {
        let blocking = kernels.blocking
        let grid = TaskGrid(rows: m, columns: columns, multiplyAdds: m * columns * k, blocking)
        let packs = packsRows(columns: columns)
        let rowBytes = grid.rowLength * panels.blocks.length * MemoryLayout<Scalar>.stride
        parallelFor(0..<grid.count, grain: grid.grain, isLong: m * columns * k >= 4 << 20) { range in
            withScratch(byteCount: packs ? rowBytes : 64) { scratch in
                for index in range {
                    let (rows, part) = grid[index]
                    multiplyTask(
                        rows, part, panels, firstColumn: firstColumn,
                        packInto: packs ? scratch.assumingMemoryBound(to: Scalar.self) : nil)
                }
            }
        }
    }

    /// Rows of A are read as they lie while all of A stays in L2, and when few columns of B would use packed ones.
    /// A's columns are not: each step of k would touch another line, at a distance that often maps to the same sets.
    private func packsRows(columns: Int) -> Bool {
        let blocking = kernels.blocking
        let isLarge = m * k > blocking.rows * blocking.depth * 5 / 4
        return m > blocking.tileRows && columns >= 128 && (isLarge || a.columnStride != 1)
    }

    func multiplyTask(
        _ rows: Range<Int>, _ part: Range<Int>, _ panels: PackedPanels<Scalar>, firstColumn: Int,
        packInto scratch: UnsafeMutablePointer<Scalar>?
    ) {
        let blocking = kernels.blocking
        let width = blocking.tileColumns
        let blocks = panels.blocks
        let target = c + rows.lowerBound * ldc + firstColumn + part.lowerBound
        for index in 0..<blocks.count {
            let block = blocks[index]
            var last = epilogue.advanced(row: rows.lowerBound, column: firstColumn + part.lowerBound)
            if index > 0 { last.accumulates = true }
            if index < blocks.count - 1 { last = Epilogue(accumulates: last.accumulates) }
            let source = a.advanced(row: rows.lowerBound, column: block.start)
            let (b, bPanel) = panels[block, from: part.lowerBound]
            if let scratch {
                kernels.packRows(
                    rows.count, block.length, source.base, source.rowStride, source.columnStride, scratch)
                let operands = BlockOperands(
                    a: UnsafePointer(scratch), aRow: 1, aColumn: blocking.tileRows,
                    aPanel: blocking.tileRows * block.length, b: b, bRow: width, bPanel: bPanel)
                kernels.packedBlock(rows.count, part.count, block.length, operands, target, ldc, last)
            } else {
                let operands = BlockOperands(
                    a: source.base, aRow: source.rowStride, aColumn: source.columnStride,
                    aPanel: source.rowStride * blocking.tileRows, b: b, bRow: width, bPanel: bPanel)
                kernels.stridedBlock(rows.count, part.count, block.length, operands, target, ldc, last)
            }
        }
    }
}

/// The blocks of C that threads take: even ones, at tile borders, four or more a thread where C is large enough.
private struct TaskGrid {
    let rows: Int
    let columns: Int
    let rowLength: Int
    let columnLength: Int
    let rowCount: Int
    let columnCount: Int
    let grain: Int

    var count: Int { rowCount * columnCount }

    init(rows: Int, columns: Int, multiplyAdds: Int, _ blocking: GemmBlocking) {
        self.rows = rows
        self.columns = columns
        // A task below some 500,000 multiply-adds is over before another thread has woken.
        let threads = min(numThreads, max(1, multiplyAdds >> 19))
        func blocks(_ total: Int, atLeast count: Int, multipleOf unit: Int) -> (length: Int, count: Int) {
            let length = ((total + count - 1) / count + unit - 1) / unit * unit
            return (length, (total + length - 1) / length)
        }
        let fewest = (rows + blocking.rows - 1) / blocking.rows
        (rowLength, rowCount) = blocks(rows, atLeast: fewest, multipleOf: blocking.tileRows)
        let wanted = threads == 1 ? 1 : (4 * threads + rowCount - 1) / rowCount
        (columnLength, columnCount) = blocks(
            columns, atLeast: max(1, wanted), multipleOf: blocking.tileColumns)
        grain = threads == 1 ? rowCount * columnCount : 1
    }

    subscript(index: Int) -> (rows: Range<Int>, columns: Range<Int>) {
        let row = index % rowCount * rowLength
        let column = index / rowCount * columnLength
        return (row..<min(rows, row + rowLength), column..<min(columns, column + columnLength))
    }
}
