/// One product on its way to the kernels: everything but B, which comes in several forms.
struct Product<Scalar: GemmScalar> {
    let m: Int
    let n: Int
    let k: Int
    let a: MatrixOperand<Scalar>
    let c: UnsafeMutablePointer<Scalar>
    let ldc: Int
    let epilogue: Epilogue<Scalar>
    let table: KernelTable

    init(
        m: Int, n: Int, k: Int, a: MatrixOperand<Scalar>, c: UnsafeMutablePointer<Scalar>, ldc: Int,
        epilogue: Epilogue<Scalar>, _ table: KernelTable = Kernels.current
    ) {
        self.m = m
        self.n = n
        self.k = k
        self.a = a
        self.c = c
        self.ldc = ldc
        self.epilogue = epilogue
        self.table = table
    }

    /// Read from the table, of which a use takes one entry: a copy would hold them all.
    var kernels: FloatingGemmKernels<Scalar> { Scalar.gemmKernels(table) }

    var multiplyAdds: Int { m * n * k }

    /// Whether there is nothing to sum.
    var isTrivial: Bool { k == 0 }

    /// Small enough that packing A costs more than it saves.
    var isSmall: Bool { multiplyAdds * MemoryLayout<Scalar>.stride <= 14 << 20 }

    /// C as the epilogue of sums of nothing.
    func writeWithoutSums() {
        if !epilogue.accumulates {
            for i in 0..<m { (c + i * ldc).update(repeating: 0, count: n) }
        }
        kernels.finish(m, n, c, ldc, epilogue)
    }

    /// B's rows as they lie or, where they are not contiguous, packed; threads share C's rows.
    func multiplySmall(_ b: MatrixOperand<Scalar>) {
        let (width, height) = (kernels.blocking.tileColumns, kernels.blocking.tileRows)
        let bare = b.columnStride == 1
        let packedColumns = bare ? n % width : n
        let first = n - packedColumns
        withScratch(byteCount: max(64, packedCount(k: k, n: packedColumns, kernels) * MemoryLayout<Scalar>.stride)) {
            scratch in
            let panels = scratch.assumingMemoryBound(to: Scalar.self)
            if packedColumns > 0 {
                let part = b.advanced(row: 0, column: first)
                kernels.packColumns(packedColumns, k, part.base, part.columnStride, part.rowStride, panels)
            }
            let operands = BlockOperands(
                a: a.base, aRow: a.rowStride, aColumn: a.columnStride, aPanel: a.rowStride * height,
                b: bare ? b.base : UnsafePointer(panels), bRow: bare ? b.rowStride : width,
                bPanel: bare ? width : width * k, bEdge: packedColumns > 0 && bare ? UnsafePointer(panels) : nil)
            if multiplyAdds < 1 << 19 || m <= height {
                return kernels.stridedBlock(m, n, k, operands, c, ldc, epilogue)
            }
            let grain = (1 << 18) / (height * n * k) + 1
            parallelFor(0..<(m + height - 1) / height, grain: grain, isLong: false) { tiles in
                let top = tiles.lowerBound * height
                var part = operands
                part.a += top * a.rowStride
                kernels.stridedBlock(
                    min(m, tiles.upperBound * height) - top, n, k, part, c + top * ldc, ldc,
                    epilogue.advanced(row: top, column: 0))
            }
        }
    }
}
